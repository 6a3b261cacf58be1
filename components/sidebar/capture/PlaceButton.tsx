// Where a value stands on the page: outlined while the button is pointed at or has the focus, brought into view by a click.
import { LocateFixed } from 'lucide';
import type { CapturedValue } from '../../../lib/model/capture';
import { Icon } from '../../ui/Icon';
import { capture, goTo, show } from './capture-state';

const found: Record<CapturedValue['from'], string> = {
  hand: 'You pointed at it',
  selection: 'From the selected text',
  site: 'As this site is read',
  'json-ld': 'From the page’s data for search engines',
  microformats: 'Marked up by the page',
  microdata: 'Marked up by the page',
  rel: 'From a link of the page',
  'open-graph': 'From the page’s description',
  link: 'From a link',
  card: 'From the list on the page',
  text: 'From the text of the page',
};

export function PlaceButton({ value }: { value: CapturedValue | undefined }) {
  if (!value) return null;
  const { place } = value;
  const label = found[value.from];
  if (place === undefined || capture.value?.isLeft)
    return (
      <span class="place-note meta" title={label}>
        <Icon node={LocateFixed} />
        <span class="sr">{label}</span>
      </span>
    );
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={`${label}: show it on the page`}
      title={label}
      onPointerEnter={() => show(place)}
      onPointerLeave={() => show()}
      onFocus={() => show(place)}
      onBlur={() => show()}
      onClick={() => void goTo(place)}
    >
      <Icon node={LocateFixed} />
    </button>
  );
}
