// A value that turns into a field when it is clicked; Enter or leaving saves, Escape gives up.
import { Pencil } from 'lucide';
import { IconButton } from '../ui/IconButton';
import { takeFocus, useEditing } from './editing';

type Props = {
  value: string;
  label: string;
  placeholder?: string;
  /** How the value is written for people, where that is not how it is stored. */
  shown?: string;
  /** Words too are edited as they are stored. */
  isRaw?: boolean;
  /** Makes the value a link; a button beside it edits. */
  href?: string;
  type?: 'text' | 'number' | 'date';
  /** Id of a list of proposals. */
  list?: string;
  maxLength?: number;
  /** The label stands beside the value already, or the value is a heading: nothing but the value is its text. */
  isBare?: boolean;
  onSave(value: string): void;
};

/** What stands in the field at first: dates and numbers as they are stored, words as people see them. */
const startOf = ({ value, shown, isRaw, type = 'text' }: Props) =>
  type === 'text' && !isRaw ? (shown ?? value) : value;

export function EditableLine(props: Props) {
  const { value, label, placeholder, shown, href, isBare, onSave } = props;
  const { editing, opener, open, close } = useEditing();
  const finish = (next: string | undefined, toOpener: boolean) => {
    if (!close(toOpener)) return;
    if (next !== undefined && next.trim() !== startOf(props)) onSave(next.trim());
  };
  if (editing) return <Field {...props} onFinish={finish} />;
  if (href) {
    return (
      <span class="linked">
        <a href={href} target="_blank" rel="noopener noreferrer">
          <bdi>{shown ?? value}</bdi>
        </a>
        <IconButton icon={Pencil} label={`Edit ${label}`} ref={opener} onClick={open} />
      </span>
    );
  }
  return (
    <button type="button" class="editable" ref={opener} title={`Edit ${label}`} onClick={open}>
      {!isBare && <span class="sr">{label}: </span>}
      {value ? <bdi>{shown ?? value}</bdi> : <span class="quiet">{placeholder ?? 'Add'}</span>}
    </button>
  );
}

type FieldProps = Props & { onFinish(next: string | undefined, toOpener: boolean): void };

function Field({ onFinish, ...props }: FieldProps) {
  const { label, type = 'text', list, maxLength } = props;
  return (
    <input
      class="input small"
      aria-label={label}
      dir="auto"
      type={type}
      step={type === 'number' ? 'any' : undefined}
      list={list}
      maxLength={maxLength}
      defaultValue={startOf(props)}
      ref={takeFocus}
      onBlur={event => onFinish(event.currentTarget.value, false)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onFinish(event.key === 'Enter' ? event.currentTarget.value : undefined, true);
      }}
    />
  );
}
