// @vitest-environment node
// Reminding of backups: when one is due, when the user is told, and when nobody is bothered.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBackupState } from '../../lib/db/backups';
import type { Database } from '../../lib/db/database';
import { remindOfBackup } from '../../lib/platform/backup-reminder';
import { makeBackup } from '../../lib/transfer/backup/make';
import { type Office, openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { freshDatabase } from '../db/memory';
import { giveLocks } from '../transfer/backup/workshop';

const [hour, day] = [3_600_000, 86_400_000];
const start = Date.UTC(2026, 2, 2, 9);
let db: Database;
let office: Office;
beforeEach(async () => {
  fakeBrowser.reset();
  giveLocks();
  vi.spyOn(browser.notifications, 'create');
  db = freshDatabase();
  office = await openOffice(db);
});
afterEach(() => vi.unstubAllGlobals());

async function addPeople(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await addPerson(office, `Person ${at} ${crypto.randomUUID()}`, []);
}

const urgency = async (now: number) => (await readBackupState(db, now)).urgency;
const backUp = (now: number) =>
  makeBackup(
    db,
    { kind: 'asked' },
    () => undefined,
    () => now,
  );
const told = () => vi.mocked(browser.notifications.create).mock.calls.length;

it('where nobody is, nothing is due', async () => {
  expect(await urgency(start)).toBe('none');
  await remindOfBackup(db, start);
  expect(told()).toBe(0);
});

it('a few people without a backup are due, ten are told of', async () => {
  await addPeople(9);
  expect(await urgency(start)).toBe('due');
  await remindOfBackup(db, start);
  expect(told()).toBe(0);
  await addPeople(1);
  expect(await urgency(start)).toBe('overdue');
  await remindOfBackup(db, start);
  expect(told()).toBe(1);
});

it('after a backup it is due within a day and overdue after a week, where something was changed', async () => {
  await addPeople(1);
  await backUp(start);
  expect(await urgency(start + 30 * day)).toBe('none');
  await addPeople(1);
  expect(await urgency(start + 19 * hour)).toBe('none');
  expect(await urgency(start + 21 * hour)).toBe('due');
  expect(await urgency(start + 8 * day)).toBe('overdue');
});

it('an edit that adds nothing counts as a change', async () => {
  await addPeople(1);
  await backUp(start);
  office.clock.now += 1000;
  const [contact] = await db.contacts.toArray();
  await office.get('contacts.save', { id: contact?.id, patch: { title: 'Owner' } }, undefined, 'edit');
  expect(await urgency(start + 2 * day)).toBe('due');
});

it('the user is told once a week at most', async () => {
  await addPeople(10);
  for (const at of [0, 12 * hour, 6 * day, 7 * day]) await remindOfBackup(db, start + at);
  expect(told()).toBe(2);
});

it('a backup that was not verified counts for none', async () => {
  await addPeople(10);
  const { verifiedAt: _never, ...unverified } = await backUp(start);
  await db.backups.put({ ...unverified, problem: 'Some rows would not come back.' });
  expect(await urgency(start)).toBe('overdue');
});
