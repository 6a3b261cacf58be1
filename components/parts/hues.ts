// The colours of people: the same everywhere, except that neighbours on one screen never share one by chance.

const hues = [20, 48, 100, 150, 190, 225, 260, 300, 340];

/** FNV-1a over the whole id, mixed so that ids that differ in one letter spread over the few colours. */
function hash(id: string): number {
  let sum = 0x811c9dc5;
  for (const letter of id) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}

const at = (index: number) => hues[index % hues.length] ?? 48;

/** The colour of a person who stands alone. */
export const hueOf = (id: string): number => at(hash(id));

/** The colours of people who stand beside each other: whose own is taken already gets the next free one. */
export function huesOf(ids: string[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const id of ids) {
    const taken = new Set(given.values());
    const own = hash(id) % hues.length;
    const free = hues.map((_hue, step) => at(own + step)).find(hue => !taken.has(hue));
    if (!given.has(id)) given.set(id, free ?? at(own));
  }
  return given;
}
