// Values of a file that are kept beside those of somebody known: in a row that stands behind them, as after a merge.
import type { Contact } from '../../model/contact';
import type { Source } from '../../model/source';
import type { Settled } from './settle-person';

/**
 * A row for what is kept of the file, merged into the contact from its first moment on; undefined where nothing is. Taken
 * apart it is somebody with these values alone, and with the contact's name where no other was kept.
 */
export function keptBehind({ contact, kept }: Settled, { at }: Source): Contact | undefined {
  if (Object.keys(kept).length === 0) return undefined;
  const { id, name, doNotContact, version, updatedAt } = contact;
  return {
    id: crypto.randomUUID(),
    name,
    tags: [],
    preferences: [],
    fields: [],
    // Nobody may be contacted because they were taken apart.
    doNotContact,
    ...kept,
    merged: { into: id, at, was: { version, updatedAt } },
    createdAt: at,
    updatedAt: at,
    version: 0,
  };
}
