// One gesture that makes somebody seen here and a contact one: everything they appear as is linked.
import { UserRoundCheck } from 'lucide';
import { useEditing } from '../parts/editing';
import * as screen from '../parts/screen';
import { Icon } from '../ui/Icon';
import { Finder } from './Finder';

export function ThisIsAlso() {
  const { editing, opener, open, close } = useEditing();
  if (!editing) {
    return (
      <button type="button" class="btn" ref={opener} onClick={open}>
        <Icon node={UserRoundCheck} />
        This is also…
      </button>
    );
  }
  return (
    <div class="grow">
      <Finder
        label="Who of your contacts is this?"
        onChoose={contact => void screen.link(contact)}
        onClose={() => close()}
      />
    </div>
  );
}
