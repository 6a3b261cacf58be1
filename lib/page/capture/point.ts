// The order to point: lets the user show a text, and says what it is, where it stands, and how that is found again.
import { elementOf, type Said, saidBy, valueSaid } from '../../capture/pointed';
import type { CaptureAnswer, PointOrder } from '../../model/capture-order';
import type { Outline } from './outline';
import { ruleTo } from './path-to';
import type { Places } from './places';
import { pointedByClick, pointedBySelection } from './pointing';

/** Gives the value that was pointed at; false where there is none. */
export async function takePointed(
  document: Document,
  { field, country, people, person }: PointOrder,
  { places, outline }: { places: Places; outline: Outline },
  signal: AbortSignal,
): Promise<CaptureAnswer> {
  const readAs = (said: Said) => valueSaid(said, field, country);
  const selected = pointedBySelection(document);
  const pointed =
    selected && readAs(selected.said)
      ? selected
      : await pointedByClick(document, outline, said => readAs(said) !== undefined, signal);
  const value = pointed && readAs(pointed.said);
  if (!pointed || !value) return false;
  const anchors = people.map(place => {
    const node = place === undefined ? undefined : places.find(place);
    return node && elementOf(node);
  });
  const own = person === undefined ? undefined : anchors[person];
  const others = anchors.filter((_one, at) => at !== person).filter(one => one !== undefined);
  const element = elementOf(pointed.node);
  const again = own && element && saysOnly(element, pointed.said) ? ruleTo(element, own, others) : undefined;
  return {
    ...value,
    from: 'hand',
    place: places.add(pointed.node),
    ...(again && { rule: { field: value.field, ...again } }),
  };
}

/** Whether an element says what was taken and nothing besides: parts of a text can't be found again. */
const saysOnly = (element: Element, { text }: Said) => saidBy(element)?.text === text;
