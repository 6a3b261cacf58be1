// What can be changed on a card, each with its way back: addresses, entries of the timeline, follow-ups, fields.
import type { CustomField } from '../../lib/model/custom-field';
import type { TimelineEvent } from '../../lib/model/event';
import type { SeenIdentity } from '../../lib/model/identity';
import { call } from '../../lib/rpc/client';
import type { FieldActions } from './FieldSettings';
import { act, cardId, tabId } from './screen';

export const addIdentity = (identity: SeenIdentity) =>
  act('Added', () => call('contacts.link', { id: cardId(), identities: [identity], tabId: tabId() }));
export const removeIdentity = (key: string) =>
  act('Removed', () => call('contacts.unlink', { id: cardId(), key }));
/** Says that an address or account is known to be theirs, or takes that back. */
export const verifyIdentity = (key: string, isTheirs: boolean) =>
  act(isTheirs ? 'Verified' : 'No longer verified', () =>
    call('contacts.verify', { id: cardId(), key, isTheirs }),
  );

/** Whose a phone number or another identity is, so that it can be said before anything is saved. */
export const ownerOf = (identity: SeenIdentity) => call('contacts.find', { identity });

export const saveEvent = (id: string, text: string, at: number) =>
  act('Saved', () => call('timeline.save', { id, text, at }));
export const removeEvent = (id: string) => act('Deleted', () => call('timeline.remove', { id }));
/** An issue is solved and a promise is kept; both can be opened again. */
export const closeEvent = ({ id, kind }: TimelineEvent, open = false) =>
  act(open ? 'Reopened' : kind === 'issue' ? 'Solved' : 'Kept', () => call('timeline.close', { id, open }));

export const saveFollowUp = (id: string, text: string, dueAt: number) =>
  act('Saved', () => call('followUps.save', { id, text, dueAt }));
export const removeFollowUp = (id: string) => act('Deleted', () => call('followUps.remove', { id }));

/** A new field for everybody, with what it holds for the person on screen. */
export const addField = (field: CustomField, value: string) =>
  act('Field added', () => call('fields.save', { field, first: { contactId: cardId(), value } }));
export const fieldActions: FieldActions = {
  save: field => act('Saved', () => call('fields.save', { field })),
  remove: id => act('Field removed', () => call('fields.remove', { id })),
  order: ids => act('Moved', () => call('fields.reorder', { ids })),
};
