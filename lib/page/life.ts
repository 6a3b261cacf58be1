// How long our script lives in a page: until the extension is updated, switched off or removed.
import { browser } from 'wxt/browser';

/** How often (ms) an idle page looks whether its extension is still there. */
const look = 2000;

/** Only scripts of this extension see it: a page has no access to their world. */
const world = globalThis as { regularsLife?: AbortController };

/** True while the extension that this script belongs to is there. */
const isAlive = () => {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

/**
 * A life that ends with the extension; undefined where a script of the same extension lives in this page already.
 * Nothing is sent through the page for it, so that a page can neither see us nor end us.
 */
export function beginLife(): AbortController | undefined {
  if (world.regularsLife && !world.regularsLife.signal.aborted) return undefined;
  const life = new AbortController();
  world.regularsLife = life;
  const check = () => {
    if (!isAlive()) life.abort();
  };
  const timer = setInterval(check, look);
  document.addEventListener('visibilitychange', check, { signal: life.signal });
  life.signal.addEventListener('abort', () => clearInterval(timer));
  return life;
}
