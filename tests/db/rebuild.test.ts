// Deriving anew: what is gone is not found any more, and what is right is left alone.
import { expect, it } from 'vitest';
import { rebuildDerived } from '../../lib/db/rebuild';
import { openOffice } from '../crm/office';
import { addPerson, marta } from '../crm/people';
import { dump } from './memory';

it.each([false, true])('leaves no words and no domain of people who are gone (bulk: %s)', async isBulk => {
  const { db } = await openOffice();
  const before = await dump(db);
  await db.search.put({ contactId: 'gone', words: ['gone'], sort: 'gone' });
  await db.domains.put({ domain: 'gone.example', skeleton: 'gone.example', near: [] });
  await rebuildDerived(db, { isBulk });
  expect(await dump(db)).toBe(before);
});

it('finds nobody in the trash', async () => {
  const office = await openOffice();
  const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
  await office.db.contacts.update(id, { deletedAt: 1 });
  await rebuildDerived(office.db);
  expect(await office.db.search.count()).toBe(0);
});
