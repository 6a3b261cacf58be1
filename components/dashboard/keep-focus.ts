// The keyboard's place: where what had the focus goes away, what stands nearest to it gets it, never nothing.

const within = (place: Element) =>
  [...place.querySelectorAll<HTMLElement>('a[href], button, [tabindex="0"], h1')].find(
    element => element.checkVisibility() && !element.matches(':disabled'),
  );

function focus(element: HTMLElement): void {
  if (element.localName === 'h1') element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Watches the page until `signal`. What is only disabled for a while gets the focus back afterwards. */
export function keepFocus(signal: AbortSignal): void {
  /** What had the focus last, and what it stood in, the innermost first. */
  let path: Element[] = [];
  const look = () => {
    const [last, ...around] = path;
    if (!last || document.activeElement !== document.body) return;
    if (last.isConnected) {
      if (last instanceof HTMLElement && !last.matches(':disabled') && last.checkVisibility()) focus(last);
      return;
    }
    // The frame of the page holds the navigation too: a new screen begins at its heading.
    const place = around.find(element => element.isConnected && element.closest('main'));
    const next = (place && within(place)) ?? document.querySelector<HTMLElement>('main h1');
    if (next) focus(next);
  };
  const keep = (event: Event) => {
    path = event.composedPath().filter(target => target instanceof Element);
  };
  document.addEventListener('focusin', keep, { signal });
  // Somebody who points elsewhere has left the place.
  document.addEventListener('pointerdown', () => (path = []), { signal });
  const observer = new MutationObserver(look);
  const what = { childList: true, subtree: true, attributeFilter: ['disabled'] };
  observer.observe(document.body, what);
  signal.addEventListener('abort', () => observer.disconnect());
}
