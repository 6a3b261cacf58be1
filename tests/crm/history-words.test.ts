// The history of a person's changes: in the words of the card, not of the database.
import { expect, it } from 'vitest';
import { historyLines } from '../../lib/crm/history-lines';
import type { Contact } from '../../lib/model/contact';
import { openOffice } from './office';
import { addPerson, marta } from './people';

it('says a stage and a relationship as the card does', async () => {
  const office = await openOffice();
  const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
  await office.get('contacts.save', { id, patch: { stage: 'customer', style: 'leave-alone' } });
  const after = (await office.db.contacts.get(id)) as Contact;
  const { stage: _stage, style: _style, ...before } = after;
  const changes = [{ table: 'contacts' as const, key: id, before, after }];
  expect(historyLines({ changes }, id, field => field)).toEqual([
    { what: 'Stage', after: 'Customer' },
    { what: 'Relationship', after: 'Leave alone' },
  ]);
});
