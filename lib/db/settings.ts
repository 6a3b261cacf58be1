// Reading and writing the user's settings row.
import { initialSettings, type Settings, settingsSchema } from '../model/settings';
import type { Changes } from './changes';
import type { Database } from './database';

/** The settings; what a damaged or older row lacks is filled from the initial ones. */
export async function readSettings(db: Database): Promise<Settings> {
  const row = await db.settings.get('settings');
  if (!row) return initialSettings;
  const parsed = settingsSchema.safeParse({ ...initialSettings, ...(row.value as object) });
  if (!parsed.success)
    throw new Error('The settings are damaged. Export your data, then reset the settings.');
  return parsed.data;
}

export async function writeSettings(changes: Changes, settings: Settings): Promise<void> {
  await changes.put('settings', { key: 'settings', value: settingsSchema.parse(settings) });
}

/** Changes the settings without a journal entry: for what the user did not decide and would not take back. */
export async function updateSettings(db: Database, change: (settings: Settings) => Settings): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const value = settingsSchema.parse(change(await readSettings(db)));
    await db.settings.put({ key: 'settings', value });
  });
}

/** Ids of the people lately on screen, the latest first. */
export async function readRecent(db: Database): Promise<string[]> {
  const row = await db.settings.get('recent');
  return Array.isArray(row?.value) ? row.value.filter(id => typeof id === 'string') : [];
}

/** Puts `contactId` first among the recent people; not journaled, nothing is lost with it. */
export async function touchRecent(db: Database, contactId: string): Promise<void> {
  const recent = await readRecent(db);
  if (recent[0] === contactId) return;
  const value = [contactId, ...recent.filter(id => id !== contactId)].slice(0, 20);
  await db.settings.put({ key: 'recent', value });
}
