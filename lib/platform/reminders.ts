// Reminders: one alarm for the next due date, a number on the toolbar icon, one summary for what was missed.
import { browser } from 'wxt/browser';
import { findContact } from '../db/contacts';
import type { Database } from '../db/database';
import { dueFollowUps, markNotified, nextDueAt } from '../db/follow-ups';
import { readSettings } from '../db/settings';

const alarm = 'next-follow-up';

/** Sets the alarm for the next due date, shows the number of due follow-ups, and tells what became due. */
export async function reschedule(db: Database, now = Date.now()): Promise<void> {
  const due = await dueFollowUps(db, now);
  await browser.action.setBadgeText({ text: due.length > 0 ? String(Math.min(due.length, 99)) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#9a4a12' });
  const fresh = due.filter(item => item.notifiedAt === undefined);
  if (fresh.length > 0) {
    const [first] = fresh;
    const person = fresh.length === 1 && first ? await findContact(db, first.contactId) : undefined;
    const { namesInNotifications } = await readSettings(db);
    const who = person && namesInNotifications ? ` for ${person.name.value}` : '';
    await browser.notifications.create(alarm, {
      type: 'basic',
      iconUrl: '/icons/128.png',
      title: fresh.length === 1 ? `A follow-up${who} is due` : `${fresh.length} follow-ups are due`,
      message: 'Open Regulars to see what you planned.',
    });
    await markNotified(
      db,
      fresh.map(item => item.id),
      now,
    );
  }
  const next = await nextDueAt(db, now);
  await browser.alarms.clear(alarm);
  if (next !== undefined) await browser.alarms.create(alarm, { when: next });
}

/** Runs `reschedule` when the alarm rings and opens Today when the notification is clicked. */
export function listenForReminders(db: Database, openToday: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void reschedule(db);
  });
  browser.notifications.onClicked.addListener(id => {
    if (id === alarm) openToday();
  });
}
