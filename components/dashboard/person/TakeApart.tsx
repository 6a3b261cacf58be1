// Taking somebody apart: what was added since both were one is asked about, one by one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { fullDate } from '../../../lib/dates/relative';
import { identityKindNames, isIdentityKind } from '../../../lib/identity/kinds';
import type { ApartPreview, ApartQuestion } from '../../../lib/model/merge';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';
import { factName } from '../clean-up/words';

type Props = { id: string; preview: ApartPreview; onDone(): void };

export function TakeApart({ id, preview: { stays, goes, questions }, onDone }: Props) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answer = (question: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(question);
    else next.delete(question);
    setTheirs(next);
  };
  const apart = async () => {
    const input = { id, theirs: [...theirs] };
    if (await act(`${goes} is a person of their own again`, () => call('contacts.takeApart', input)))
      onDone();
  };
  return (
    <form
      class="apart"
      onSubmit={event => {
        event.preventDefault();
        void apart();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        Take <bdi>{goes}</bdi> apart
      </h2>
      <p class="quiet">
        <bdi>{goes}</bdi> gets back all that was theirs, and is not suggested as one with <bdi>{stays}</bdi>{' '}
        again.
        {questions.length > 0 && ' What was added or changed since they were merged is up to you:'}
      </p>
      {questions.map(question => (
        <Question
          key={question.id}
          question={question}
          names={[stays, goes]}
          isTheirs={theirs.has(question.id)}
          onAnswer={answer}
        />
      ))}
      <p class="row decide">
        <button type="submit" class="btn primary">
          Take apart
        </button>
        <button type="button" class="btn" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}

type QuestionProps = {
  question: ApartQuestion;
  /** Who stays and who goes. */
  names: [string, string];
  isTheirs: boolean;
  onAnswer(question: string, isTheirs: boolean): void;
};

function Question({ question, names, isTheirs, onAnswer }: QuestionProps) {
  const { id, text, at } = question;
  return (
    <fieldset>
      <legend>
        <span class="quiet">{whatOf(question)}</span> <bdi>{text}</bdi>{' '}
        {at !== null && <time class="meta">{fullDate(at)}</time>}
      </legend>
      {names.map((name, place) => (
        <label key={place === 0 ? 'stays' : 'goes'} class="option">
          <input
            type="radio"
            class="check"
            name={id}
            checked={isTheirs === (place === 1)}
            onChange={() => onAnswer(id, place === 1)}
          />
          <span>
            {place === 0 ? 'Stays with ' : 'Goes with '}
            <bdi>{name}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The kind of what is asked about, in words. */
function whatOf({ about, what, label }: ApartQuestion): string {
  if (about === 'fact') return factName({ fact: what, label });
  if (about === 'followUp') return 'Follow-up';
  if (isIdentityKind(what)) return identityKindNames[what];
  return what.charAt(0).toUpperCase() + what.slice(1);
}
