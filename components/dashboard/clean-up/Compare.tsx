// Two people beside each other: each value that differs is chosen, all else is kept of both.
import { ArrowLeft } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fullDate, relativeDate } from '../../../lib/dates/relative';
import { identityKindNames } from '../../../lib/identity/kinds';
import type { ComparedFact, ComparedPerson, Comparison } from '../../../lib/model/merge';
import type { Source } from '../../../lib/model/source';
import { sourceNames } from '../../../lib/privacy/words';
import { AnswerError, call } from '../../../lib/rpc/client';
import { Avatar } from '../../parts/Avatar';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { useLoaded } from '../load';
import type { Search } from './duplicates';
import { factName } from './words';

const leave = () => {
  location.hash = '#/clean-up';
};

type Props = { ids: [string, string]; onDecided: Search['drop'] };

export function Compare({ ids, onDecided }: Props) {
  const compared = useLoaded(() => read(ids));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [compared === undefined]);
  if (!compared) return <main aria-busy="true" />;
  return (
    <main class="scroll page wide">
      <a class="link" href="#/clean-up">
        <Icon node={ArrowLeft} flip />
        Clean up
      </a>
      <h1 ref={heading} tabIndex={-1}>
        {'refused' in compared ? 'Nothing to compare' : 'Are they one person?'}
      </h1>
      {'refused' in compared ? (
        <p class="empty">{compared.refused}</p>
      ) : (
        <Decision comparison={compared} onDecided={onDecided} />
      )}
    </main>
  );
}

/** Somebody may have been merged or deleted meanwhile: that is no failure of the screen. */
async function read(ids: [string, string]): Promise<Comparison | { refused: string }> {
  try {
    return await call('contacts.compare', { ids });
  } catch (error) {
    if (error instanceof AnswerError) return { refused: error.message };
    throw error;
  }
}

function Decision({ comparison, onDecided }: { comparison: Comparison; onDecided: Search['drop'] }) {
  const { people, facts, tags } = comparison;
  const [stays, goes] = people.map(({ contact }) => contact);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!stays || !goes) return null;
  const choose = (fact: string, isLoser: boolean) => {
    const next = new Set(chosen);
    if (isLoser) next.add(fact);
    else next.delete(fact);
    setChosen(next);
  };
  const merge = async () => {
    const choices = facts
      .filter(({ differs }) => differs)
      .map(({ fact }) => ({ fact, from: chosen.has(fact) ? ('loser' as const) : ('winner' as const) }));
    const input = { winner: stays.id, loser: goes.id, choices };
    if (!(await act('Merged into one person', () => call('contacts.merge', input)))) return;
    onDecided(pair => pair.includes(goes.id));
    leave();
  };
  const differ = async () => {
    const ids: [string, string] = [stays.id, goes.id];
    if (!(await act('They stay two people', () => call('contacts.notSame', { ids })))) return;
    onDecided(pair => ids.every(id => pair.includes(id)));
    leave();
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void merge();
      }}
    >
      <table class="side-by-side">
        <thead>
          <tr>
            <td />
            {people.map(person => (
              <PersonHead key={person.contact.id} person={person} />
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(fact => (
            <FactRow key={fact.fact} fact={fact} isLoser={chosen.has(fact.fact)} onChoose={choose} />
          ))}
          <IdentitiesRow people={people} />
          {tags.length > 0 && <TagsRow tags={tags} />}
          <CountsRow people={people} />
        </tbody>
      </table>
      <p class="quiet">
        Addresses, tags and everything on the timeline are kept of both. Values that are not chosen stay as
        other values, and both can be taken apart at any time.
      </p>
      <p class="row decide">
        <button type="submit" class="btn primary">
          Merge into one
        </button>
        <button type="button" class="btn" onClick={() => void differ()}>
          Not the same
        </button>
        <a class="btn plain" href="#/clean-up">
          Decide later
        </a>
      </p>
    </form>
  );
}

function PersonHead({ person: { contact, createdAt } }: { person: ComparedPerson }) {
  return (
    <th scope="col">
      <span class="row">
        <Avatar name={contact.name} id={contact.id} />
        <a class="link" href={`#/person/${contact.id}`}>
          <bdi>{contact.name}</bdi>
        </a>
      </span>
      <span class="meta">
        added <When at={createdAt} />
      </span>
    </th>
  );
}

const When = ({ at }: { at: number }) => (
  <time dateTime={new Date(at).toISOString()} title={fullDate(at)}>
    {relativeDate(at, new Date())}
  </time>
);

type FactProps = { fact: ComparedFact; isLoser: boolean; onChoose(fact: string, isLoser: boolean): void };

function FactRow({ fact, isLoser, onChoose }: FactProps) {
  const name = factName(fact);
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {fact.texts.map((text, at) => (
        <td key={at === 0 ? 'stays' : 'goes'}>
          {text === null ? (
            <span class="quiet">not known</span>
          ) : fact.differs ? (
            <label class="option">
              <input
                type="radio"
                class="check"
                name={`fact-${fact.fact}`}
                aria-label={`${name}: ${text}`}
                checked={isLoser === (at === 1)}
                onChange={() => onChoose(fact.fact, at === 1)}
              />
              <Value text={text} source={fact.sources[at] ?? null} />
            </label>
          ) : (
            <Value text={text} source={fact.sources[at] ?? null} />
          )}
        </td>
      ))}
    </tr>
  );
}

function Value({ text, source }: { text: string; source: Source | null }) {
  return (
    <span>
      <bdi>{text}</bdi>
      {source && (
        <span class="origin">
          {sourceNames[source.from]}, {relativeDate(source.at, new Date())}
        </span>
      )}
    </span>
  );
}

function IdentitiesRow({ people }: Pick<Comparison, 'people'>) {
  return (
    <tr>
      <th scope="row">How to reach them</th>
      {people.map(({ contact, identities }) => (
        <td key={contact.id}>
          <ul>
            {identities.map(({ key, kind, value }) => (
              <li key={key}>
                <span class="quiet">{identityKindNames[kind]}</span> <bdi>{value}</bdi>
              </li>
            ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}

function TagsRow({ tags }: Pick<Comparison, 'tags'>) {
  return (
    <tr>
      <th scope="row">Tags of both</th>
      <td colSpan={2}>
        {tags.map(tag => (
          <span key={tag} class="tag">
            <bdi>{tag}</bdi>
          </span>
        ))}
      </td>
    </tr>
  );
}

function CountsRow({ people }: Pick<Comparison, 'people'>) {
  return (
    <tr>
      <th scope="row">Timeline</th>
      {people.map(({ contact, events, followUps }) => (
        <td key={contact.id}>
          {events === 1 ? '1 entry' : `${events} entries`}
          {followUps > 0 && `, ${followUps === 1 ? '1 follow-up' : `${followUps} follow-ups`}`}
        </td>
      ))}
    </tr>
  );
}
