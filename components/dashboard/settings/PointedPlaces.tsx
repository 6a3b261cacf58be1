// What the user pointed at on pages, in one line each: remembered until it is removed.
import { MousePointerClick } from 'lucide';
import type { PointedPlace } from '../../../lib/model/pointed';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { act } from '../act';

const fieldNames: Record<PointedPlace['field'], string> = {
  name: 'Name',
  title: 'Title',
  company: 'Company',
  email: 'E-mail address',
  phone: 'Phone',
  link: 'Link',
  location: 'Location',
};

export function PointedPlaces({ places }: { places: PointedPlace[] }) {
  if (places.length === 0) return null;
  const remove = (place: PointedPlace) =>
    act(`${fieldNames[place.field]} on ${place.host} forgotten`, () =>
      call('settings.save', { pointed: places.filter(one => one !== place) }),
    );
  return (
    <div class="field">
      <span class="label" id="pointed-places">
        Places you pointed at
      </span>
      <ul class="card" aria-labelledby="pointed-places">
        {places.toReversed().map(place => (
          <li key={`${place.host} ${place.field} ${place.block}`} class="row">
            <Icon node={MousePointerClick} />
            <span class="grow cut" title={`${place.block} ${place.path}`}>
              <bdi>{place.host}</bdi>{' '}
              <span class="mute">
                {fieldNames[place.field]} in {place.path}
              </span>
            </span>
            <button
              type="button"
              class="btn small plain"
              aria-label={`Forget where the ${fieldNames[place.field].toLowerCase()} stands on ${place.host}`}
              onClick={() => void remove(place)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
