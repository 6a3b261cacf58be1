// The list that is shown: kept while other screens are looked at, and always in the address of this one.
import { signal } from '@preact/signals';
import type { ListQuery } from '../../../lib/model/list-query';
import { addressOf, firstColumns, type ListState, readAddress } from './address';

export const list = signal<ListState>({ query: {}, columns: firstColumns });

const personIn = (hash: string) => /^#\/contacts\/([\w.:-]+)/.exec(hash)?.[1];
const isHere = () => /^#\/contacts(?![\w-])/.test(location.hash);

/** Takes over what the address names; a bare address gets what was shown last. */
function follow(): void {
  if (!isHere()) return;
  const named = readAddress(location.hash);
  if (named && JSON.stringify(named) !== JSON.stringify(list.value)) list.value = named;
  if (!named) history.replaceState(null, '', addressOf(list.value, personIn(location.hash)));
}

/** Follows the address as long as the screen is there. */
export function followList(signal: AbortSignal): void {
  addEventListener('hashchange', follow, { signal });
  follow();
}

/** Shows another list. `isTyping` puts it in the place of the last one, so that going back skips single letters. */
export function show(state: ListState, isTyping = false): void {
  list.value = state;
  const address = addressOf(state, personIn(location.hash));
  if (isTyping && isHere()) history.replaceState(null, '', address);
  else location.hash = address;
}

/** Changes the filters or the order of the list. */
export const showQuery = (query: ListQuery, isTyping = false): void =>
  show({ ...list.value, query }, isTyping);

/** Shows a person's card beside the list; nobody's closes it. Looking at one after the other is one step back. */
export function showBeside(id?: string): void {
  const address = addressOf(list.value, id);
  if (id && personIn(location.hash)) location.replace(address);
  else location.hash = address;
}
