// Offering an export as a file with the day in its name.
import { saveFile } from './save-file';

export const saveExport = (text: string): void =>
  saveFile(
    `regulars-${new Date().toISOString().slice(0, 10)}.json`,
    new Blob([text], { type: 'application/json' }),
  );
