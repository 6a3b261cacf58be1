// Whether the host page is dark, so that the sidebar beside it is too.

export type Scheme = 'light' | 'dark';

/** Light of a colour from 0 to 1 (ITU-R BT.601 luma); undefined for one that can be seen through. */
function lightness(color: string): number | undefined {
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?/.exec(color);
  if (!parts || Number(parts[4] ?? 1) < 0.5) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1, 4).map(Number);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** The scheme of a page, from the colour behind its content; where it paints none, from what it says it supports. */
export function schemeOf(document: Document): Scheme {
  const view = document.defaultView;
  if (!view) return 'light';
  for (const element of [document.body, document.documentElement]) {
    const light = element && lightness(view.getComputedStyle(element).backgroundColor);
    if (light !== undefined) return light < 0.45 ? 'dark' : 'light';
  }
  const supports = view.getComputedStyle(document.documentElement).colorScheme;
  const wantsDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return supports.includes('dark') && (wantsDark || !supports.includes('light')) ? 'dark' : 'light';
}

/** Calls `show` with the page's scheme now and whenever it changes. Only attributes of two elements are watched. */
export function followScheme(document: Document, show: (scheme: Scheme) => void, signal: AbortSignal): void {
  let shown: Scheme | undefined;
  const look = () => {
    const scheme = schemeOf(document);
    if (scheme === shown) return;
    shown = scheme;
    show(scheme);
  };
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme', 'theme'] });
  }
  const media = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  media?.addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  look();
}
