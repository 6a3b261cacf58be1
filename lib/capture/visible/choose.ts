// Which candidates are taken for people, and which lines are theirs.
import { cjk } from '../../identity/names';
import { roleNear, type Surroundings } from './evidence';
import type { Member } from './groups';
import type { Candidate } from './named-in-line';
import type { Line } from './walk';

const enough = 4;

export type Taken = Member & {
  score: number;
  surroundings: Surroundings;
  /** Somebody else stands beside them, whose an address may be as well. */
  isJoined?: true;
};

const hasRoleNear = (one: Taken): boolean => roleNear(one, one.surroundings.named) !== undefined;

/** Those with enough evidence; names of a build that has it mostly take points from the others. */
export function best(build: Taken[]): Taken[] {
  const full = build.filter(({ score }) => score >= enough).length;
  const share = full / build.length;
  const bonus =
    full >= 4 && share >= 0.7 ? 3 : full >= 2 && share >= 0.5 ? 2 : full >= 1 && share >= 0.5 ? 1 : 0;
  const roles = build.filter(one => hasRoleNear(one)).length / build.length;
  const bonusOf = (one: Taken) => (roles >= 0.7 && !hasRoleNear(one) ? Math.min(bonus, 1) : bonus);
  return build.filter(
    one => one.score + bonusOf(one) >= enough && (one.name.sure !== 'single' || bonus >= 2),
  );
}

/** "Pilar Sanchis and Andreu Beneyto": who is joined to somebody is one as well. */
export function connected(candidates: Candidate[], chosen: Taken[]): Taken[] {
  const known = new Map(chosen.map(one => [one.line, one]));
  const pieces = new Set(chosen.map(({ piece }) => piece));
  return candidates.flatMap(one => {
    const beside = known.get(one.line);
    if (!beside || one.name.sure === 'single' || pieces.has(one.piece)) return [];
    const isJoined =
      /(?:^|\s)(?:and|und|y|e|et|en|i|&|och|и|،)\s*$/u.test(one.before) &&
      one.before.includes(beside.name.name);
    if (!isJoined) return [];
    beside.isJoined = true;
    return [{ ...beside, ...one, isJoined: true }];
  });
}

/** Of two names in one block the better one is the person's; the same name in other letters is the same person. */
export function withoutRivals(all: Taken[]): Taken[] {
  const blocks = new Map<Element, Taken[]>();
  for (const one of all) {
    const rivals = blocks.get(one.around);
    if (rivals) rivals.push(one);
    else blocks.set(one.around, [one]);
  }
  return [...blocks.values()].flatMap(rivals => {
    if (rivals.length === 1 || rivals.length > 12) return rivals;
    const most = Math.max(...rivals.map(({ score }) => score));
    const eastern = rivals.some(({ name }) => cjk.test(name.name));
    return rivals.filter(
      one =>
        (one.score >= most - 2 || one.isByline || (eastern && cjk.test(one.name.name))) &&
        !(
          eastern &&
          !cjk.test(one.name.name) &&
          rivals.some(other => cjk.test(other.name.name) && Math.abs(other.line.at - one.line.at) <= 1)
        ),
    );
  });
}

/** Each line belongs to the smallest block it stands in. */
export function ownLines(taken: Taken[]): Map<Taken, Line[]> {
  const owner = new Map<Line, Taken>();
  for (const one of taken.toSorted((a, b) => b.lines.length - a.lines.length)) {
    for (const line of one.lines) owner.set(line, one);
  }
  const own = new Map<Taken, Line[]>();
  for (const one of taken) {
    const lines = one.lines.filter(line => owner.get(line) === one);
    own.set(one, lines.includes(one.line) ? lines : [one.line, ...lines]);
  }
  return own;
}
