// Exporting the people of a list as a Regulars file.
import type { Target } from '../../../lib/list/desk';
import { ask } from '../desk';
import { runTask } from '../run-task';
import { saveExport } from '../save-export';
import { toast } from '../toast';
import { people } from './bulk';

/** What a list calls when its people are to be exported. */
export type ExportPeople = (target: Target) => Promise<void>;

/** Everything about these people as one JSON file. */
export const exportAsJson: ExportPeople = async target => {
  try {
    const contacts = await ask('targeted', target);
    const outcome = await runTask({ do: 'export', contacts });
    if ('failed' in outcome) throw new Error(outcome.failed);
    if (outcome.done === 'export') saveExport(outcome.text);
    toast.value = { text: `${people(contacts.length)} exported. Keep the file where only you can read it.` };
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
};
