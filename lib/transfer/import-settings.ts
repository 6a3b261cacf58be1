// Settings that a file brings: everything but what is decided on this computer.
import { runCommand } from '../db/command';
import type { Database } from '../db/database';
import { readSettings, writeSettings } from '../db/settings';
import type { Settings } from '../model/settings';

/** Writes the settings as one command; which sites are read is decided on this computer, never by a file. */
export async function importSettings(db: Database, settings: Settings): Promise<void> {
  const info = { id: crypto.randomUUID(), name: 'data.import', at: Date.now() };
  const { sites } = await readSettings(db);
  await runCommand(db, info, changes => writeSettings(changes, { ...settings, sites }));
}
