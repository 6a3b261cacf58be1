// Milestones: days worth a kind word, today or within a week, such as a birthday, a renewal, or years that somebody is known.
import type { Entry } from './entry';

export type Milestone = {
  contact: { id: string; name: string; company?: string };
  /** Full years: since they are known, or since the day that a field names; absent where the day has no year. */
  years?: number;
  /** The custom field with the day; absent for how long somebody is known. */
  field?: string;
  /** The day, as its beginning in local time (ms). */
  on: number;
};

/** Days from today on that are looked at, today included. */
const daysAhead = 8;
/** On a day on which more people were added a file was brought in; nobody is met in such numbers. */
const mostMet = 20;
/** A day with a longer past has a year that stands for none, as some address books write it. */
const mostYears = 150;

type Day = { on: number; year: number };
type Days = ReadonlyMap<number, Day>;

/** Everybody's milestones, the nearest first. `dateFields`: ids of custom fields with days. `now` in ms. */
export function milestonesOf(
  entries: Iterable<Entry>,
  dateFields: ReadonlySet<string>,
  now: number,
): Milestone[] {
  const days = daysFrom(now);
  const found: Milestone[] = [];
  const met = new Map<string, Milestone[]>();
  for (const entry of entries) {
    // Who wants no messages is not to be written to for a birthday either.
    if (entry.doNotContact) continue;
    const since = knownFor(entry, days);
    if (since) {
      const sameDay = `${since.on} ${since.years}`;
      const others = met.get(sameDay);
      if (others) others.push(since);
      else met.set(sameDay, [since]);
    }
    for (const { field, value } of entry.fields) {
      const recurring = dateFields.has(field) ? recurrenceOf(value, days) : undefined;
      if (recurring) found.push({ contact: contactOf(entry), field, ...recurring });
    }
  }
  for (const people of met.values()) if (people.length <= mostMet) found.push(...people);
  return found.sort((a, b) => a.on - b.on);
}

/** The next days by their key. 29 February is kept on the 28th where there is none. */
function daysFrom(now: number): Days {
  const days = new Map<number, Day>();
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const date = new Date(now);
    date.setHours(0, 0, 0, 0);
    date.setDate(date.getDate() + ahead);
    const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    const day = { on: date.getTime(), year };
    days.set(dayKey(month, dayOfMonth), day);
    const hasLeapDay = new Date(year, 1, 29).getDate() === 29;
    if (month === 2 && dayOfMonth === 28 && !hasLeapDay) days.set(dayKey(2, 29), day);
  }
  return days;
}

const dayKey = (month: number, day: number) => month * 100 + day;

/** Enough of somebody to name them. */
export const contactOf = ({ id, name, company }: Entry): Milestone['contact'] => ({
  id,
  name,
  ...(company && { company }),
});

/** Years that are told of somebody who is known: the first three, then every fifth. */
const isRound = (years: number) => years > 0 && (years <= 3 || years % 5 === 0);

function knownFor(entry: Entry, days: Days): Milestone | undefined {
  const since = new Date(entry.createdAt);
  const day = days.get(dayKey(since.getMonth() + 1, since.getDate()));
  const years = day && day.year - since.getFullYear();
  if (!day || !years || !isRound(years) || years > mostYears) return undefined;
  return { contact: contactOf(entry), years, on: day.on };
}

/** A day as fields have it, `1986-11-26`, or without a year as address cards do: `--11-26`, `--1126`. */
const written = /^(?:(\d{4})-|--)(\d\d)-?(\d\d)(?:T.*)?$/;

function recurrenceOf(text: string, days: Days): Pick<Milestone, 'on' | 'years'> | undefined {
  const [, year, month, date] = (text.length <= 40 && written.exec(text)) || [];
  const day = days.get(dayKey(Number(month), Number(date)));
  if (!day) return undefined;
  const years = year === undefined ? undefined : day.year - Number(year);
  if (years === undefined || years > mostYears) return { on: day.on };
  // What is still years ahead does not recur before it was.
  return years < 0 ? undefined : { on: day.on, years };
}
