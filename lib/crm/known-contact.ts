// The contact a call is about.
import { findContact } from '../db/contacts';
import type { Contact } from '../model/contact';
import { CallError, type Context } from './procedure';

/** The contact with this id; throws `not-found` for one who is unknown or in the trash. */
export async function knownContact({ db }: Pick<Context, 'db'>, id: string): Promise<Contact> {
  const contact = await findContact(db, id);
  if (!contact) throw new CallError('not-found', 'This person is no longer in Regulars.');
  return contact;
}
