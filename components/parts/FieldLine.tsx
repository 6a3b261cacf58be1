// One custom field of a contact: its name, and its value in the form that its kind asks for.
import { safeLink } from '../../lib/identity/links';
import type { CustomField } from '../../lib/model/custom-field';
import { ChoiceLine } from './ChoiceLine';
import { EditableLine } from './EditableLine';

type Props = { field: CustomField; value: string; onSave(value: string): void };

/** A day is stored as `2026-05-17` and shown as people write it. */
function shownOf({ kind }: CustomField, value: string): string {
  const day = kind === 'date' ? new Date(`${value}T12:00`) : undefined;
  if (!day || Number.isNaN(day.getTime())) return value;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(day);
}

function FieldValue({ field, value, onSave }: Props) {
  if (field.kind === 'choice' && field.choices.length > 0) {
    const choices = field.choices.map(choice => ({ id: choice, label: choice }));
    const none = value ? 'None of these' : undefined;
    return <ChoiceLine label={field.name} value={value} choices={choices} none={none} onSave={onSave} />;
  }
  const type = field.kind === 'number' || field.kind === 'date' ? field.kind : 'text';
  return (
    <EditableLine
      label={field.name}
      value={value}
      shown={shownOf(field, value)}
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
