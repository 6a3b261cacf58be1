// The suggested pairs of the screen: looked for by a worker, and again after every change.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Duplicates } from '../../../lib/model/merge';
import { onChanged } from '../../../lib/rpc/changed';
import { runTask } from '../run-task';

export type Search = {
  found?: Duplicates;
  /** Why nothing could be looked for. */
  failed?: string;
  /** Leaves out, until the next search is through, every pair that is decided. */
  drop(isDecided: (ids: string[]) => boolean): void;
};

type Found = Pick<Search, 'found' | 'failed'>;
type IsDecided = (ids: string[]) => boolean;

const without = (found: Duplicates, isDecided: IsDecided): Duplicates => ({
  ...found,
  pairs: found.pairs.filter(({ people }) => !isDecided(people.map(({ id }) => id))),
});

/** Searches while the screen is open; a change in the middle of a search begins another one after it. */
export function useDuplicates(): Search {
  const [state, setState] = useState<Found>({});
  /** What was decided since the search began that is under way: it may not know of it. */
  const decided = useRef<IsDecided[]>([]);
  useEffect(() => {
    const life = new AbortController();
    let isRunning = false;
    let isStale = true;
    const search = async () => {
      isStale = true;
      if (isRunning) return;
      isRunning = true;
      while (isStale && !life.signal.aborted) {
        isStale = false;
        decided.current = [];
        const outcome = await runTask({ do: 'duplicates' }, () => undefined);
        if (life.signal.aborted) return;
        if ('failed' in outcome) setState(({ found }) => ({ found, failed: outcome.failed }));
        else if (outcome.done === 'duplicates')
          setState({ found: decided.current.reduce<Duplicates>(without, outcome) });
      }
      isRunning = false;
    };
    void search();
    // What pages show is none of the full page's business.
    onChanged((_what, where) => {
      if (!where) void search();
    }, life.signal);
    return () => life.abort();
  }, []);
  const drop = (isDecided: IsDecided) => {
    decided.current.push(isDecided);
    setState(({ found, failed }) => ({ failed, found: found && without(found, isDecided) }));
  };
  return { ...state, drop };
}
