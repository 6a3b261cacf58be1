// People and organizations of a page's JSON-LD.
import { countryOf } from '../country';
import type { Read } from '../finding';
import { baseOf } from '../values';
import { isItem, type Value } from './item';
import { itemsById, readJsonLd } from './json-ld-items';
import { readPeople } from './schema-people';

/** Who the JSON-LD of the page presents. References by `@id` are followed; nothing of it has a place on the page. */
export const readJsonLdPeople: Read = function* (page, findings) {
  const roots = yield* readJsonLd(page);
  const known = itemsById(roots);
  const country = countryOf(page);
  const resolve = (value: Value): Value =>
    (isItem(value) && value.id !== undefined && known.get(value.id)) || value;
  yield* readPeople(
    roots,
    { base: baseOf(page), from: 'json-ld', resolve, ...(country && { country }) },
    findings,
  );
};
