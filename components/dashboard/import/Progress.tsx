// How far the reading of a file is: a part of its bytes, or so many people of as many as are known.
import type { Reading } from './import-work';

/** `people`: how many there are, where that is known. */
export function Progress({ read, of, people, label }: Reading & { people?: number; label: string }) {
  const all = of || people;
  return (
    <div class="working">
      <p role="status">{of ? `${Math.floor((read / of) * 100)} %` : countOf(read, people)}</p>
      <progress {...(all && { value: Math.min(read, all), max: all })} aria-label={label} />
    </div>
  );
}

const countOf = (read: number, people: number | undefined) =>
  people ? `${read.toLocaleString()} of ${people.toLocaleString()}` : `${read.toLocaleString()} read so far`;
