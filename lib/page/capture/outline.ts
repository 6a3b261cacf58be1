// The outline around the place that a value came from: drawn above the page, in the top layer, without a change to it.

const style = `
  :host { all: initial !important; position: fixed !important; inset: 0 !important; inline-size: 100vw !important;
    block-size: 100vh !important; pointer-events: none !important; background: none !important; border: 0 !important;
    margin: 0 !important; padding: 0 !important; overflow: hidden !important; }
  div { position: fixed; box-sizing: border-box; border: 2px solid #2c6b53; border-radius: 4px;
    background: rgb(44 107 83 / 0.14); box-shadow: 0 0 0 2px #fff; }
  @media (forced-colors: active) { div { border-color: Highlight; } }
  @media print { :host { display: none !important; } }`;

/** Room (px) between what is said and its outline. */
const room = 4;

export class Outline {
  private host: HTMLElement | undefined;
  private stop: AbortController | undefined;

  constructor(private readonly document: Document) {}

  /** Outlines a node, and scrolls to it where that is asked for. False where it is gone or is not drawn. */
  show(node: Node | undefined, scroll: boolean): boolean {
    this.clear();
    const area = node && areaOf(node);
    if (!node || !area) return false;
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    if (scroll)
      element?.scrollIntoView({ block: 'center', behavior: calm(this.document) ? 'instant' : 'smooth' });
    this.draw(node);
    return true;
  }

  /** Takes the outline away. */
  clear(): void {
    this.stop?.abort();
    this.host?.remove();
    this.host = undefined;
  }

  private draw(node: Node): void {
    const host = this.document.createElement('div');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const frame = this.document.createElement('div');
    root.append(frame);
    this.document.documentElement.append(host);
    host.showPopover();
    this.host = host;
    const stop = new AbortController();
    this.stop = stop;
    const follow = () => {
      if (stop.signal.aborted) return;
      const area = node.isConnected ? areaOf(node) : undefined;
      if (!area) return this.clear();
      frame.style.cssText = `left:${area.x - room}px;top:${area.y - room}px;width:${area.width + 2 * room}px;height:${area.height + 2 * room}px`;
      requestAnimationFrame(follow);
    };
    follow();
  }
}

const calm = (document: Document) =>
  document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false;

/** Where a node is drawn, seen from the window of the page; undefined where it is not drawn. */
function areaOf(node: Node): DOMRect | undefined {
  const range = node.ownerDocument?.createRange();
  range?.selectNode(node);
  const area =
    node.nodeType === Node.ELEMENT_NODE
      ? (node as Element).getBoundingClientRect()
      : range?.getBoundingClientRect();
  if (!area || area.width === 0 || area.height === 0) return undefined;
  return new DOMRect(area.x + shift(node, 'x'), area.y + shift(node, 'y'), area.width, area.height);
}

/** How far the frames around a node push it. */
function shift(node: Node, axis: 'x' | 'y'): number {
  let sum = 0;
  let view = node.ownerDocument?.defaultView;
  for (let depth = 0; view && view !== view.top && depth < 10; depth++) {
    const frame = frameOf(view);
    if (!frame) break;
    sum += frame.getBoundingClientRect()[axis] + (axis === 'x' ? frame.clientLeft : frame.clientTop);
    view = frame.ownerDocument.defaultView;
  }
  return sum;
}

function frameOf(view: Window): Element | undefined {
  try {
    return view.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}
