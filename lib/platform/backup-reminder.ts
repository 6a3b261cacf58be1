// Reminding of backups. The background can't make any: only a page may write to the user's folder or save a download.
import { browser } from 'wxt/browser';
import { readBackupPlace, readBackupState, updateBackupPlace } from '../db/backups';
import type { Database } from '../db/database';

const alarm = 'backup';
/** Looked at twice a day. */
const minutes = 720;
const week = 7 * 86_400_000;

/** Shows a notification where no backup was verified for a week and something was changed; once a week at most. */
export async function remindOfBackup(db: Database, now = Date.now()): Promise<void> {
  const { urgency, last } = await readBackupState(db, now);
  const { remindedAt = 0 } = await readBackupPlace(db);
  if (urgency !== 'overdue' || now - remindedAt < week) return;
  await updateBackupPlace(db, { remindedAt: now });
  await browser.notifications.create(alarm, {
    type: 'basic',
    iconUrl: '/icons/128.png',
    title: last ? 'Your last backup is a week old' : 'There is no backup of your customers yet',
    message: 'Open Regulars to make one. It is kept where you say, and checked.',
  });
}

/** Keeps the alarm and opens the page when the notification is clicked. Called in the first turn of the background. */
export function listenForBackupReminders(db: Database, openData: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void remindOfBackup(db).catch(() => undefined);
  });
  browser.notifications.onClicked.addListener(id => {
    if (id === alarm) openData();
  });
  void browser.alarms.get(alarm).then(async known => {
    if (!known) await browser.alarms.create(alarm, { periodInMinutes: minutes });
  });
}
