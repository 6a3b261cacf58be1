// One person of a captured page: ticked or not, who they are, and behind it every value with its place on the page.
import { ChevronDown } from 'lucide';
import { useId } from 'preact/hooks';
import { Avatar } from '../../parts/Avatar';
import { Icon } from '../../ui/Icon';
import { CapturedFields } from './CapturedFields';
import { newTo, type Somebody, shownValue } from './capture-form';
import { edit, show } from './capture-state';

type Props = { one: Somebody; isChosen: boolean; isOpen: boolean; onOpen(isOpen: boolean): void };

export function CapturedPerson({ one, isChosen, isOpen, onOpen }: Props) {
  const id = useId();
  const { match, person, place } = one;
  const name = shownValue(one, 'name') || person.values[0]?.value || 'Somebody';
  const under = [shownValue(one, 'title'), shownValue(one, 'company')].filter(Boolean).join(' · ');
  const [first] = person.values;
  return (
    <li onPointerEnter={() => show(first?.place)} onPointerLeave={() => show()}>
      <div class="captured-row pad">
        <input
          class="check"
          type="checkbox"
          checked={isChosen}
          aria-label={`Save ${name}`}
          onChange={event => edit(place, { isChosen: event.currentTarget.checked })}
        />
        <Avatar name={name} id={match.known?.contact.id} />
        <button
          type="button"
          class="captured-name"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpen(!isOpen)}
        >
          <strong class="cut">
            <bdi>{name}</bdi>
          </strong>
          <span class="meta cut">
            <bdi>{under || person.values.find(({ field }) => field === 'email')?.value}</bdi>
          </span>
          <Standing one={one} />
        </button>
        <Icon node={ChevronDown} flip={isOpen} />
      </div>
      {isOpen && (
        <div id={id} class="pad captured-fields">
          <CapturedFields one={one} />
        </div>
      )}
    </li>
  );
}

/** Whether they are in Regulars already, and what saving would change. */
function Standing({ one }: { one: Somebody }) {
  const { known, suggestions, isOwn } = one.match;
  if (isOwn) return <span class="tag">You</span>;
  if (known) {
    const changes = newTo(one);
    const what = changes.length === 0 ? 'nothing new' : `new: ${changes.join(', ')}`;
    return (
      <span class="captured-standing">
        <span class="tag ok">Known</span>
        <span class="meta cut">
          <bdi>{what}</bdi>
        </span>
      </span>
    );
  }
  if (suggestions.length > 0 && !one.edits.contactId) return <span class="tag warn">Perhaps known</span>;
  if (one.edits.contactId) return <span class="tag ok">Update</span>;
  return null;
}
