// A clear sheet over the page while the user points: no click or touch reaches what is below.

const style = `
  :host { all: initial !important; position: fixed !important; inset: 0 !important; inline-size: auto !important;
    block-size: auto !important; background: none !important; border: 0 !important; margin: 0 !important;
    padding: 0 !important; cursor: crosshair !important; }`;

/** What a click is made of. */
const pressing = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
] as const;

export type Cover = {
  /** The innermost element below a point of the window, through frames and shadow roots that can be read. */
  below(x: number, y: number): { element: Element; x: number; y: number } | undefined;
};

/**
 * Covers the page until `signal` aborts. `press` is told of each click of the user with its place. A sidebar beside the
 * page, which pushes it by a margin, stays free.
 */
export function coverPage(
  document: Document,
  press: (x: number, y: number) => void,
  signal: AbortSignal,
): Cover {
  const host = document.createElement('div');
  host.popover = 'manual';
  const sheet = new CSSStyleSheet();
  const beside = getComputedStyle(document.documentElement).marginInlineEnd;
  sheet.replaceSync(`${style} :host { inset-inline-end: ${Number.parseFloat(beside) || 0}px !important; }`);
  host.attachShadow({ mode: 'closed' }).adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  host.showPopover();
  signal.addEventListener('abort', () => host.remove());
  const keep = (event: Event) => {
    if (!event.isTrusted) return;
    // Without its touch there would be no click.
    if (!event.type.startsWith('touch')) event.preventDefault();
    event.stopImmediatePropagation();
    // A click of the keyboard has no place.
    if (event.type === 'click' && event instanceof MouseEvent && event.detail > 0)
      press(event.clientX, event.clientY);
  };
  for (const type of pressing)
    document.defaultView?.addEventListener(type, keep, { capture: true, passive: false, signal });
  return { below: (x, y) => innermost(document, x, y, host) };
}

function innermost(
  root: DocumentOrShadowRoot,
  x: number,
  y: number,
  cover?: Element,
): ReturnType<Cover['below']> {
  const element = root.elementsFromPoint(x, y).find(one => one !== cover);
  if (!element) return undefined;
  if (element.shadowRoot && element.shadowRoot !== root)
    return innermost(element.shadowRoot, x, y) ?? { element, x, y };
  const inner = element.localName === 'iframe' ? documentIn(element as HTMLIFrameElement) : undefined;
  if (!inner) return { element, x, y };
  const box = element.getBoundingClientRect();
  return innermost(inner, x - box.x - element.clientLeft, y - box.y - element.clientTop);
}

function documentIn(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}
