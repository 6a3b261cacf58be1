// What the extension costs a page: CPU while it loads, and while a long list redraws.
import type { Page } from 'playwright';
import { type Bench, spread } from './browser.ts';

/** Seconds of work of the page's main thread so far. */
export async function work(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

const idle = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 500 })));

async function loadOnce({ context }: Bench, url: string): Promise<number> {
  const page = await context.newPage();
  const used = await work(page);
  const before = await used();
  await page.goto(url, { waitUntil: 'load' });
  // The sidebar opens after the page is idle; half a second is what it takes at most to settle.
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)));
  await idle(page);
  const cost = (await used()) - before;
  await page.close();
  return cost * 1000;
}

/** Milliseconds of CPU to load a page, without and with the extension, in turns. */
export async function loadCost(without: Bench, withIt: Bench, url: string, rounds: number) {
  const [plain, extended]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    plain.push(await loadOnce(without, url));
    extended.push(await loadOnce(withIt, url));
  }
  return { without: spread(plain), with: spread(extended) };
}

async function redrawOnce({ context }: Bench, url: string, times: number): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  // Opening the sidebar is part of loading, which is measured by itself.
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1000)));
  await idle(page);
  const used = await work(page);
  const before = await used();
  await page.evaluate(
    count => (globalThis as unknown as { redraw(times: number): Promise<void> }).redraw(count),
    times,
  );
  const cost = (await used()) - before;
  await page.close();
  return cost * 1000;
}

/** Milliseconds of CPU for a number of redraws, without and with the extension, in turns. */
export async function redrawCost(without: Bench, withIt: Bench, url: string, rounds: number) {
  const [plain, extended]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    plain.push(await redrawOnce(without, url, 120));
    extended.push(await redrawOnce(withIt, url, 120));
  }
  return { without: spread(plain), with: spread(extended) };
}
