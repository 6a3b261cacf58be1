// Quick replies: find one, see it filled in, fill the blanks, insert it into the box of the page.
import { Languages, Search } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card, OnScreen } from '../../lib/model/on-screen';
import type { Reply } from '../../lib/model/reply';
import type { Me } from '../../lib/model/settings';
import type { Finding } from '../../lib/replies/check';
import { chooseVariant } from '../../lib/replies/choose';
import { findReplies } from '../../lib/replies/find';
import { label, type Part, type Rendered, ReplyError, renderReply } from '../../lib/replies/template';
import { replyVariables } from '../../lib/replies/variables';
import { Icon } from '../ui/Icon';

export type Insertion = {
  replyId: string;
  variant: number;
  filled: Record<string, string>;
  confirmed: boolean;
  override?: boolean;
};
export type InsertResult = { ok: true } | { ok: false; findings: Finding[]; message?: string };

type Props = {
  card: Card;
  conversation?: OnScreen['conversation'];
  channel: string;
  replies: Reply[];
  me: Me;
  mayOverride: boolean;
  onInsert(insertion: Insertion): Promise<InsertResult>;
  onCopy(text: string): void;
  onEdit(): void;
};

const reasons = {
  language: 'their language',
  channel: 'this place',
  tone: 'their tone',
  'only-one': 'the only variant',
  first: 'the first variant',
};

export function ReplyPicker(props: Props) {
  const { card, replies, me, channel } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = findReplies(replies, query);
  const chosen = found[Math.min(at, found.length - 1)];
  const preferred = (key: string) => card.contact.preferences.find(item => item.key === key)?.value;
  const choice =
    chosen &&
    chooseVariant(chosen, {
      language: preferred('language'),
      channel,
      tone: preferred('tone'),
      ownLanguages: me.languages,
    });
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || found.length === 0) return;
    event.preventDefault();
    setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };
  if (replies.length === 0) {
    return (
      <div class="empty">
        <p>Prepared answers will be listed here.</p>
        <button type="button" class="btn" onClick={props.onEdit}>
          Write the first one
        </button>
      </div>
    );
  }
  return (
    <div class="replies">
      <label class="search">
        <Icon node={Search} />
        <span class="sr">Search quick replies</span>
        <input
          type="search"
          id="reply-search"
          placeholder="Search, or ;shortcut"
          value={query}
          aria-controls="reply-list"
          aria-activedescendant={chosen && `reply-${chosen.id}`}
          onInput={event => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={move}
        />
        <kbd>/</kbd>
      </label>
      <ul role="listbox" id="reply-list" aria-label="Quick replies">
        {found.slice(0, 8).map((reply, index) => (
          <li
            key={reply.id}
            role="option"
            id={`reply-${reply.id}`}
            aria-selected={reply === chosen}
            class="reply"
            onClick={() => setAt(index)}
          >
            <span class="grow cut">
              <bdi>{reply.name}</bdi>
            </span>
            {reply.shortcut && <kbd class="mono">;{reply.shortcut}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="quiet">No reply has these words.</p>}
      {chosen && choice && (
        <Preview
          key={`${chosen.id}:${card.contact.id}`}
          {...props}
          reply={chosen}
          best={choice.index}
          because={reasons[choice.because]}
        />
      )}
    </div>
  );
}

type PreviewProps = Props & { reply: Reply; best: number; because: string };

function Preview({
  card,
  conversation,
  me,
  reply,
  best,
  because,
  mayOverride,
  onInsert,
  onCopy,
}: PreviewProps) {
  const [variant, setVariant] = useState(best);
  const [filled, setFilled] = useState<Record<string, string>>({});
  const [findings, setFindings] = useState<Finding[]>([]);
  const [message, setMessage] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = reply.variants[variant];
  const language = shown?.language;
  const variables = replyVariables({
    ...card,
    conversation: { title: conversation?.title },
    me,
    openIssue: card.openIssues[0],
    now: new Date(),
    language,
  });
  const rendered = safely(() => renderReply(shown?.body ?? '', variables, filled));
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
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (
        event.key === 'Enter' &&
        (event.ctrlKey || event.metaKey) &&
        !(event.target as Element).closest?.('.composer')
      )
        void insert(false);
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
  return (
    <div class="preview" ref={box}>
      <header>
        <Icon node={Languages} />
        <span class="grow">
          {language ?? 'Any language'}, {because}
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
        <Text rendered={rendered} language={language} filled={filled} onFill={setFilled} />
      )}
      {findings.map(finding => (
        <FindingLine
          key={`${finding.kind}${finding.detail}`}
          finding={finding}
          onConfirm={() => void insert(true)}
          onOverride={mayOverride ? () => void insert(true, true) : undefined}
        />
      ))}
      <footer>
        <span class={`grow ${missing.length > 0 ? 'gap-count' : ''}`} role="status">
          {message ||
            (missing.length === 1
              ? '1 blank to fill'
              : missing.length > 1
                ? `${missing.length} blanks to fill`
                : '')}
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

function safely(render: () => Rendered): Rendered | ReplyError {
  try {
    return render();
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}

type TextProps = {
  rendered: Rendered;
  language?: string;
  filled: Record<string, string>;
  onFill(filled: Record<string, string>): void;
};

/** The reply with its values tinted; a blank is a field in its place. */
function Text({ rendered, language, filled, onFill }: TextProps) {
  const [editing, setEditing] = useState<string>();
  const save = (path: string, value: string) => {
    setEditing(undefined);
    const { [path]: _old, ...rest } = filled;
    onFill(value.trim() ? { ...rest, [path]: value.trim() } : rest);
  };
  const part = (item: Part, index: number) => {
    const path = item.path ?? '';
    if (editing === path && path !== '') {
      return (
        <input
          key={index}
          class="input small blank"
          aria-label={label(path)}
          value={filled[path] ?? ''}
          ref={field => field?.focus()}
          onBlur={event => save(path, event.currentTarget.value)}
          onKeyDown={event =>
            event.key === 'Enter' && !event.ctrlKey && save(path, event.currentTarget.value)
          }
        />
      );
    }
    if (item.kind === 'missing')
      return (
        <button key={index} type="button" class="gap" onClick={() => setEditing(path)}>
          {item.text}
        </button>
      );
    if (item.kind === 'value' && Object.hasOwn(filled, path))
      return (
        <button key={index} type="button" class="var" title={label(path)} onClick={() => setEditing(path)}>
          {item.text}
        </button>
      );
    if (item.kind === 'value')
      return (
        <b key={index} class="var" title={label(path)}>
          {item.text}
        </b>
      );
    return item.text;
  };
  return (
    <div class="text prose" lang={language} dir="auto">
      {rendered.parts.map(part)}
    </div>
  );
}

const said: Record<Finding['kind'], (detail: string) => string> = {
  'wrong-recipient': detail => `The box goes to ${detail}, not to this person.`,
  'missing-value': detail => `${label(detail)} is missing.`,
  'do-not-contact': detail => `${detail} asked not to be contacted.`,
  'other-name': detail => `The text names ${detail}.`,
  language: detail => `The text is written in “${detail}”, they prefer another language.`,
  tone: detail => `The tone is “${detail}”, they prefer another.`,
};

function FindingLine({
  finding,
  onConfirm,
  onOverride,
}: {
  finding: Finding;
  onConfirm(): void;
  onOverride?(): void;
}) {
  return (
    <div class={`finding ${finding.effect}`} role="alert">
      <span class="grow">{said[finding.kind](finding.detail)}</span>
      {finding.effect === 'confirm' && (
        <button type="button" class="link" onClick={onConfirm}>
          Insert all the same
        </button>
      )}
      {finding.kind === 'wrong-recipient' && onOverride && (
        <button type="button" class="link" onClick={onOverride}>
          Insert there
        </button>
      )}
    </div>
  );
}
