// The tags of a reply: taken off one by one, typed with the others' tags as suggestions.
import { X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon';

const most = 20;

type Props = {
  tags: string[];
  /** Tags that other replies have. */
  known: string[];
  onChange(tags: string[]): void;
};

export function ReplyTags({ tags, known, onChange }: Props) {
  const list = useId();
  const field = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const added = text.split(',').map(tag => tag.trim().slice(0, 40).trim());
    // A tag that is known in other letters is that tag.
    const next = [...tags];
    for (const tag of added.filter(Boolean)) {
      const spelled = known.find(other => isSame(other, tag)) ?? tag;
      if (!next.some(other => isSame(other, spelled))) next.push(spelled);
    }
    setTyped('');
    if (next.length > tags.length) onChange(next.slice(0, most));
  };
  return (
    <div class="field">
      <label class="label" for={field}>
        Tags
      </label>
      <div class="tag-line input">
        {tags.map(tag => (
          <span key={tag} class="tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              class="tag-off"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => {
                onChange(tags.filter(other => other !== tag));
                document.getElementById(field)?.focus();
              }}
            >
              <Icon node={X} />
            </button>
          </span>
        ))}
        <input
          id={field}
          list={list}
          dir="auto"
          maxLength={200}
          disabled={tags.length >= most}
          placeholder={tags.length === 0 ? 'Type one, then Enter' : ''}
          value={typed}
          onInput={event => {
            const { value } = event.currentTarget;
            // A comma ends a tag, and so does choosing one from the list.
            if (value.includes(',') || (isChosen(event) && known.includes(value))) add(value);
            else setTyped(value);
          }}
          onBlur={() => add(typed)}
          onKeyDown={event => {
            const isEmpty = typed === '';
            if (event.key === 'Enter' && !isEmpty) add(typed);
            else if (event.key === 'Backspace' && isEmpty && tags.length > 0) onChange(tags.slice(0, -1));
            else return;
            event.preventDefault();
          }}
        />
        <datalist id={list}>
          {known
            .filter(tag => !tags.includes(tag))
            .map(tag => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
    </div>
  );
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Typing says how it changed the text; what a list of suggestions puts in is a replacement, or not even said to be text. */
const isChosen = (event: Event) =>
  !(event instanceof InputEvent) || event.inputType === 'insertReplacementText' || event.inputType === '';
