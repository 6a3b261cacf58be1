// Whom a retention rule names and why: nobody is ticked at first, and only those who are ticked are removed.
import { useEffect, useState } from 'preact/hooks';
import { relativeDate } from '../../../lib/dates/relative';
import type { RetentionRule } from '../../../lib/model/retention';
import { stageNames } from '../../../lib/privacy/words';
import { pageOf } from '../contacts/address';
import { toast } from '../toast';
import { countOf } from './counts';
import { HoldingFiles } from './HoldingFiles';
import { type Backup, type Found, findIdle, type How, type IdlePerson, removePeople } from './idle-people';
import { RemovePeople } from './RemovePeople';

type Props = { rule: RetentionRule; onLooked(): void };

export function RetentionList({ rule, onLooked }: Props) {
  const [found, setFound] = useState<Found>();
  const [isDone, setDone] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [backups, setBackups] = useState<Backup[]>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const life = new AbortController();
    setDone(false);
    findIdle(rule, setFound, life.signal).then(
      () => {
        if (life.signal.aborted) return;
        setDone(true);
        onLooked();
      },
      error => failed(error),
    );
    return () => life.abort();
  }, [round]);
  const people = found?.people ?? [];
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const remove = async (how: How, tell: (done: number) => void) => {
    const chosen = people.filter(({ id }) => ticked.has(id));
    try {
      setBackups(await removePeople(chosen, how, tell));
      const gone = countOf(chosen.length, 'person', 'people');
      toast.value = {
        text: how === 'trash' ? `${gone} moved to the trash, under Data` : `${gone} forgotten`,
      };
    } catch (error) {
      failed(error);
    }
    setTicked(new Set());
    setRound(round + 1);
  };
  return (
    <div class="stack" aria-busy={!isDone}>
      <p role="status">{stateOf(found, isDone)}</p>
      {backups && (
        <div class="stack" role="status">
          <p>Nothing about those whom you removed is stored here any more.</p>
          <HoldingFiles backups={backups} />
        </div>
      )}
      {people.length > 0 && (
        <>
          <People people={people} ticked={ticked} onTick={tick} />
          <p class="row">
            <button type="button" class="link" onClick={() => setTicked(new Set(people.map(({ id }) => id)))}>
              Tick all {people.length}
            </button>
            <button
              type="button"
              class="link"
              disabled={ticked.size === 0}
              onClick={() => setTicked(new Set())}
            >
              Tick none
            </button>
          </p>
          <RemovePeople count={ticked.size} onRemove={remove} />
        </>
      )}
    </div>
  );
}

const failed = (error: unknown) => {
  toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
};

function stateOf(found: Found | undefined, isDone: boolean): string {
  if (!found || !isDone) return `Looking, ${countOf(found?.seen ?? 0, 'person', 'people')} so far`;
  const count = found.people.length;
  if (count === 0) return 'Nobody: there was something with everybody since then.';
  const rest = found.isWhole ? '' : ' There are more; they are listed when you are done with these.';
  return `${countOf(count, 'person', 'people')}.${rest}`;
}

/** Why somebody is listed. */
function reasonOf({ lastAt, createdAt }: IdlePerson): string {
  const now = new Date();
  return lastAt === undefined
    ? `Added ${relativeDate(createdAt, now)}, nothing since`
    : `Nothing since ${relativeDate(lastAt, now)}`;
}

type PeopleProps = {
  people: IdlePerson[];
  ticked: ReadonlySet<string>;
  onTick(id: string, isTicked: boolean): void;
};

function People({ people, ticked, onTick }: PeopleProps) {
  return (
    <ul class="card idle" aria-label="People this rule names">
      {people.map(person => (
        <li key={person.id} class="row">
          <input
            type="checkbox"
            class="check"
            aria-label={`Remove ${person.name}`}
            checked={ticked.has(person.id)}
            onChange={event => onTick(person.id, event.currentTarget.checked)}
          />
          <span class="grow">
            <a class="link" href={pageOf(person.id)}>
              <bdi>{person.name}</bdi>
            </a>{' '}
            <bdi class="quiet">{person.company}</bdi>
            <span class="why">
              {reasonOf(person)}
              {person.stage && <span class="tag">{stageNames[person.stage]}</span>}
              {person.isOpen && <span class="tag warn">Something is still to be done</span>}
              {person.doNotContact && <span class="tag warn">Do not contact</span>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
