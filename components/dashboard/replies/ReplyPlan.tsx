// The dry run on screen: what is new, what has to be decided, what is refused and why.
import type { ComponentChildren } from 'preact';
import type { Reply, ReplyVariant } from '../../../lib/model/reply';
import type { PlannedReply } from '../../../lib/transfer/replies/plan';
import type { Choice, Choices, Differing, Plan } from './reply-plan';

type Props = {
  plan: Plan;
  /** The replies that are here, whose texts stand beside those of the file. */
  here: Reply[];
  choices: Choices;
  onChoices(choices: Choices): void;
};

export function ReplyPlan({ plan, here, choices, onChoices }: Props) {
  const { from, notes, rows, refused } = plan;
  const fresh = rows.filter(({ fate }) => fate === 'new');
  const differing = rows.filter(row => row.fate === 'differs');
  const same = rows.length - fresh.length - differing.length;
  const set = (of: PlannedReply[], choice: Choice) =>
    onChoices(new Map([...choices, ...of.map(({ place }) => [place, choice] as const)]));
  return (
    <>
      <section aria-labelledby="plan" class="stack">
        <h2 id="plan">What will change</h2>
        <p role="status">
          From {from}: {fresh.length} new, {differing.length} to decide, {same} the same, {refused.length}{' '}
          refused. A trial run: nothing is saved yet.
        </p>
        {notes.map(note => (
          <p key={note} class="mute">
            {note}
          </p>
        ))}
      </section>
      {differing.length > 0 && (
        <section aria-labelledby="differing" class="stack">
          <div class="row">
            <h2 id="differing" class="grow">
              To decide
            </h2>
            <All onClick={() => set(differing, 'skip')}>Leave all as they are</All>
            <All onClick={() => set(differing, 'replace')}>Replace all</All>
            <All onClick={() => set(differing, 'both')}>Keep both of all</All>
          </div>
          <ul class="card">
            {differing.map(row => (
              <Decision
                key={row.place}
                row={row}
                old={here.find(({ id }) => id === row.twin.id)}
                choice={choices.get(row.place) ?? 'skip'}
                onChoose={choice => set([row], choice)}
              />
            ))}
          </ul>
        </section>
      )}
      {fresh.length > 0 && (
        <section aria-labelledby="fresh" class="stack">
          <div class="row">
            <h2 id="fresh" class="grow">
              New
            </h2>
            <All onClick={() => set(fresh, 'both')}>Take all</All>
            <All onClick={() => set(fresh, 'skip')}>Take none</All>
          </div>
          <ul class="card">
            {fresh.map(row => (
              <li key={row.place} class="plan-row">
                <label class="row">
                  <input
                    type="checkbox"
                    class="check"
                    checked={choices.get(row.place) === 'both'}
                    onChange={event => set([row], event.currentTarget.checked ? 'both' : 'skip')}
                  />
                  <Title row={row} />
                </label>
                <Remarks of={row} />
                <Text label="Text" variants={row.draft.variants} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section aria-labelledby="refused" class="stack">
          <h2 id="refused">Refused</h2>
          <ul class="card">
            {refused.map(({ place, name, refused: reason }) => (
              <li key={place} class="plan-row">
                <p>
                  <bdi>{name || `Text ${place}`}</bdi>
                </p>
                <p class="hint error">{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function All({ onClick, children }: { onClick(): void; children: ComponentChildren }) {
  return (
    <button type="button" class="btn small plain" onClick={onClick}>
      {children}
    </button>
  );
}

function Title({
  row: { draft },
  shortcut = draft.shortcut,
}: {
  row: PlannedReply;
  shortcut?: string | undefined;
}) {
  return (
    <>
      <bdi class="cut">{draft.name}</bdi>
      {shortcut && (
        <kbd class="mono" dir="ltr">
          ;{shortcut}
        </kbd>
      )}
      {draft.tags.map(tag => (
        <bdi key={tag} class="tag">
          {tag}
        </bdi>
      ))}
    </>
  );
}

/** What was changed in a text on the way here. */
function Remarks({ of: { remarks } }: { of: PlannedReply }) {
  if (remarks.length === 0) return null;
  return (
    <ul class="remarks">
      {remarks.map(remark => (
        <li key={remark} class="hint">
          <bdi>{remark}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A text as a template, each of its variants. */
function Text({ label, variants }: { label: string; variants: ReplyVariant[] }) {
  return (
    <details>
      <summary class="link calm">{label}</summary>
      {variants.map(({ body, language }, at) => (
        <pre key={at} class="template" lang={language} dir="auto">
          {body}
        </pre>
      ))}
    </details>
  );
}

type DecisionProps = {
  row: Differing;
  old: Reply | undefined;
  choice: Choice;
  onChoose(choice: Choice): void;
};

function Decision({ row, old, choice, onChoose }: DecisionProps) {
  const { place, draft, twin, original } = row;
  const ways: [Choice, string][] = [
    ['skip', 'Leave what is here'],
    ['replace', 'Replace it'],
    [
      'both',
      draft.shortcut && draft.shortcut !== original ? `Keep both, as ;${draft.shortcut}` : 'Keep both',
    ],
  ];
  return (
    <li class="plan-row">
      <div class="row">
        <Title row={row} shortcut={original} />
      </div>
      <p class="mute">
        Here <bdi>“{twin.name}”</bdi> has{' '}
        {twin.by === 'shortcut' ? `the shortcut ;${twin.shortcut}` : 'this name'} and says something else.
      </p>
      <fieldset class="row ways">
        <legend class="sr">What to do with {draft.name}</legend>
        {ways.map(([id, label]) => (
          <label key={id} class="row">
            <input
              type="radio"
              class="check"
              name={`way-${place}`}
              checked={choice === id}
              onChange={() => onChoose(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Remarks of={row} />
      <div class="beside">
        <Text label="Text in the file" variants={draft.variants} />
        {old && <Text label="Text here" variants={old.variants} />}
      </div>
    </li>
  );
}
