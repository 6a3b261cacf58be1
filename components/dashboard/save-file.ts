// Handing a file to the browser as a download.

/** Saves a file under a name; called in or soon after a click. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const types: Record<string, string> = {
  json: 'application/json',
  csv: 'text/csv',
  vcf: 'text/vcard',
  html: 'text/html',
};

/** Saves a file with today's date in its name: `people-2026-11-24.csv`. */
export const saveDated = (name: string, ending: string, content: Blob | string): void =>
  saveFile(
    `${name}-${new Date().toISOString().slice(0, 10)}.${ending}`,
    content instanceof Blob ? content : new Blob([content], { type: types[ending] ?? 'text/plain' }),
  );

/** Words as a part of a file's name on every system: letters, digits and hyphens. */
export const inFileName = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'person';
