// The button that lets a value be pointed at on the page, and what to do while one is.
import { MousePointerClick } from 'lucide';
import type { PointableField } from '../../../lib/model/capture-terms';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { capture } from './capture-state';
import { point, pointing } from './pointing';

type Props = { place: number; field: PointableField; of: string };

export function PointButton({ place, field, of }: Props) {
  if (capture.value?.isLeft) return null;
  const now = pointing.value;
  return (
    <IconButton
      icon={MousePointerClick}
      label={`Point at the ${of} on the page`}
      hint="Point at it on the page"
      toggled={now?.place === place && now.field === field}
      onClick={() => void point(place, field)}
    />
  );
}

/** Adds an address, a phone or a link that the page shows. */
export function PointContact({ place }: { place: number }) {
  if (capture.value?.isLeft) return null;
  const now = pointing.value;
  return (
    <button
      type="button"
      class="btn plain small"
      aria-pressed={now?.place === place && now.field === 'contact'}
      title="Point at it on the page"
      onClick={() => void point(place, 'contact')}
    >
      <Icon node={MousePointerClick} />
      Add an address, phone or link
    </button>
  );
}

export function PointingBanner() {
  return (
    <div role="status" class="pointing">
      {pointing.value && <p class="notice info">Click the text on the page. Esc stops.</p>}
    </div>
  );
}
