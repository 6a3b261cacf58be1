// The rows of a list as they are needed: read in portions, and again when the list is no longer as it was.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Found, Row } from '../../../lib/list/desk';
import type { ListQuery } from '../../../lib/model/list-query';
import type { Span } from '../../ui/grid-rows';
import { ask, listVersion } from '../desk';
import { toast } from '../toast';

const portion = 100;

export type Listed = Pick<Found, 'total' | 'everybody' | 'stage'> & {
  /** The query these rows are of. */
  key: string;
  rows: Map<number, Row>;
};

const nothing: Listed = { key: '', total: 0, everybody: 0, stage: 'nothing', rows: new Map() };

const failed = (error: unknown) => {
  toast.value = { text: error instanceof Error ? error.message : 'The list can’t be read.', bad: true };
};

type Wanted = { query: ListQuery; span: Span; isFresh: boolean };

async function read({ query, span, isFresh }: Wanted): Promise<(old: Listed) => Listed> {
  const from = Math.floor(span.from / portion) * portion;
  const count = Math.max(portion, Math.ceil((span.to - from) / portion) * portion);
  const { rows, total, everybody, stage } = await ask('find', query, from, count);
  const key = JSON.stringify(query);
  return old => {
    const kept = isFresh || old.key !== key ? [] : old.rows;
    const fresh = rows.map((row, at) => [from + at, row] as const);
    return { key, total, everybody, stage, rows: new Map([...kept, ...fresh]) };
  };
}

/** Reads one part at a time; of what is wanted meanwhile the last is read afterwards. */
function reader(show: (next: (old: Listed) => Listed) => void): (wanted: Wanted) => void {
  let wanted: Wanted | undefined;
  let isReading = false;
  const work = async () => {
    isReading = true;
    for (let next = wanted; next; next = wanted) {
      wanted = undefined;
      await read(next).then(show, failed);
    }
    isReading = false;
  };
  return next => {
    wanted = { ...next, isFresh: next.isFresh || wanted?.isFresh === true };
    if (!isReading) void work();
  };
}

/** What is read of the list, and what to call when other rows come into view. */
export function useList(query: ListQuery): { listed: Listed; onShown(span: Span): void } {
  const [listed, setListed] = useState(nothing);
  const [want] = useState(() => reader(setListed));
  const span = useRef<Span>({ from: 0, to: portion });
  const key = JSON.stringify(query);
  const version = listVersion.value;
  const shownKey = useRef(key);
  // Before the page is painted: an effect behind that would come a frame later.
  useLayoutEffect(() => {
    if (shownKey.current !== key) span.current = { from: 0, to: portion };
    shownKey.current = key;
    want({ query, span: span.current, isFresh: true });
  }, [key, version]);
  const onShown = (next: Span) => {
    span.current = next;
    if (listed.key !== key) return;
    for (let row = next.from; row < next.to; row++) {
      if (!listed.rows.has(row)) {
        want({ query, span: next, isFresh: false });
        return;
      }
    }
  };
  return { listed, onShown };
}
