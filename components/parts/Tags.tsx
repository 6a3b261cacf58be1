// The tags of a contact, VIP first: each can be taken off, another can be typed.
import { Plus, Star, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

type Props = { tags: string[]; onSave(tags: string[]): void };

export function Tags({ tags, onSave }: Props) {
  const [adding, setAdding] = useState(false);
  const sorted = tags.toSorted((a, b) => Number(b === 'VIP') - Number(a === 'VIP'));
  const add = (text: string) => {
    setAdding(false);
    const tag = text.trim().slice(0, 40);
    if (tag && !tags.includes(tag)) onSave([...tags, tag]);
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
            onClick={() => onSave(tags.filter(other => other !== tag))}
          >
            <Icon node={X} />
          </button>
        </span>
      ))}
      {adding ? (
        <input
          class="input small tag-field"
          aria-label="New tag"
          maxLength={40}
          ref={field => field?.focus()}
          onBlur={event => add(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') add(event.currentTarget.value);
            if (event.key === 'Escape') setAdding(false);
          }}
        />
      ) : (
        <IconButton icon={Plus} label="Add tag" onClick={() => setAdding(true)} />
      )}
    </fieldset>
  );
}
