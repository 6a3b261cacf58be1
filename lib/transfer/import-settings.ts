// Settings that a file brings: everything but what is decided on this computer.
import { runCommand } from '../db/command';
import type { Database } from '../db/database';
import { readSettings, writeSettings } from '../db/settings';
import { fileImport, type portionOf } from '../db/transfer';
import type { Settings } from '../model/settings';

/** Writes the settings as the last portion of a file; which sites are read is decided on this computer, never by a file. */
export async function importSettings(
  db: Database,
  settings: Settings,
  portion: ReturnType<typeof portionOf>,
): Promise<void> {
  const { sites } = await readSettings(db);
  await runCommand(db, { ...portion, name: fileImport }, changes =>
    writeSettings(changes, { ...settings, sites }),
  );
}
