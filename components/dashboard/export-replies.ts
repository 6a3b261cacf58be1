// A file of replies, for another computer or somebody else.
import { runTask } from './run-task';
import { toast } from './toast';

/** Offers the replies with these ids, or all, as a file. */
export async function exportReplies(ids: string[] | undefined): Promise<void> {
  const outcome = await runTask({ do: 'export-replies', ...(ids && { ids }) }, () => undefined);
  if ('failed' in outcome) {
    toast.value = { text: outcome.failed, bad: true };
    return;
  }
  if (outcome.done !== 'export-replies') return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([outcome.text], { type: 'application/json' }));
  link.download = `replies-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  toast.value = { text: outcome.count === 1 ? 'One reply exported' : `${outcome.count} replies exported` };
}
