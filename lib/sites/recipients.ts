// The recipient fields of a mail being written: nobody whom the answer would go to is left out.
import type { SeenIdentity } from '../model/identity';
import type { Entry, ReadAddress } from './addresses';
import { cut } from './dom';

/**
 * A recipient field. `addresses` are its people, without an address who is shown by name alone; `values` has of each entry
 * the address, else what is written.
 */
export type Field = { role: 'to' | 'cc' | 'bcc'; addresses: ReadAddress[]; values: string[] };

export const MAX_RECIPIENTS = 64;
const MAX_ENTRIES = 256;
const MAX_WRITTEN = 320;

/** A field from what is written in it. */
export function fieldOf(role: Field['role'], entries: readonly Entry[]): Field {
  return {
    role,
    addresses: entries.flatMap(({ address }) => address ?? []).slice(0, MAX_RECIPIENTS),
    values: entries
      .flatMap(({ address, written }) => address?.value || cut(written, MAX_WRITTEN) || [])
      .slice(0, MAX_ENTRIES),
  };
}

/**
 * Everybody in the fields once, `MAX_RECIPIENTS` at most. What is no address stands as written, so that a box with
 * somebody unreadable in it never looks like one without.
 */
export function identitiesOf(fields: readonly Field[]): SeenIdentity[] {
  const seen = new Map<string, SeenIdentity>();
  const values = fields.flatMap(field => field.values);
  for (const value of values) {
    const key = value.toLowerCase();
    if (!seen.has(key) && seen.size < MAX_RECIPIENTS) seen.set(key, { kind: 'email', value });
  }
  return [...seen.values()];
}
