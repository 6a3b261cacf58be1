// A reply as it would be inserted for this person, what speaks against it, and the way into the reply box.
import { Languages } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { CheckAnswer } from '../../lib/crm/inserting';
import type { Card, OnScreen } from '../../lib/model/on-screen';
import type { Reply, ReplyVariant } from '../../lib/model/reply';
import type { Me } from '../../lib/model/settings';
import type { Finding } from '../../lib/replies/check';
import type { Choice } from '../../lib/replies/choose';
import { label, type Rendered, ReplyError, renderReply } from '../../lib/replies/template';
import { replyVariables } from '../../lib/replies/variables';
import { Icon } from '../ui/Icon';
import { ReplyActions } from './ReplyActions';
import { ReplyFinding } from './ReplyFinding';
import { ReplyText } from './ReplyText';
import { type Filled, replyState, setReplyState } from './reply-state';
import { useReplyCheck } from './use-reply-check';
import { variantReason } from './variant-reason';

/** What is to be inserted; the person is the one on the card. */
export type ReplyChoice = { replyId: string; variant: number; filled: Filled };
export type Insertion = ReplyChoice & { confirmed: boolean; override?: boolean };
export type InsertResult =
  | { ok: true; findings: Finding[]; box: string }
  | { ok: false; findings: Finding[]; message?: string };

/** Whom the reply is for, and what can be done with it. */
export type PreviewSource = {
  card: Card;
  conversation?: OnScreen['conversation'];
  /** Id of the adapter of the page. */
  site?: string;
  /** Changes with what the page shows. */
  place: string;
  me: Me;
  mayOverride: boolean;
  /** Gives nothing where it can't be asked: inserting asks again. */
  onCheck(choice: ReplyChoice): Promise<CheckAnswer | undefined>;
  onInsert(insertion: Insertion): Promise<InsertResult>;
  onCopy(text: string): void;
};

type Props = PreviewSource & { reply: Reply; best: number; because: Choice['because'] };

/** The variant filled in, or why it can't be. */
function render({ card, conversation, site, me }: PreviewSource, variant: ReplyVariant, filled: Filled) {
  const variables = replyVariables({
    ...card,
    conversation: { title: conversation?.title, site },
    me,
    openIssue: card.openIssues[0],
    now: new Date(),
    language: variant.language,
  });
  return safely(() => renderReply(variant.body, variables, filled));
}

export function ReplyPreview(props: Props) {
  const { card, reply, best, because, place, mayOverride, onCheck, onInsert, onCopy } = props;
  const keep = (patch: Parameters<typeof setReplyState>[2]) =>
    setReplyState(card.contact.id, reply.id, patch);
  const { filled, variant: changed, inserted } = replyState(card.contact.id, reply.id);
  const index = changed !== undefined && changed < reply.variants.length ? changed : best;
  const shown = reply.variants[index] ?? { body: '' };
  const rendered = render(props, shown, filled);
  const { text, missing } = rendered instanceof Error ? { text: '', missing: [] } : rendered;
  const choice = { replyId: reply.id, variant: index, filled };
  const [checked, setChecked] = useReplyCheck(`${place} ${index} ${text}`, async () => {
    const answer = await onCheck(choice);
    // What was typed for one box is not meant for the next.
    if (inserted && answer && answer.box !== inserted.box) keep({ filled: {}, inserted: undefined });
    return answer;
  });
  /** What inserting was refused for, with what it said; both hold for this text and this box only. */
  const [refused, setRefused] = useState({ at: '', message: '' });
  const at = `${text} ${checked.box}`;
  const isInserted = inserted?.text === text && inserted.box === checked.box;
  const box = useRef<HTMLDivElement>(null);
  const isBusy = useRef(false);

  const insert = async (confirmed: boolean, override = false) => {
    if (rendered instanceof Error || isBusy.current) return;
    if (missing.length > 0) {
      box.current?.querySelector<HTMLElement>('.gap')?.focus();
      return setRefused({ at, message: `To fill: ${missing.map(label).join(', ')}` });
    }
    isBusy.current = true;
    const result = await onInsert({ ...choice, confirmed, override });
    isBusy.current = false;
    if (result.ok) {
      setChecked(result);
      keep({ inserted: { text, box: result.box } });
      setRefused({ at: '', message: '' });
    } else {
      setChecked({ ...checked, findings: result.findings });
      setRefused({ at, message: result.message ?? 'Not inserted yet.' });
    }
  };
  const wasRefused = refused.at === at;
  return (
    <div class="preview" ref={box}>
      <VariantLine
        reason={variantReason(shown, index === best ? because : 'choice')}
        onChange={
          reply.variants.length > 1 ? () => keep({ variant: (index + 1) % reply.variants.length }) : undefined
        }
      />
      {rendered instanceof Error ? (
        <p class="text hint error" role="alert">
          {rendered.message}
        </p>
      ) : (
        <ReplyText
          rendered={rendered}
          language={shown.language}
          filled={filled}
          onFill={next => keep({ filled: next })}
        />
      )}
      <Findings
        findings={checked.findings}
        onConfirm={wasRefused ? () => void insert(true) : undefined}
        onOverride={wasRefused && mayOverride ? () => void insert(true, true) : undefined}
      />
      <ReplyActions
        blanks={missing.length}
        message={wasRefused ? refused.message : ''}
        isInserted={isInserted}
        isBroken={rendered instanceof Error}
        onCopy={() => onCopy(text)}
        onInsert={() => void insert(false)}
      />
    </div>
  );
}

function VariantLine({ reason, onChange }: { reason: string; onChange?: (() => void) | undefined }) {
  return (
    <header>
      <Icon node={Languages} />
      <span class="grow">{reason}</span>
      {onChange && (
        <button type="button" class="link calm" onClick={onChange}>
          Change
        </button>
      )}
    </header>
  );
}

type FindingsProps = { findings: Finding[]; onConfirm?(): void; onOverride?(): void };

/** What the reply says against itself; blanks are shown in their place in the text. */
function Findings({ findings, ...ways }: FindingsProps) {
  return (
    <ul aria-live="polite" aria-label="Before you insert">
      {findings
        .filter(({ kind }) => kind !== 'missing-value')
        .map(finding => (
          <ReplyFinding key={`${finding.kind}${finding.detail}`} finding={finding} {...ways} />
        ))}
    </ul>
  );
}

function safely(run: () => Rendered): Rendered | ReplyError {
  try {
    return run();
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}
