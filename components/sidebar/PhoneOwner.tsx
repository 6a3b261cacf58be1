// Said where the phone number of a new person belongs to somebody already: whose it is, and the two ways on.
import { TriangleAlert } from 'lucide';
import type { ContactSummary } from '../../lib/model/on-screen';
import { takeFocus } from '../parts/editing';
import { Icon } from '../ui/Icon';

type Props = {
  owner: ContactSummary;
  phone: string;
  onWithout(): void;
  onLink(): void;
};

export function PhoneOwner({ owner, phone, onWithout, onLink }: Props) {
  return (
    <div class="phone-owner">
      <div class="notice" role="alert">
        <Icon node={TriangleAlert} />
        <p class="grow">
          <bdi dir="ltr">{phone}</bdi> already belongs to <bdi>{owner.name}</bdi>
          {owner.company && (
            <>
              {' '}
              (<bdi>{owner.company}</bdi>)
            </>
          )}
          .
        </p>
      </div>
      <div class="actions">
        <button type="button" class="btn" ref={takeFocus} onClick={onLink}>
          <span class="cut">
            Link to <bdi>{owner.name}</bdi>
          </span>
        </button>
        <button type="button" class="btn plain" onClick={onWithout}>
          Add without the phone
        </button>
      </div>
    </div>
  );
}
