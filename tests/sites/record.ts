// Counts of what was read right, wrong or not at all, for `npm run test:sites`; without the variable nothing is written.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

export type Counts = { right: number; wrong: number; missed: number };
export type Measure = 'people' | 'marks' | 'insertion';
export type Where = 'golden' | 'saved' | 'server';

/** How many of `wanted` were seen, how many others, and how many were not. Both lists are compared as they are written. */
export function countsOf(seen: readonly string[], wanted: readonly string[]): Counts {
  const left = [...wanted];
  let wrong = 0;
  for (const one of seen) {
    const place = left.indexOf(one);
    if (place === -1) wrong++;
    else left.splice(place, 1);
  }
  return { right: wanted.length - left.length, wrong, missed: left.length };
}

/** Adds counts to the measure of a site. */
export function record(site: string, where: Where, what: Measure, counts: Counts): void {
  const folder = process.env.REGULARS_MEASURE;
  if (folder)
    appendFileSync(join(folder, 'counts.jsonl'), `${JSON.stringify({ site, where, what, ...counts })}\n`);
}
