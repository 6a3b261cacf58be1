// Which comments of a page carry a mark, read through the browser's tools: the page itself can't see into the mark's root.
import type { CDPSession, Page } from 'playwright';

type DomNode = {
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
};

const comments = '#the-comment-list > tr, li.comment';

/** The ids of the comments beside whose beginning a mark is drawn, among those in view. */
export async function markedComments(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const tops = await marksOf(devtools).finally(() => devtools.detach());
  return page.evaluate(
    ({ tops, comments }) => {
      const boxes = [...document.querySelectorAll(comments)].map(element => ({
        id: element.id,
        top: element.getBoundingClientRect().top,
      }));
      // Answers stand inside what they answer: of all that begin above a mark, the last is the one it is beside.
      return tops.map(top => boxes.findLast(box => box.top <= top)?.id ?? `at ${top}`);
    },
    { tops, comments },
  );
}

/** How far down the window each mark is, in pixels. */
async function marksOf(devtools: CDPSession): Promise<number[]> {
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  const styles = closedRoots(root).flatMap(({ children = [] }) => children.map(styleOf));
  return styles.flatMap(style => {
    const [, top] = /^position:\s*absolute;.*\btop:\s*(-?[\d.]+)px;.*border-radius:\s*50%/.exec(style) ?? [];
    return top === undefined ? [] : [Number(top)];
  });
}

function closedRoots({ children = [], shadowRoots = [] }: DomNode): DomNode[] {
  const own = shadowRoots.filter(({ shadowRootType }) => shadowRootType === 'closed');
  return [...own, ...children.flatMap(closedRoots)];
}

function styleOf({ attributes = [] }: DomNode): string {
  const at = attributes.indexOf('style');
  return at === -1 ? '' : (attributes[at + 1] ?? '');
}
