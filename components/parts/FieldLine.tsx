// One custom field of a contact: its name, and its value in the form that its kind asks for.
import { safeLink } from '../../lib/identity/links';
import type { CustomField } from '../../lib/model/custom-field';
import { ChoiceLine } from './ChoiceLine';
import { EditableLine } from './EditableLine';

type Props = { field: CustomField; value: string; onSave(value: string): void };

/** A day is stored as `2026-05-17`, or as `--05-17` where its year is not known, and shown as people write it. */
function shownOf({ kind }: CustomField, value: string): string {
  const withoutYear = /^--(\d\d-\d\d)$/.exec(value)?.[1];
  const day = kind === 'date' ? new Date(`${withoutYear ? `2000-${withoutYear}` : value}T12:00`) : undefined;
  if (!day || Number.isNaN(day.getTime())) return value;
  const style = withoutYear
    ? ({ day: 'numeric', month: 'short' } as const)
    : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(undefined, style).format(day);
}

/** Values that the browser's own fields can hold; any other would be emptied by them. */
const fitting: Partial<Record<CustomField['kind'], RegExp>> = {
  date: /^(?:\d{4}-\d\d-\d\d)?$/,
  number: /^(?:-?\d+(?:\.\d+)?)?$/,
};

const typeOf = ({ kind }: CustomField, value: string) =>
  (kind === 'number' || kind === 'date') && fitting[kind]?.test(value) ? kind : 'text';

function FieldValue({ field, value, onSave }: Props) {
  if (field.kind === 'choice' && field.choices.length > 0) {
    const choices = field.choices.map(choice => ({ id: choice, label: choice }));
    const none = value ? 'None of these' : undefined;
    return <ChoiceLine label={field.name} value={value} choices={choices} none={none} onSave={onSave} />;
  }
  const type = typeOf(field, value);
  return (
    <EditableLine
      label={field.name}
      value={value}
      shown={shownOf(field, value)}
      isRaw
      type={type}
      href={field.kind === 'link' ? safeLink(value) : undefined}
      maxLength={2000}
      onSave={onSave}
    />
  );
}

export function FieldLine(props: Props) {
  return (
    <div>
      <dt>
        <bdi>{props.field.name}</bdi>
      </dt>
      <dd>
        <FieldValue {...props} />
      </dd>
    </div>
  );
}
