// What is said to be stored: people are counted as the list counts them.
import { expect, it } from 'vitest';
import type { Amount } from '../../lib/db/amounts';
import { openOffice } from './office';
import { addPerson, jonas, marta } from './people';

it('people in the trash, and who stands behind somebody, are counted for themselves', async () => {
  const office = await openOffice();
  const one = await addPerson(office, 'Marta Ruiz', [marta.value]);
  const two = await addPerson(office, 'M. Ruiz', ['m.ruiz@norte-boats.example']);
  const gone = await addPerson(office, 'Jonas Weber', [jonas.value]);
  await office.get('contacts.merge', { winner: one, loser: two, choices: [] });
  await office.get('contacts.delete', { id: gone });
  const amounts = await office.get<Amount[]>('privacy.amounts', {});
  const rows = Object.fromEntries(amounts.map(({ kind, rows: count }) => [kind, count]));
  expect(rows).toMatchObject({ contacts: 1, merged: 1, trash: 1 });
  const { total } = await office.get<{ total: number }>('contacts.list', { offset: 0, limit: 10 });
  expect(total).toBe(rows.contacts);
});
