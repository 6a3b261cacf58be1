// Looks out for anything that a text of a stranger did to a page: code that ran or was refused, elements it made, ways it leads.
import type { BrowserContext, Frame, Page } from 'playwright';

/** What the watch put into each page that is opened. */
export type Watched = typeof globalThis & {
  /** What a payload did to the document, or below one of its elements: nothing, where the list is empty. */
  traces(below?: ParentNode): string[];
  /** Waits for something to hold, and fails by the name of it. */
  until(holds: () => unknown, what: string): Promise<void>;
};

/** Begins to note what must not happen, in every page of a browser that is opened or loaded from now on. */
export async function watch(context: BrowserContext): Promise<string[]> {
  const noted: string[] = [];
  await context.addInitScript(prepare);
  context.on('console', message => {
    if (/Content Security Policy|violates/i.test(message.text())) noted.push(message.text());
  });
  context.on('weberror', error => noted.push(`error: ${error.error().message}`));
  context.on('dialog', dialog => {
    noted.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', request => {
    if (/\/\/x\.example|\/q$/.test(request.url())) noted.push(`request: ${request.url()}`);
  });
  return noted;
}

/** What the payloads did to a page so far. */
export const traces = (where: Frame | Page): Promise<string[]> =>
  where.evaluate(() => (globalThis as Watched).traces());

/** Runs in each page, before all else. */
function prepare(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
    console.error(`Content Security Policy report: ${violatedDirective} ${sample}`);
  });
  const follows = /^(?:href|src|srcset|action|formaction|data|srcdoc|poster|background|xlink:href)$/;
  const isSafe = (text: string) =>
    /^(?:https?|mailto|tel|chrome-extension|blob):$/.test(URL.parse(text, location.href)?.protocol ?? '');
  const isWrong = ({ name, value }: Attr) =>
    name === 'xs' || name.startsWith('on') || (follows.test(name) && !isSafe(value));
  const traces = (below: ParentNode = document) => {
    const found = 'xss' in globalThis || 'xss' in {} ? ['a payload ran'] : [];
    for (const element of below.querySelectorAll('*')) {
      for (const attribute of element.attributes)
        if (isWrong(attribute)) found.push(`<${element.localName} ${attribute.name}="${attribute.value}">`);
    }
    return [...new Set(found)];
  };
  const until = (holds: () => unknown, what: string) =>
    new Promise<void>((resolve, reject) => {
      const end = performance.now() + 10_000;
      const look = () => {
        if (holds()) resolve();
        else if (performance.now() > end) reject(new Error(`Not there: ${what}`));
        else setTimeout(look);
      };
      look();
    });
  Object.assign(globalThis, { traces, until });
}
