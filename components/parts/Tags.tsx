// The tags of a contact, VIP first: each can be taken off, another can be typed.
import { Plus, Star, X } from 'lucide';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { takeFocus, useEditing } from './editing';

type Props = { tags: string[]; onSave(tags: string[]): void };

export function Tags({ tags, onSave }: Props) {
  const { editing, opener, open, close } = useEditing();
  const sorted = tags.toSorted((a, b) => Number(b === 'VIP') - Number(a === 'VIP'));
  const finish = (text: string, toOpener: boolean) => {
    if (!close(toOpener)) return;
    const tag = text.trim().slice(0, 40);
    if (tag && !tags.includes(tag)) onSave([...tags, tag]);
  };
  const remove = (tag: string) => {
    opener.current?.focus();
    onSave(tags.filter(other => other !== tag));
  };
  return (
    <fieldset class="tags">
      <legend class="sr">Tags</legend>
      {sorted.map(tag => (
        <span key={tag} class={`tag${tag === 'VIP' ? ' vip' : ''}`}>
          {tag === 'VIP' && <Icon node={Star} fill />}
          <bdi>{tag}</bdi>
          <button
            type="button"
            class="untag"
            aria-label={`Remove the tag ${tag}`}
            onClick={() => remove(tag)}
          >
            <Icon node={X} />
          </button>
        </span>
      ))}
      {editing ? (
        <input
          class="input small tag-field"
          aria-label="New tag"
          dir="auto"
          maxLength={40}
          ref={takeFocus}
          onBlur={event => finish(event.currentTarget.value, false)}
          onKeyDown={event => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            finish(event.key === 'Enter' ? event.currentTarget.value : '', true);
          }}
        />
      ) : (
        <IconButton icon={Plus} label="Add tag" ref={opener} onClick={open} />
      )}
    </fieldset>
  );
}
