// How fast Regulars answers with a full database: who is it, the card on screen, search as you type.
import type { Frame, Page } from 'playwright';
import { spread } from './browser.ts';
import { addressOf } from './fill.ts';

type Chrome = { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };

/** Milliseconds from a message to its answer, one after the other. */
async function times(view: Frame | Page, calls: { name: string; input: unknown }[]): Promise<number[]> {
  return view.evaluate(async requests => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const taken: number[] = [];
    for (const { name, input } of requests) {
      const start = performance.now();
      await chrome.runtime.sendMessage({ regulars: 'call', name, id: crypto.randomUUID(), input });
      taken.push(performance.now() - start);
    }
    return taken;
  }, calls);
}

const repeat = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_item, at) => make(at));

/** A bare echo (a call that nobody knows is refused at once) beside the question who is on screen. */
export async function whoIs(sidebar: Frame, rounds: number) {
  const echo: number[] = [];
  const asked: number[] = [];
  for (let round = 0; round < rounds; round += 20) {
    echo.push(
      ...(await times(
        sidebar,
        repeat(20, () => ({ name: 'no.such.call', input: {} })),
      )),
    );
    asked.push(
      ...(await times(
        sidebar,
        repeat(20, () => ({ name: 'people.onScreen', input: {} })),
      )),
    );
  }
  return { echo: spread(echo), whoIs: spread(asked) };
}

/** Milliseconds of a search for what is typed, letter by letter, words of one and of two. */
export async function search(dashboard: Page, rounds: number) {
  const typed = [
    'm',
    'ma',
    'mar',
    'mart',
    'marta',
    'marta r',
    'marta ru',
    'ruiz1',
    'company 42',
    'person99',
    'weiss1 ka',
  ];
  const calls = repeat(rounds, at => ({
    name: 'contacts.search',
    input: { query: typed[at % typed.length], limit: 20 },
  }));
  return spread(await times(dashboard, calls));
}

/** Runs in the sidebar: `painted` becomes the time at which the card of this address has been painted. */
function awaitCard(address: string): void {
  const painted = new Promise<number>((resolve, reject) => {
    const look = () => {
      if (document.querySelector('.match span')?.getAttribute('title') !== address) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(() => reject(new Error('The card did not come.')), 10_000);
  });
  Object.assign(globalThis, { painted });
}

/** Milliseconds from another message in the page to its person's card painted in the sidebar. */
export async function cardPainted(page: Page, sidebar: Frame, contacts: number, rounds: number) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = (round * 7919 + 13) % contacts;
    const address = addressOf(at);
    await sidebar.evaluate(awaitCard, address);
    const opened = await page.evaluate(
      seen =>
        (globalThis as unknown as { show(name: string, address: string): number }).show('Somebody', seen),
      address,
    );
    const painted = await sidebar.evaluate(
      () => (globalThis as unknown as { painted: Promise<number> }).painted,
    );
    taken.push(painted - opened);
    // As a person does: the next message is opened a moment after this one.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 200)));
  }
  return spread(taken);
}

/** Milliseconds from the start of a frame's loading to its first painted content. */
const firstPaint = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<number>(resolve => {
        const observer = new PerformanceObserver(list => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );

async function frameAt(page: Page, path: string): Promise<Frame> {
  const isIt = (frame: Frame) => frame.url().includes(path);
  return page.frames().find(isIt) ?? (await page.waitForEvent('framenavigated', { predicate: isIt }));
}

/** First paint of an extension page that holds one word, and of the sidebar with its card, each in a frame of the page. */
export async function firstCard(page: Page, id: string, rounds: number) {
  const [empty, card]: [number[], number[]] = [[], []];
  // A page behind another paints nothing.
  await page.bringToFront();
  for (let round = 0; round < rounds; round++) {
    await page.reload();
    card.push(await firstPaint(await frameAt(page, '/sidepanel.html')));
    await page.evaluate(address => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.prepend(frame);
    }, `chrome-extension://${id}/empty.html`);
    empty.push(await firstPaint(await frameAt(page, '/empty.html')));
  }
  return { empty: spread(empty), card: spread(card) };
}
