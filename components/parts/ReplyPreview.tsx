// A reply as it would be inserted for this person, what speaks against it, and the way into the reply box.
import { Languages } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { languageName } from '../../lib/capture/language-names';
import type { Card, OnScreen } from '../../lib/model/on-screen';
import type { Reply } from '../../lib/model/reply';
import type { Me } from '../../lib/model/settings';
import type { Finding } from '../../lib/replies/check';
import { label, type Rendered, ReplyError, renderReply } from '../../lib/replies/template';
import { replyVariables } from '../../lib/replies/variables';
import { Icon } from '../ui/Icon';
import { ReplyFinding } from './ReplyFinding';
import { type Filled, ReplyText } from './ReplyText';

export type Insertion = {
  replyId: string;
  variant: number;
  filled: Filled;
  confirmed: boolean;
  override?: boolean;
};
export type InsertResult = { ok: true } | { ok: false; findings: Finding[]; message?: string };

/** Whom the reply is for, and what can be done with it. */
export type PreviewSource = {
  card: Card;
  conversation?: OnScreen['conversation'];
  me: Me;
  mayOverride: boolean;
  onInsert(insertion: Insertion): Promise<InsertResult>;
  onCopy(text: string): void;
};

type Props = PreviewSource & { reply: Reply; best: number; because: string };

/** The variant filled in, or why it can't be. */
function useRendered({ card, conversation, me }: PreviewSource, body: string, language?: string) {
  const [filled, setFilled] = useState<Filled>({});
  const variables = replyVariables({
    ...card,
    conversation: { title: conversation?.title },
    me,
    openIssue: card.openIssues[0],
    now: new Date(),
    language,
  });
  return { rendered: safely(() => renderReply(body, variables, filled)), filled, setFilled };
}

export function ReplyPreview(props: Props) {
  const { reply, best, because, mayOverride, onInsert, onCopy } = props;
  const [variant, setVariant] = useState(best);
  const [findings, setFindings] = useState<Finding[]>([]);
  const [message, setMessage] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = reply.variants[variant];
  const { rendered, filled, setFilled } = useRendered(props, shown?.body ?? '', shown?.language);
  const missing = rendered instanceof Error ? [] : rendered.missing;
  const insert = async (confirmed: boolean, override = false) => {
    if (rendered instanceof Error) return;
    if (missing.length > 0) {
      box.current?.querySelector<HTMLElement>('.gap')?.focus();
      setMessage(`To fill: ${missing.map(label).join(', ')}`);
      return;
    }
    const result = await onInsert({ replyId: reply.id, variant, filled, confirmed, override });
    setFindings(result.ok ? [] : result.findings);
    setMessage(result.ok ? 'Inserted. Read it, then send it yourself.' : (result.message ?? ''));
  };
  useInsertKey(() => void insert(false));
  return (
    <div class="preview" ref={box}>
      <header>
        <Icon node={Languages} />
        <span class="grow">
          {shown?.language ? languageName(shown.language) : 'Any language'}, {because}
        </span>
        {reply.variants.length > 1 && (
          <button
            type="button"
            class="link calm"
            onClick={() => setVariant((variant + 1) % reply.variants.length)}
          >
            Change
          </button>
        )}
      </header>
      {rendered instanceof Error ? (
        <p class="text hint error" role="alert">
          {rendered.message}
        </p>
      ) : (
        <ReplyText rendered={rendered} language={shown?.language} filled={filled} onFill={setFilled} />
      )}
      {findings.map(finding => (
        <ReplyFinding
          key={`${finding.kind}${finding.detail}`}
          finding={finding}
          onConfirm={() => void insert(true)}
          onOverride={mayOverride ? () => void insert(true, true) : undefined}
        />
      ))}
      <footer>
        <span class={`grow ${missing.length > 0 ? 'gap-count' : ''}`} role="status">
          {message || blanks(missing.length)}
        </span>
        <button
          type="button"
          class="btn small plain"
          disabled={rendered instanceof Error}
          onClick={() => !(rendered instanceof Error) && onCopy(rendered.text)}
        >
          Copy
        </button>
        <button
          type="button"
          class="btn small primary"
          disabled={rendered instanceof Error}
          onClick={() => void insert(false)}
        >
          Insert <kbd>Ctrl ↵</kbd>
        </button>
      </footer>
    </div>
  );
}

const blanks = (count: number) =>
  count === 0 ? '' : count === 1 ? '1 blank to fill' : `${count} blanks to fill`;

/** Ctrl or ⌘ and Enter insert from anywhere but the note box. */
function useInsertKey(insert: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const inNote = event.target instanceof Element && event.target.closest('.composer');
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !inNote) insert();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
}

function safely(render: () => Rendered): Rendered | ReplyError {
  try {
    return render();
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}
