// What is worked out of a draft before the database is asked: the keys it may be known by, and ids that come out the same again.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { identityRows } from '../../identity/rows';
import type { Identity } from '../../model/identity';
import type { PersonDraft } from '../../model/person-draft';
import type { Source } from '../../model/source';

/** A draft, ready to be compared. */
export type Prepared = {
  draft: PersonDraft;
  remarks: string[];
  /** Rows of all its identities, still without an owner. */
  identities: Identity[];
  /** The contact's id, should it be new: the same for the same person of the same file. */
  id: string;
  /** The id that this record would have here, had it been exported from here. */
  ownId?: string;
  notes: { id: string; text: string; at?: number | undefined }[];
};

const unowned = 'unowned';

/**
 * A short, lasting name for a text: the first 24 digits of its SHA-256. Worked out here, since the browser's own is only
 * given later, which costs more than the sum itself for texts as short as names and notes.
 */
export function printOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 12));
}

/**
 * Prepares a draft. Who has neither an id nor an identity is known by everything that the file says of them and by
 * `occurrence`: how many with the same words came before.
 */
export function prepareDraft(
  { draft, remarks }: { draft: PersonDraft; remarks: string[] },
  {
    source,
    country,
    occurrence,
  }: { source: Source; country?: string | undefined; occurrence(words: string): number },
): Prepared {
  const owner = { contactId: unowned, source, country };
  const identities = draft.identities.flatMap(({ label, ...seen }) =>
    identityRows(seen, { ...owner, label }),
  );
  const unread = draft.identities.filter(({ label: _, ...seen }) => identityRows(seen, owner).length === 0);
  const words = JSON.stringify([draft.name, draft.company, draft.title, draft.fields]);
  const name = draft.id ? `id\n${draft.id}` : (identities[0]?.key ?? `words\n${occurrence(words)}\n${words}`);
  const notes = draft.notes.map(({ text: written, at }) => {
    // The same note from another program may end its lines in another way.
    const text = written.replace(/\r\n?/g, '\n');
    return { id: printOf(`${at ?? ''}\n${text}`), text, at };
  });
  return {
    draft,
    remarks: [
      ...remarks,
      ...unread.map(({ value }) => `Left out, since it is no address or number: ${value}`),
    ],
    identities,
    id: `in-${printOf(name)}`,
    ...(draft.id && /^[\w.:-]{1,64}$/.test(draft.id) && { ownId: draft.id }),
    notes,
  };
}
