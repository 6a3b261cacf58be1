// Exporting the people of a list: as a Regulars file, or for another program.
import type { Target } from '../../../lib/list/desk';
import { ask } from '../desk';
import { exportPeople } from '../export-people';
import { runTask } from '../run-task';
import { saveDated } from '../save-file';
import { toast } from '../toast';
import { people } from './bulk';

export const exportFormats = {
  json: {
    label: 'Regulars (JSON)',
    holds: 'Everything about them: details, addresses, history, notes and follow-ups.',
  },
  csv: {
    label: 'Table (CSV)',
    holds: 'Details, addresses, notes and the next follow-up, for a spreadsheet. No conversations.',
  },
  'csv-raw': {
    label: 'Table (CSV), exactly as written',
    holds: 'The same for programs that compute nothing: a spreadsheet may run what looks like a formula.',
  },
  vcard: {
    label: 'Address cards (vCard)',
    holds: 'Details, addresses and notes, for an address book. No conversations.',
  },
};
export type ExportFormat = keyof typeof exportFormats;

export const isExportFormat = (text: string): text is ExportFormat => Object.hasOwn(exportFormats, text);

/** Offers the people of a list as a file; what became of it is said at the foot of the page. */
export async function exportList(target: Target, format: ExportFormat): Promise<void> {
  try {
    const contacts = await ask('targeted', target);
    if (format === 'json') await exportEverything(contacts);
    else
      await exportPeople(format, contacts, text => {
        toast.value = { text };
      });
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
}

async function exportEverything(contacts: string[]): Promise<void> {
  const outcome = await runTask({ do: 'export', contacts });
  if ('failed' in outcome) throw new Error(outcome.failed);
  if (outcome.done !== 'export') return;
  saveDated('regulars', 'json', outcome.text);
  toast.value = { text: `${people(contacts.length)} exported. Keep the file where only you can read it.` };
}
