// Whether the data are still as a backup has them.
import { expect, it } from 'vitest';
import { isAsMarked, markOf } from '../../lib/db/backups';
import { openOffice } from '../crm/office';
import { addPerson } from '../crm/people';

it('the data have their mark until a command changes them, or rows come without one', async () => {
  const office = await openOffice();
  const id = await addPerson(office, 'Ada', []);
  const mark = await markOf(office.db);
  expect(await isAsMarked(office.db, mark)).toBe(true);
  await office.db.events.add({ id: 'e', contactId: id, kind: 'note', at: 1, createdAt: 1 });
  expect(await isAsMarked(office.db, mark)).toBe(false);
  await office.db.events.delete('e');
  expect(await isAsMarked(office.db, mark)).toBe(true);
  await office.get('contacts.save', { id, patch: { tags: ['VIP'] } });
  expect(await isAsMarked(office.db, mark)).toBe(false);
});

it('data that no backup was made of have no mark', async () => {
  const office = await openOffice();
  expect(await isAsMarked(office.db, undefined)).toBe(false);
  expect(await isAsMarked(office.db, await markOf(office.db))).toBe(true);
});
