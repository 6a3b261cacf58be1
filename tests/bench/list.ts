// How fast the list of contacts answers with a full database: search while one types, and frames while one scrolls.
import type { Page } from 'playwright';
import { spread } from './browser.ts';

const firstNames =
  'Ben Carla David Elena Farid Greta Hugo Irina Jonas Keiko Lena Marta Nora Omar Paula'.split(' ');

/** Opens the list and waits until everybody and their history is in it; gives how long (ms) the first rows took. */
export async function openList(dashboard: Page): Promise<number> {
  await dashboard.goto(`chrome-extension://${new URL(dashboard.url()).host}/dashboard.html#/contacts`);
  const start = Date.now();
  await dashboard.reload();
  await dashboard.locator('.grid-row .name').first().waitFor({ timeout: 60_000 });
  const taken = Date.now() - start;
  await dashboard.waitForFunction(
    () => /^[\d,]+$/.test(document.querySelector('.count')?.textContent ?? ''),
    null,
    {
      timeout: 300_000,
    },
  );
  return taken;
}

/** Milliseconds from a letter typed into the search field to other rows in the page: every text begins with others. */
export async function searchList(dashboard: Page) {
  const typed = firstNames.flatMap(name => ['', ' r', ' ruiz1', ' ruiz12'].map(rest => `${name}${rest}`));
  const taken = await dashboard.evaluate(async texts => {
    const field = document.querySelector<HTMLInputElement>('#search-contacts');
    const body = document.querySelector('.grid-body');
    if (!field || !body) throw new Error('The list is not there.');
    const times: number[] = [];
    for (const text of texts) {
      const changed = new Promise(resolve => {
        const observer = new MutationObserver(changes => {
          if (!changes.some(({ type }) => type === 'childList')) return;
          observer.disconnect();
          resolve(undefined);
        });
        observer.observe(body, { childList: true, subtree: true });
      });
      const start = performance.now();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      times.push(performance.now() - start);
      await new Promise(resolve => setTimeout(resolve, 30));
    }
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return times;
  }, typed);
  return spread(taken);
}

/** Milliseconds between frames while 400 px are scrolled in each: the list, and 50 of its rows that stand still, to and fro. */
export async function scrollList(dashboard: Page, frames = 300) {
  // A page behind another draws no frames.
  await dashboard.bringToFront();
  await dashboard.waitForFunction(() => Number(document.querySelector('.grid')?.scrollHeight) > 1_000_000);
  const pair = await dashboard.evaluate(async count => {
    const scroll = async (area: Element) => {
      const times: number[] = [];
      let blank = 0;
      let last = await new Promise(requestAnimationFrame);
      const length = area.scrollHeight - area.clientHeight;
      for (let frame = 0; frame < count; frame++) {
        const way = (400 * (frame + 1)) % (2 * length);
        area.scrollTop = Math.min(way, 2 * length - way);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
        if (area.querySelector('[aria-busy]')) blank++;
      }
      return { times, blank };
    };
    const grid = document.querySelector('.grid');
    const rows = [...(grid?.querySelectorAll('.grid-body .grid-row') ?? [])];
    if (!grid || rows.length === 0) throw new Error('The list is not there.');
    const list = await scroll(grid);
    const still = grid.cloneNode(true) as HTMLElement;
    const body = still.querySelector<HTMLElement>('.grid-body');
    body?.style.setProperty('--rows', '50');
    body?.replaceChildren(
      ...Array.from({ length: 50 }, (_item, at) => {
        const row = rows[at % rows.length]?.cloneNode(true) as HTMLElement;
        row.style.setProperty('--row', String(at));
        return row;
      }),
    );
    grid.replaceWith(still);
    still.scrollTop = 0;
    const plain = await scroll(still);
    return { list, plain };
  }, frames);
  return { list: spread(pair.list.times), static: spread(pair.plain.times), blank: pair.list.blank / frames };
}
