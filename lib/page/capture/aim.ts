// What the user meant on a page: the text they selected, or the one person whom a link or a picture belongs to.
import type { Found } from '../../capture/finding';
import { phoneValue } from '../../capture/phone';
import type { PageReading } from '../../capture/read-page';
import { parseAddress } from '../../identity/email';
import { webLink } from '../../identity/links';
import type { CaptureAim } from '../../model/capture-order';

/** The most characters of a selection that are read. */
const most = 64 * 1024;

/** The selected text, with a line for each line that is seen; undefined where nothing is selected. */
export function selectedText(document: Document): string | undefined {
  const text = document.getSelection()?.toString().slice(0, most) ?? '';
  return text.trim() ? text : undefined;
}

/** How far up from a picture its person is looked for. */
const levels = 8;

/** What was read, cut down to whom the aim is about: for a link of nobody that was found the link alone. */
export function aimAt(document: Document, reading: PageReading, aim: CaptureAim): PageReading {
  if (aim.kind === 'link') {
    const meant = linkValue(aim.url, reading.country);
    if (!meant) return reading;
    const people = reading.people.filter(values => values.some(value => isSame(value, meant)));
    return { ...reading, people: people.length > 0 ? people : [[meant]] };
  }
  if (aim.kind !== 'image') return reading;
  const image = [...document.images].find(one => one.currentSrc === aim.url);
  const person = image && nearest(image, reading.people);
  return person ? { ...reading, people: [person] } : reading;
}

/** The one person of whom something stands close to an element. */
function nearest(element: Element, people: readonly Found[][]): Found[] | undefined {
  let around = element.parentElement;
  for (let level = 0; around && level < levels; level++) {
    const near = people.filter(values => values.some(({ node }) => node && around?.contains(node)));
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
    around = around.parentElement;
  }
  return undefined;
}

/** What a link leads to, as a value of a person. */
function linkValue(url: string, country: string | undefined): Found | undefined {
  const [, scheme, rest = ''] = /^(mailto|tel):([^?]*)/i.exec(url) ?? [];
  const from = 'link' as const;
  if (scheme?.toLowerCase() === 'mailto') {
    const address = parseAddress(decoded(rest))?.address;
    return address ? { field: 'email', value: address, from } : undefined;
  }
  if (scheme) {
    const phone = phoneValue(decoded(rest), country);
    return phone ? { field: 'phone', value: phone, from } : undefined;
  }
  const link = webLink(url);
  return link ? { field: 'link', value: link, from } : undefined;
}

const isSame = (a: Found, b: Found) => a.field === b.field && a.value.toLowerCase() === b.value.toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
