// What a test runs in the extension's own world of a page: the insertion of the extension, for the one editor there.
import { type Inserted, insertText } from '../../lib/page/insert';

/** Inserts `text` as the page's script of the extension does. */
export async function insert(text: string): Promise<Inserted> {
  const host = document.querySelector('#host');
  const send = document.querySelector('#send');
  const frame = host?.querySelector('iframe')?.contentDocument;
  const element = [host, host?.shadowRoot, frame]
    .map(root => root?.querySelector<HTMLElement>('textarea, [contenteditable="true"]'))
    .find(found => found);
  if (!element || !send) return { ok: false, reason: 'There is no editor in this page.' };
  return insertText({ element, recipients: [], send }, text);
}
