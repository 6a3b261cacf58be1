// The recipient fields of a mail being written: nobody whom the answer would go to is left out.
import type { SeenIdentity } from '../model/identity';
import type { Entry, ReadAddress } from './addresses';
import { cut } from './dom';

/**
 * A recipient field. `others` are its entries that say no address, as written; who is shown by name alone stands in
 * both, without an address in `addresses`.
 */
export type Field = { role: 'to' | 'cc' | 'bcc'; addresses: ReadAddress[]; others: string[] };

export const MAX_RECIPIENTS = 64;
const MAX_WRITTEN = 320;

/** A field from what is written in it. */
export function fieldOf(role: Field['role'], entries: readonly Entry[]): Field {
  return {
    role,
    addresses: entries.flatMap(({ address }) => address ?? []).slice(0, MAX_RECIPIENTS),
    others: entries
      .flatMap(({ address, written }) => (address?.value || !written ? [] : cut(written, MAX_WRITTEN)))
      .slice(0, MAX_RECIPIENTS),
  };
}

/**
 * Everybody in the fields once, `MAX_RECIPIENTS` at most. What is no address stands as written, so that a box with
 * somebody unreadable in it never looks like one without.
 */
export function identitiesOf(fields: readonly Field[]): SeenIdentity[] {
  const seen = new Map<string, SeenIdentity>();
  const values = fields.flatMap(({ addresses, others }) => [
    ...addresses.flatMap(({ value }) => value || []),
    ...others,
  ]);
  for (const value of values) {
    const key = value.toLowerCase();
    if (!seen.has(key) && seen.size < MAX_RECIPIENTS) seen.set(key, { kind: 'email', value });
  }
  return [...seen.values()];
}
