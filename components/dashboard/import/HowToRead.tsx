// What a table leaves open: where its phone numbers are from, whether days come first, and which name does.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ColumnTarget, Mapping } from '../../../lib/transfer/csv/mapping';
import { countries } from './countries';

const familyFirst = 'family-first';
const dateOrders = ['day-first', 'month-first'] as const;

type Props = { mapping: Mapping; onChange(mapping: Mapping): void };

/** Asks only what makes a difference to the columns that are read. */
export function HowToRead({ mapping, onChange }: Props) {
  const all = useMemo(() => countries(), []);
  const { country, dates } = mapping;
  const reads = (...wanted: ColumnTarget[]) => mapping.columns.some(({ to }) => wanted.includes(to));
  return (
    <div class="fields">
      {reads('phone') && (
        <Choice
          label="Phone numbers without a country code"
          value={country ?? ''}
          onChange={code => onChange({ ...mapping, country: code || undefined })}
        >
          <option value="">are kept as a field</option>
          {all.map(({ code, name }) => (
            <option key={code} value={code}>
              are from {name}
            </option>
          ))}
        </Choice>
      )}
      {reads('createdAt') && (
        <Choice
          label="Dates such as 03/04/2025"
          value={dates ?? ''}
          onChange={order => onChange({ ...mapping, dates: dateOrders.find(one => one === order) })}
        >
          <option value="">are kept as a field</option>
          <option value="day-first">have the day first</option>
          <option value="month-first">have the month first</option>
        </Choice>
      )}
      {reads('firstName') && reads('lastName') && (
        <Choice
          label="Names are written"
          value={mapping.nameOrder}
          onChange={order =>
            onChange({ ...mapping, nameOrder: order === familyFirst ? order : 'given-first' })
          }
        >
          <option value="given-first">first name, last name</option>
          <option value="family-first">last name, first name</option>
        </Choice>
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ComponentChildren;
};

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select class="select" value={value} onChange={event => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
