// Asking portion by portion whom a retention rule names, and removing portion by portion whom the user chose.
import type { RetentionRule } from '../../../lib/model/retention';
import { call } from '../../../lib/rpc/client';

/** More people than anybody looks through at once are not listed; the rest follows when these are dealt with. */
const mostListed = 500;
/** People of one call. */
const portion = 100;

type Portion = Awaited<ReturnType<typeof findAfter>>;
export type IdlePerson = Portion['people'][number];
/** `isWhole`: nobody else is named. */
export type Found = { people: IdlePerson[]; seen: number; isWhole: boolean };
export type How = 'trash' | 'forget' | 'forget-and-recognise';

const findAfter = (rule: RetentionRule, after?: string) =>
  call('retention.find', { rule, ...(after !== undefined && { after }) });

/** Whom `rule` names; `tell` hears how far it is. Ends early when `signal` says so. */
export async function findIdle(
  rule: RetentionRule,
  tell: (found: Found) => void,
  signal: AbortSignal,
): Promise<void> {
  const people: IdlePerson[] = [];
  let seen = 0;
  let after: string | undefined;
  do {
    const found: Portion = await findAfter(rule, after);
    if (signal.aborted) return;
    people.push(...found.people);
    seen += found.seen;
    after = found.next;
    tell({
      people: people.slice(0, mostListed),
      seen,
      isWhole: after === undefined && people.length <= mostListed,
    });
  } while (after !== undefined && people.length < mostListed);
}

export type Backup = Awaited<ReturnType<typeof finish>>[number];

async function finish(people: IdlePerson[]) {
  const since = people.reduce((first, { createdAt }) => Math.min(first, createdAt), Date.now());
  return (await call('retention.finish', { since })).backups;
}

/**
 * Removes these people; `tell` hears how many are done. Gives the backups that still hold them, where they went for good.
 * Throws where a portion was refused: the ones before are gone.
 */
export async function removePeople(
  people: IdlePerson[],
  how: How,
  tell: (done: number) => void,
): Promise<Backup[] | undefined> {
  for (let at = 0; at < people.length; at += portion) {
    const ids = people.slice(at, at + portion).map(({ id }) => id);
    await call('retention.remove', { ids, how });
    tell(at + ids.length);
  }
  return how === 'trash' ? undefined : finish(people);
}
