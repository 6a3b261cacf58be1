// Saving what was captured: new people and updates in one command, so that one Undo takes all of it back.
import type { Changes } from '../db/changes';
import type { Capture } from '../model/capture';
import type { Saving } from '../model/capture-saving';
import type { Contact } from '../model/contact';
import type { Source } from '../model/source';
import { applyPatch } from './contact-patch';
import { knownContact } from './known-contact';
import { giveAll } from './linking';
import { needLocationField } from './location-field';
import { newContact } from './new-contact';
import type { Context } from './procedure';

/** Writes everybody with the capture on their timelines. Gives how many were added and updated, and their ids. */
export async function writeCaptured(
  context: Context,
  changes: Changes,
  { people, shared }: Saving,
  page: NonNullable<Capture['page']>,
): Promise<{ ids: string[]; added: number; updated: number }> {
  const { db, now, caller } = context;
  const source: Source = { from: 'page', url: page.url, at: now };
  const ids: string[] = [];
  for (const [place, person] of people.entries()) {
    const id = `${caller.callId}-${place}`;
    const before = person.contactId
      ? await knownContact(context, person.contactId)
      : newContact(id, person.patch.name, source);
    const fields = person.location
      ? [{ field: await needLocationField(db, changes), value: person.location }]
      : [];
    const patched = applyPatch(before, { ...person.patch, fields, ...sharedPatch(before, shared) }, source);
    await changes.put('contacts', patched);
    await giveAll(context, changes, person.identities, { contactId: patched.id, source });
    await writeEvents(changes, { id, contactId: patched.id, shared, page, now });
    ids.push(patched.id);
  }
  const updated = people.filter(({ contactId }) => contactId !== undefined).length;
  return { ids, added: people.length - updated, updated };
}

/** Tags come on top; a stage or a consent that somebody has stays. */
function sharedPatch(contact: Contact, { tags, stage, consent }: Saving['shared']) {
  return {
    tags: [...new Set([...contact.tags, ...tags])].slice(0, 50),
    ...(stage && !contact.stage && { stage }),
    ...(consent && !contact.consent && { consent }),
  };
}

type Happened = {
  id: string;
  contactId: string;
  shared: Saving['shared'];
  page: NonNullable<Capture['page']>;
  now: number;
};

async function writeEvents(changes: Changes, { id, contactId, shared, page, now }: Happened): Promise<void> {
  const event = { contactId, at: now, createdAt: now };
  const title = page.title ?? page.url.slice(0, 300);
  await changes.put('events', { ...event, id: `${id}-page`, kind: 'capture', title, url: page.url });
  if (shared.note)
    await changes.put('events', { ...event, id: `${id}-note`, kind: 'note', text: shared.note });
  if (shared.followUp)
    await changes.put('followUps', {
      ...shared.followUp,
      id: `${id}-todo`,
      contactId,
      done: 0,
      createdAt: now,
    });
}
