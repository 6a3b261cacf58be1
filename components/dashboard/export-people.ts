// People as a file for another program, offered as a download.
import type { PeopleFormat } from '../../lib/transfer/people-file';
import { runTask } from './run-task';
import { saveDated } from './save-file';

/** Exports these people, or everybody; `tell` hears how it goes, in sentences. */
export async function exportPeople(
  format: PeopleFormat,
  contacts: string[] | undefined,
  tell: (sentence: string) => void,
): Promise<void> {
  const outcome = await runTask(
    { do: 'export-people', format, ...(contacts && { contacts }) },
    ({ progress, of }) => tell(`${progress} of ${of}`),
  );
  if ('failed' in outcome) return tell(outcome.failed);
  if (outcome.done !== 'export-people') return;
  saveDated('people', format === 'vcard' ? 'vcf' : 'csv', outcome.file);
  const count = outcome.people === 1 ? 'One person' : `${outcome.people.toLocaleString()} people`;
  tell(`${count} exported. Keep the file where only you can read it.`);
}
