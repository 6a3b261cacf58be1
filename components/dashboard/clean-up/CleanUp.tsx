// Clean up: people who may be one, each pair with its reasons; and two of them beside each other.
import { useEffect, useRef } from 'preact/hooks';
import type { DuplicatePair, SharedByMany } from '../../../lib/model/merge';
import type { ContactSummary } from '../../../lib/model/on-screen';
import { call } from '../../../lib/rpc/client';
import { Avatar } from '../../parts/Avatar';
import { act } from '../act';
import { Compare } from './Compare';
import { type Search, useDuplicates } from './duplicates';
import { reasonName } from './words';

/** `detail`: the ids of two people, with a `+` between them. */
export function CleanUp({ detail }: { detail?: string }) {
  const search = useDuplicates();
  const [one, other] = detail?.split('+') ?? [];
  const wasComparing = useRef(false);
  useEffect(() => {
    // Who comes back from a decision goes on with the next one.
    if (wasComparing.current && !detail)
      (document.querySelector<HTMLElement>('.pair-link') ?? document.querySelector('h1'))?.focus();
    wasComparing.current = detail !== undefined;
  }, [detail]);
  if (one && other) return <Compare key={detail} ids={[one, other]} onDecided={search.drop} />;
  return (
    <main class="scroll page wide">
      <h1 tabIndex={-1}>Clean up</h1>
      <p class="mute">
        People who may be in Regulars twice. Nobody is merged unless you say so, and whoever was merged can be
        taken apart at any time.
      </p>
      <Found search={search} />
    </main>
  );
}

function Found({ search: { found, failed, drop } }: { search: Search }) {
  if (failed) return <p class="notice danger">{failed}</p>;
  if (!found)
    return (
      <p class="quiet" role="status">
        Looking through everybody…
      </p>
    );
  return (
    <>
      <p class="quiet" role="status">
        {found.pairs.length === 1 ? '1 pair' : `${found.pairs.length.toLocaleString()} pairs`}
        {found.more > 0 && `, and ${found.more.toLocaleString()} more when these are decided`}
      </p>
      {found.pairs.length === 0 ? (
        <p class="empty">Nobody seems to be here twice.</p>
      ) : (
        <ul class="card pairs" aria-label="People who may be one">
          {found.pairs.map(pair => (
            <Pair key={pair.people.map(({ id }) => id).join('+')} pair={pair} onDecided={drop} />
          ))}
        </ul>
      )}
      {found.shared.length > 0 && <Shared shared={found.shared} />}
    </>
  );
}

type PairProps = { pair: DuplicatePair; onDecided: Search['drop'] };

function Pair({ pair: { people, reasons }, onDecided }: PairProps) {
  const [one, other] = people;
  const differ = async () => {
    const ids: [string, string] = [one.id, other.id];
    const isDone = await act(`${one.name} and ${other.name} stay two people`, () =>
      call('contacts.notSame', { ids }),
    );
    if (isDone) onDecided(pair => ids.every(id => pair.includes(id)));
  };
  return (
    <li class="row pair">
      <span class="pair-people grow">
        <PersonLine person={one} />
        <PersonLine person={other} />
        <ul class="reasons" aria-label="Why">
          {reasons.map(reason => (
            <li key={reason.kind}>
              {reasonName(reason)}: <bdi>{reason.detail}</bdi>
            </li>
          ))}
        </ul>
      </span>
      <a
        class="btn small pair-link"
        href={`#/clean-up/${one.id}+${other.id}`}
        aria-label={`Compare ${one.name} and ${other.name}`}
      >
        Compare
      </a>
      <button
        type="button"
        class="btn small plain"
        aria-label={`${one.name} and ${other.name} are not the same`}
        onClick={() => void differ()}
      >
        Not the same
      </button>
    </li>
  );
}

function PersonLine({ person: { id, name, company, address } }: { person: ContactSummary }) {
  return (
    <span class="row">
      <Avatar name={name} id={id} />
      <span class="grow">
        <bdi class="strong">{name}</bdi>{' '}
        <bdi class="mute">{[address, company].filter(Boolean).join(' · ')}</bdi>
      </span>
    </span>
  );
}

function Shared({ shared }: { shared: SharedByMany[] }) {
  return (
    <details class="shared">
      <summary class="link">Shared by many, so not suggested</summary>
      <ul>
        {shared.map(({ reason, people }) => (
          <li key={`${reason.kind}/${reason.detail}`}>
            {reasonName(reason)}: <bdi>{reason.detail}</bdi> <span class="quiet">({people} people)</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
