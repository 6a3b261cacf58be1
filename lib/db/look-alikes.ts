// Which known domain a strange one imitates, by index.
import { looksLike, seenKeys } from '../identity/look-alike';
import { skeleton } from '../identity/skeleton';
import type { Database } from './database';
import { isDerived } from './rebuild';

/** The worst first. */
const verdicts = ['same-skeleton', 'extra-label', 'one-letter-off'];

/**
 * The known domain that `domain` imitates, as `looksLike` says; of several the one it looks most like. Undefined when
 * there is none. Reads a few rows however many domains are known.
 */
export async function imitatedDomain(db: Database, domain: string): Promise<string | undefined> {
  const found = (await isDerived(db)) ? await nearDomains(db, domain) : await allDomains(db);
  const ranked = [...new Set(found)].flatMap(known => {
    const verdict = looksLike(`x@${domain}`, `x@${known}`);
    return verdict ? [{ known, rank: verdicts.indexOf(verdict) }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || (a.known < b.known ? -1 : 1))[0]?.known;
}

const allDomains = (db: Database): Promise<string[]> => db.domains.toCollection().primaryKeys();

/** All domains that may be imitated: of the same skeleton, at the beginning of this one, and near it. */
async function nearDomains(db: Database, domain: string): Promise<string[]> {
  const labels = domain.split('.');
  const beginnings = labels.map((_label, at) => labels.slice(0, at).join('.')).filter(Boolean);
  const lists = await Promise.all([
    db.domains.where('skeleton').equals(skeleton(domain)).primaryKeys(),
    db.domains.where('domain').anyOf(beginnings).primaryKeys(),
    ...seenKeys(domain).map(key => db.domains.where('near').equals(key).primaryKeys()),
  ]);
  return lists.flat();
}
