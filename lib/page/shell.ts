// The shell: a closed host element that holds the sidebar's frame, pushes the page aside, and can be sized and folded.
import { type Sight, watchSight } from './sight';
import { followScheme, type Scheme } from './theme';

export type Layout = { width: number; collapsed: boolean };
export type Shell = { toggle(): void; show(): void; hide(): void; remove(): void; isInSight(): boolean };

const [narrowest, widest] = [280, 480];

const style = `
  :host { all: initial !important; position: fixed !important; inset-block: 0 !important; inset-inline-end: 0 !important;
    z-index: 2147483647 !important; display: block !important; }
  .box { position: relative; block-size: 100%; }
  iframe { border: 0; inline-size: 100%; block-size: 100%; display: block; color-scheme: inherit; }
  .edge { position: absolute; inset-block: 0; inset-inline-start: -3px; inline-size: 6px; padding: 0; border: 0;
    background: none; cursor: col-resize; touch-action: none; z-index: 1; }
  .edge:focus-visible, .edge:hover { background: light-dark(#2c6b53, #8ccbb0); outline: none; }
  .panel { block-size: 100%; border-inline-start: 1px solid light-dark(#e4e0d8, #3a3632); }
  .handle { position: fixed; inset-block-start: 40%; inset-inline-end: 0; inline-size: 28px; block-size: 56px; border: 0;
    border-start-start-radius: 10px; border-end-start-radius: 10px; background: light-dark(#205c46, #2f7a5f); color: #fff;
    font: 600 15px system-ui; cursor: pointer; }
  .handle:focus-visible { outline: 2px solid light-dark(#205c46, #8ccbb0); outline-offset: 2px; }
  .sizing iframe { pointer-events: none; }
  [hidden] { display: none !important; }
  @media print { :host { display: none !important; } }`;

type Parts = {
  host: HTMLElement;
  box: HTMLElement;
  edge: HTMLButtonElement;
  handle: HTMLButtonElement;
  frame: HTMLIFrameElement;
};

function build(document: Document): Parts {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.className = name;
    return element;
  };
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const [box, panel] = [make('div', 'box'), make('div', 'panel')];
  const [edge, handle] = [make('button', 'edge'), make('button', 'handle')];
  edge.setAttribute('aria-label', 'Width of Regulars; use the arrow keys');
  handle.setAttribute('aria-label', 'Show Regulars');
  handle.textContent = 'R';
  const frame = document.createElement('iframe');
  frame.title = 'Regulars';
  panel.append(frame);
  box.append(edge, panel);
  root.append(box, handle);
  return { host, box, edge, handle, frame };
}

/**
 * Puts the shell beside the page, in the top layer, where the page's own styles do not reach it. `source` makes the
 * frame's address, with a fresh ticket; the page can't see it, since the shadow root is closed. `save` is told when the
 * user sizes or folds the shell. Everything is taken back by `remove`.
 */
export function openShell(
  document: Document,
  source: () => Promise<string>,
  layout: Layout,
  save: (layout: Layout) => void,
  signal: AbortSignal,
): Shell {
  const parts = build(document);
  const root = document.documentElement;
  const before = root.style.getPropertyValue('margin-inline-end');
  let { width, collapsed } = layout;
  const apply = () => {
    parts.box.hidden = collapsed;
    parts.handle.hidden = !collapsed;
    parts.box.style.inlineSize = `${width}px`;
    root.style.setProperty(
      'margin-inline-end',
      collapsed ? before : `${width}px`,
      collapsed ? '' : 'important',
    );
    // Applications that measure the window lay themselves out anew.
    window.dispatchEvent(new Event('resize'));
  };
  const fold = (next: boolean) => {
    collapsed = next;
    apply();
    save({ width, collapsed });
  };
  const size = (next: number) => {
    width = Math.min(widest, Math.max(narrowest, Math.round(next)));
    apply();
  };
  sizing(parts, { width: () => width, size, done: () => save({ width, collapsed }) }, signal);
  // On our own elements: what the page's rules or attributes could reach is set back by `all: initial`.
  const paint = (scheme: Scheme) => {
    for (const element of [parts.box, parts.handle]) element.style.colorScheme = scheme;
  };
  followScheme(document, paint, signal);
  const open = () => {
    fold(false);
    parts.frame.focus();
  };
  parts.handle.addEventListener('click', event => event.isTrusted && open(), { signal });
  const load = () => {
    source().then(
      address => {
        parts.frame.src = address;
      },
      () => remove(),
    );
  };
  const sight: Sight = watchSight(parts.host, parts.box, signal);
  const remove = () => {
    parts.host.remove();
    root.style.setProperty('margin-inline-end', before);
    if (!before) root.style.removeProperty('margin-inline-end');
  };
  signal.addEventListener('abort', remove);
  keepAttached(document, parts.host, { load, lost: sight.lost }, signal);
  apply();
  return {
    toggle: () => (collapsed ? open() : fold(true)),
    show: open,
    hide: () => fold(true),
    remove,
    isInSight: sight.isClear,
  };
}

/**
 * Removes a shell that an earlier version of the extension left in the page: where a browser ends our scripts at once,
 * they can't do it themselves. `origin` is the extension's own.
 */
export function removeLeftovers(
  document: Document,
  rootOf: (element: Element) => ShadowRoot | null | undefined,
  origin: string,
): void {
  for (const element of document.documentElement.children) {
    const frame = element.localName === 'div' ? rootOf(element)?.querySelector('iframe') : undefined;
    if (!frame?.src.startsWith(origin)) continue;
    element.remove();
    document.documentElement.style.removeProperty('margin-inline-end');
  }
}

type Sizing = { width(): number; size(width: number): void; done(): void };

/** The inner edge is dragged with the pointer or moved with the arrow keys; what was reached is kept at the end. */
function sizing({ edge, box }: Parts, { width, size, done }: Sizing, signal: AbortSignal): void {
  const rtl = () => getComputedStyle(edge.ownerDocument.documentElement).direction === 'rtl';
  const drag = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    const [start, from] = [event.clientX, width()];
    edge.setPointerCapture(event.pointerId);
    // The frame under the pointer would take its movements.
    box.classList.add('sizing');
    const end = new AbortController();
    const move = (moved: PointerEvent) => size(from + (start - moved.clientX) * (rtl() ? -1 : 1));
    const stop = () => {
      end.abort();
      box.classList.remove('sizing');
      done();
    };
    edge.addEventListener('pointermove', move, { signal: end.signal });
    edge.addEventListener('lostpointercapture', stop, { once: true });
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 16, ArrowRight: -16 }[event.key];
    if (!step || !event.isTrusted) return;
    const before = width();
    size(before + step * (rtl() ? -1 : 1));
    // A key that is held at the end of the way has nothing more to be kept.
    if (width() !== before) done();
  };
  edge.addEventListener('pointerdown', drag, { signal });
  edge.addEventListener('keydown', key, { signal });
}

/**
 * Puts the host beside the page's content and loads its frame; again when the page throws it out or moves it
 * elsewhere, three times at most: a page that insists is let be.
 */
function keepAttached(
  document: Document,
  host: HTMLElement,
  { load, lost }: { load(): void; lost(): void },
  signal: AbortSignal,
): void {
  let tries = 0;
  const attach = () => {
    document.documentElement.append(host);
    host.showPopover();
    load();
  };
  const observer = new MutationObserver(() => {
    if (host.parentNode === document.documentElement || signal.aborted) return;
    lost();
    if (++tries > 3) observer.disconnect();
    else attach();
  });
  attach();
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
