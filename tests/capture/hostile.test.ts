// Pages made to do harm: they are read in slices, within their time, and end with what was found until then.
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { runInSlices } from '../../lib/capture/slices';
import { parsePage } from '../sites/load-page';

const url = new URL('https://norte.example/team');
const card = '<div class="card"><h3>Marta Ruiz</h3><p>Head of Support</p></div>';

/** Reads to the end; the longest time between two yields, in milliseconds. */
function readWhole(document: Document) {
  const { reading, result } = readPage({ document, url });
  let slowest = 0;
  let steps = 0;
  for (;;) {
    const start = performance.now();
    const { done } = reading.next();
    slowest = Math.max(slowest, performance.now() - start);
    steps++;
    if (done) return { result: result(), slowest, steps };
  }
}

function nested(depth: number): Document {
  const document = parsePage(card);
  let inner: Element = document.body;
  for (let at = 0; at < depth; at++) inner = inner.appendChild(document.createElement('div'));
  inner.textContent = 'Jon Berg';
  return document;
}

describe('a page of 100,000 elements', () => {
  const document = parsePage(`<h1>Our team</h1>${card}${'<p>x</p>'.repeat(100_000)}`);

  it('is read in many small steps, and whoever is on it is found', () => {
    const before = document.documentElement.outerHTML.length;
    const { result, steps } = readWhole(document);
    expect(result.people[0]?.[0]?.value).toBe('Marta Ruiz');
    expect(steps).toBeGreaterThan(500);
    expect(document.documentElement.outerHTML.length).toBe(before);
  });

  it('ends when its time is used up, and says so', async () => {
    let time = 0;
    let pauses = 0;
    const { reading, result } = readPage({ document, url });
    const isWhole = await runInSlices(reading, {
      slice: 12,
      total: 300,
      now: () => time++,
      pause: async () => {
        pauses++;
        time += 1000;
      },
    });
    expect(isWhole).toBe(false);
    expect(pauses).toBeLessThanOrEqual(300 / 12);
    expect(result().leftOut).toEqual(['time']);
  });
});

it.each([
  ['elements nested 2,000 deep', () => nested(2000)],
  ['a name on each of 3,000 cards', () => parsePage(card.repeat(3000))],
  ['a line of 1 MB', () => parsePage(`<p>${'Marta Ruiz, '.repeat(90_000)}</p>`)],
  [
    '10 MB of JSON-LD',
    () =>
      parsePage(`<script type="application/ld+json">[${'{"@type":"Person"},'.repeat(530_000)}{}]</script>`),
  ],
  ['look-alike addresses', () => parsePage(`<p>${'a@'.repeat(30_000)}</p><p>${'a.'.repeat(30_000)}@b.c</p>`)],
  [
    'names like parts of objects',
    () =>
      parsePage(
        `<h1>Team</h1><div class="author __proto__"><a href="/author/__proto__">__proto__</a><h3>constructor</h3></div>`,
      ),
  ],
])('%s are read to the end without harm', (_, make) => {
  const { result } = readWhole(make());
  expect(result.leftOut).not.toContain('time');
  expect(result.people.flat().every(({ value }) => !/[<>{}]/.test(value))).toBe(true);
});

it('ends by itself where a page is short', async () => {
  const { reading, result } = readPage({ document: parsePage(`<h1>Our team</h1>${card}`), url });
  expect(await runInSlices(reading, { now: () => 0, pause: async () => undefined })).toBe(true);
  expect(result().leftOut).toEqual([]);
});
