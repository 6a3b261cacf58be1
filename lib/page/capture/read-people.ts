// Reads who is on a page, in slices that leave the page its time, and numbers the places that values came from.
import { readBlock } from '../../capture/block';
import type { Found } from '../../capture/finding';
import { readPointed } from '../../capture/pointed';
import { type PageReading, readPage } from '../../capture/read-page';
import { runInSlices } from '../../capture/slices';
import type { CapturedPage, CapturedPerson } from '../../model/capture';
import type { CaptureOrder } from '../../model/capture-order';
import { mostCaptured, mostValues } from '../../model/capture-terms';
import { aimAt, selectedText } from './aim';
import type { Places } from './places';

/** Milliseconds of the page's time that a reading takes at most, and those that the user may ask for. */
const [usual, patience] = [300, 5000];
/** Milliseconds for the places that were pointed at before. */
const mostForRules = 100;

/** Gives what the page says of the people that the order aims at. */
export async function readPeople(
  document: Document,
  url: URL,
  { aim, country, isPatient, rules = [] }: Extract<CaptureOrder, { order: 'read' }>,
  places: Places,
): Promise<CapturedPage> {
  places.begin();
  const begun = readPage({ document, url, ...(country && { country }) });
  await runInSlices(begun.reading, { total: isPatient ? patience : usual });
  const read = begun.result();
  await runInSlices(readPointed(read.people, rules, read.country), { total: mostForRules });
  const selected = aim.kind === 'selection' ? selectedText(document) : undefined;
  const reading = selected === undefined ? aimAt(document, read, aim) : fromText(selected, read);
  const people = reading.people.slice(0, mostCaptured).map(values => numbered(values, places));
  const { organization, language } = reading;
  const isCut = reading.people.length > mostCaptured;
  return {
    url: withoutPassword(url).slice(0, 2048),
    ...(document.title && { title: document.title.trim().slice(0, 300) }),
    ...(language && { language }),
    ...(reading.country && { country: reading.country }),
    people,
    ...(organization && organization.length > 0 && { organization: numbered(organization, places) }),
    leftOut: isCut ? [...new Set([...reading.leftOut, 'people' as const])] : reading.leftOut,
  };
}

/** The people of a selected text, read as a block of contact data; their country and language are the page's. */
function fromText(text: string, read: PageReading): PageReading {
  const { people } = readBlock(text, read.country ? { country: read.country } : {});
  const { organization: _pages, ...rest } = read;
  return { ...rest, people: people.map(({ values }) => values), leftOut: [] };
}

function numbered(values: readonly Found[], places: Places): CapturedPerson {
  return {
    values: values.slice(0, mostValues).map(({ node, ...value }) => ({
      ...value,
      value: value.value.slice(0, 2048),
      ...(node && { place: places.add(node) }),
    })),
  };
}

/** The address without a name and a password in it. */
function withoutPassword(url: URL): string {
  const clean = new URL(url.href);
  clean.username = '';
  clean.password = '';
  return clean.href;
}
