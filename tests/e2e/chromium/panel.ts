// The browser's own side panel: no tab, so it is reached by the browser's debugging interface.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Panel = {
  /** Runs a function in the panel and gives what it gives. */
  run<T, A extends unknown[]>(todo: (...given: A) => T, ...given: A): Promise<Awaited<T>>;
  /** All that it shows. */
  text(): Promise<string>;
  /** Clicks the button, box or link that is called so. */
  click(name: string): Promise<void>;
  /** Types into the field that is called so. */
  fill(name: string, text: string): Promise<void>;
  close(): void;
};

type Target = { type: string; url: string; webSocketDebuggerUrl: string };
type Message = { id?: number; result?: { result?: { value?: unknown }; exceptionDetails?: unknown } };

const often = 100;

async function find(profile: string): Promise<Target> {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  for (let left = 100; left > 0; left--) {
    const targets: Target[] = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    const panel = targets.find(({ url }) => url.endsWith('/sidepanel.html'));
    if (panel) return panel;
    await new Promise(resolve => setTimeout(resolve, often));
  }
  throw new Error('The side panel did not open.');
}

/** What is called so: by its label, its title or its words. */
const named = (name: string): HTMLElement | undefined => {
  const called = (element: HTMLElement) => [
    element.getAttribute('aria-label'),
    ...[...((element as HTMLInputElement).labels ?? [])].map(label => label.textContent),
    element.textContent,
  ];
  return [...document.querySelectorAll<HTMLElement>('button, summary, input, textarea, select, a')].find(
    element => called(element).some(text => text?.trim() === name),
  );
};

/** Waits for the panel of the profile's browser. */
export async function openPanel(profile: string): Promise<Panel> {
  const socket = new WebSocket((await find(profile)).webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let last = 0;
  const evaluate = (expression: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      const receive = (event: MessageEvent) => {
        const message: Message = JSON.parse(String(event.data));
        if (message.id !== id) return;
        socket.removeEventListener('message', receive);
        if (message.result?.exceptionDetails)
          reject(new Error(JSON.stringify(message.result.exceptionDetails)));
        else resolve(message.result?.result?.value);
      };
      socket.addEventListener('message', receive);
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    });
  const run: Panel['run'] = (todo, ...given) =>
    evaluate(`(${todo})(...${JSON.stringify(given)})`) as ReturnType<Panel['run']> as never;
  const until = async (expression: string, failure: string): Promise<void> => {
    for (let left = 100; left > 0; left--) {
      if (await evaluate(expression)) return;
      await new Promise(resolve => setTimeout(resolve, often));
    }
    throw new Error(failure);
  };
  return {
    run,
    text: () => run(() => document.body.textContent ?? ''),
    click: name =>
      until(
        `(() => { const it = (${named})(${JSON.stringify(name)}); it?.click(); return Boolean(it); })()`,
        `Nothing in the panel is called “${name}”.`,
      ),
    fill: (name, text) =>
      until(
        `(() => { const it = (${named})(${JSON.stringify(name)}); if (!it) return false; it.value = ${JSON.stringify(text)};
          it.dispatchEvent(new Event('input', { bubbles: true })); it.dispatchEvent(new Event('change', { bubbles: true })); return true; })()`,
        `No field of the panel is called “${name}”.`,
      ),
    close: () => socket.close(),
  };
}
