// Import of prepared texts: a file is read, shown beside what is here, and nothing is kept before the last button.
import { ArrowLeft } from 'lucide';
import { useState } from 'preact/hooks';
import { AnswerError, call } from '../../../lib/rpc/client';
import type { Outcome } from '../../../lib/transfer/work';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { useLoaded } from '../load';
import { runTask } from '../run-task';
import { ReplyPlan } from './ReplyPlan';
import { type Choices, choicesFor, type Plan, rowsToKeep } from './reply-plan';

const silent = () => undefined;

/** What is in the file, or why it is none. */
type Read = { plan: Plan } | { failed: string };
const readOf = (outcome: Outcome): Read =>
  'failed' in outcome
    ? { failed: outcome.failed }
    : outcome.done === 'plan-replies'
      ? { plan: outcome }
      : { failed: 'That did not work.' };

export function ReplyImport() {
  const here = useLoaded(() => call('replies.list', {})) ?? [];
  const [busy, setBusy] = useState('');
  const [read, setRead] = useState<Read>();
  const [choices, setChoices] = useState<Choices>(new Map());
  const open = async (file: File | undefined) => {
    if (!file) return;
    setBusy('Reading the file');
    const next = readOf(await runTask({ do: 'plan-replies', file }, silent));
    setBusy('');
    setRead(next);
    if ('plan' in next) setChoices(choicesFor(next.plan));
  };
  const plan = read && 'plan' in read ? read.plan : undefined;
  const rows = plan ? rowsToKeep(plan, choices) : [];
  const said = rows.length === 1 ? '1 reply' : `${rows.length} replies`;
  const keep = async () => {
    setBusy('Importing');
    const done = await act(`${said} imported`, async () => {
      const outcome = await runTask({ do: 'keep-replies', id: crypto.randomUUID(), rows }, silent);
      if ('failed' in outcome) throw new AnswerError('failed', outcome.failed);
      if (outcome.done !== 'keep-replies') throw new Error('Another task was carried out.');
      await call('views.changed', {});
      return outcome;
    });
    setBusy('');
    if (done) location.hash = '#/replies';
  };
  return (
    <main class="scroll page wide reply-import">
      <p>
        <a class="link calm" href="#/replies">
          <Icon node={ArrowLeft} flip />
          Quick replies
        </a>
      </p>
      <h1>Import replies</h1>
      <p class="mute">
        A file of Regulars, snippets of Text Blaze (JSON), macros of Zendesk (JSON), templates of Gmail (the
        drafts of a Takeout, or .eml), or a table with the columns Name, Shortcut and Text. At most 500 texts.
      </p>
      <label class="field">
        <span class="label">File with replies</span>
        <input
          type="file"
          accept=".json,.csv,.tsv,.txt,.mbox,.eml"
          disabled={busy !== ''}
          onChange={event => void open(event.currentTarget.files?.[0])}
        />
      </label>
      <p role="status" class={read && 'failed' in read ? 'hint error' : 'hint'}>
        {busy || (read && 'failed' in read ? `${read.failed} Nothing was changed.` : '')}
      </p>
      {plan && (
        <>
          <ReplyPlan plan={plan} here={here} choices={choices} onChoices={setChoices} />
          <footer class="row import-foot">
            <span class="grow mute">
              {rows.length === 0 ? 'Nothing is chosen to be imported.' : 'One undo takes all of it back.'}
            </span>
            <a class="btn plain" href="#/replies">
              Cancel
            </a>
            <button
              type="button"
              class="btn primary"
              disabled={rows.length === 0 || busy !== ''}
              onClick={() => void keep()}
            >
              Import {said}
            </button>
          </footer>
        </>
      )}
    </main>
  );
}
