// What a capture costs: how long until everybody of a large page is told, and how much of the page's own time it takes.
import type { Page } from 'playwright';
import { type Bench, must, spread } from './browser.ts';
import { work } from './page-cost.ts';

const person = (at: number) =>
  `<li class="card"><img alt="" width="40" height="40"><h3>${first[at % first.length]} ${last[Math.floor(at / first.length) % last.length]}</h3>
  <p class="role">Head of Sales</p><a href="mailto:p${at}@norte-boats.example">Mail</a></li>`;
const first = 'Ana Lena Marta Jonas Piet Inga Raul Tove Nils Olga Bruno Clara'.split(' ');
const last =
  'Prat Vogt Ruiz Feld Stam Holm Vidal Berg Lund Sava Costa Meier Novak Sato Haas Lindt Ortiz Perez'.split(
    ' ',
  );
const filler = (at: number) =>
  `<div class="item"><span>Order ${at}</span><a href="#${at}">open</a><p>Delivered on time.</p></div>`;
const many = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_item, at) => of(at)).join('');
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our team</title>${head}</head><body>${body}</body></html>`;
const graph = JSON.stringify(
  Array.from({ length: 70_000 }, (_item, at) => ({
    '@type': 'Person',
    name: `Person ${at}`,
    email: `p${at}@norte.example`,
    jobTitle: 'Rigger',
  })),
);

/** The pages that are captured, by path: a large one as it is met, and hostile ones. */
export const capturePages: Record<string, string> = {
  '/capture/large': page(`<h1>Our team</h1><ul>${many(200, person)}</ul>${many(4700, filler)}`),
  '/capture/huge': page(many(25_000, filler)),
  '/capture/data': page('<h1>Our team</h1>', `<script type="application/ld+json">${graph}</script>`),
  '/capture/deep': page(
    `${'<div>'.repeat(20_000)}<h3>Ana Prat</h3>${'</div>'.repeat(20_000)}${'<i title="</i>">'.repeat(5000)}`,
  ),
};

/** Captures a page again and again. Milliseconds until it is told, and of work on the page's main thread. */
export async function captureCost({ context, dashboard }: Bench, url: string, rounds: number) {
  if (!dashboard) throw new Error('This browser has no extension.');
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'load' });
  await tab.bringToFront();
  const windowId = await currentWindow(dashboard);
  const used = await work(tab);
  const [told, worked]: [number[], number[]] = [[], []];
  let people = 0;
  for (let round = 0; round < rounds; round++) {
    const before = await used();
    const begun = performance.now();
    const { id } = (await must(dashboard, 'captures.read', { windowId })) as { id: string };
    const view = (await must(dashboard, 'captures.get', { id })) as { page?: { people: unknown[] } };
    told.push(performance.now() - begun);
    worked.push(((await used()) - before) * 1000);
    if (!view.page) throw new Error('The page could not be read.');
    people = view.page.people.length;
  }
  await tab.close();
  return { told: spread(told), worked: spread(worked), people };
}

const currentWindow = (dashboard: Page): Promise<number> =>
  dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { getCurrent(): Promise<{ id: number }> } };
    };
    return (await chrome.windows.getCurrent()).id;
  });
