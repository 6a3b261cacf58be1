// Fingerprints of people who were forgotten: a file that brings them again is recognised, their address is not kept.
import type { Database } from './database';

/**
 * What a contact is known by in a file besides its identities: the id, which our own exports carry. No identity has
 * this prefix.
 */
export const contactKey = (id: string): string => `contact:${id}`;

/** This installation's salt, made at the first use. It is never exported: a print says nothing anywhere else. */
async function saltOf(db: Database): Promise<string> {
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(32)), hex).join('');
  return db.transaction('rw', db.settings, async () => {
    const value = (await db.settings.get('salt'))?.value;
    if (typeof value === 'string') return value;
    await db.settings.put({ key: 'salt', value: fresh });
    return fresh;
  });
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** Keys that are hashed at once. */
const portionSize = 2000;

/**
 * The fingerprints of normalised keys, in their order. Must not be awaited inside a transaction, which would end
 * meanwhile.
 */
export async function printsOf(db: Database, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const salt = await saltOf(db);
  const encoder = new TextEncoder();
  const print = async (key: string) => {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${salt}\n${key}`));
    return Array.from(new Uint8Array(digest), hex).join('');
  };
  const prints: string[] = [];
  for (let at = 0; at < keys.length; at += portionSize)
    prints.push(...(await Promise.all(keys.slice(at, at + portionSize).map(print))));
  return prints;
}

/** Those of the normalised keys whose owner was forgotten and must not come back; nothing is hashed where nobody was. */
export async function forgottenAmong(db: Database, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0 || (await db.forgotten.count()) === 0) return new Set();
  const prints = await printsOf(db, keys);
  const known = new Set(await db.forgotten.toCollection().primaryKeys());
  return new Set(keys.filter((_key, at) => known.has(prints[at] ?? '')));
}

/** Whether one of these keys (of identities, or `contactKey`) belonged to somebody who must not come back. */
export async function isForgotten(db: Database, keys: string[]): Promise<boolean> {
  return (await forgottenAmong(db, keys)).size > 0;
}

/** Lifts every fingerprint of the people who have one of these keys: they may be added again. Gives how many people. */
export async function allowAgain(db: Database, keys: string[]): Promise<number> {
  const rows = await db.forgotten.bulkGet(await printsOf(db, keys));
  const people = new Set(rows.flatMap(row => row?.person ?? []));
  await db.forgotten.filter(({ person }) => people.has(person)).delete();
  return people.size;
}

/** Lifts all fingerprints. Gives how many people there were. */
export async function allowEverybody(db: Database): Promise<number> {
  const people = new Set((await db.forgotten.toArray()).map(({ person }) => person));
  await db.forgotten.clear();
  return people.size;
}
