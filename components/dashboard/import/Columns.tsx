// What each column of a table means: proposed by its name and its values, changed by hand.
import type { CustomField } from '../../../lib/model/custom-field';
import { call } from '../../../lib/rpc/client';
import type { Column, ColumnTarget, Mapping } from '../../../lib/transfer/csv/mapping';
import type { Inspection } from '../../../lib/transfer/csv/read';
import { useLoaded } from '../load';
import { HowToRead } from './HowToRead';
import { targetNames } from './target-names';

type Props = { table: Inspection; mapping: Mapping; isRemembered: boolean; onChange(mapping: Mapping): void };

const targets = (Object.entries(targetNames) as [ColumnTarget, string][]).filter(([to]) => to !== 'field');

export function Columns({ table: { header, rows }, mapping, isRemembered, onChange }: Props) {
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const matched = mapping.columns.filter(({ to }) => to !== 'ignore' && to !== 'field').length;
  const change = (at: number, next: Column) =>
    onChange({ ...mapping, columns: mapping.columns.map((column, place) => (place === at ? next : column)) });
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">Columns</h2>
      <p>
        {isRemembered
          ? 'As in your last import of such a table. Change any that look wrong.'
          : `${matched} of ${header.length} are known. Change any that look wrong.`}
      </p>
      <HowToRead mapping={mapping} onChange={onChange} />
      <table class="map">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {header.map((name, at) => {
            const column = mapping.columns[at];
            return (
              <tr key={`${at}-${name}`}>
                <th scope="row">
                  <div class="cut">
                    <bdi>{name}</bdi>
                  </div>
                  <div class="cut meta">
                    <bdi>{rows.find(row => row[at]?.trim())?.[at] ?? ''}</bdi>
                  </div>
                </th>
                <td>
                  {column && (
                    <Target
                      header={name}
                      column={column}
                      fields={fields}
                      onChange={next => change(at, next)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Stands before the name of a field that is there already. */
const toField = 'field ';

type TargetProps = { header: string; column: Column; fields: CustomField[]; onChange(column: Column): void };

/** Where a column goes: to something that is known of people, to a field that is there, or to a new one. */
function Target({ header, column, fields, onChange }: TargetProps) {
  const { labelFrom: _elsewhere, ...own } = column;
  const isField = column.to === 'field' && column.labelFrom === undefined;
  const isThere = isField && fields.some(({ name }) => name === column.name);
  const choose = (value: string) => {
    const to = targets.find(([target]) => target === value)?.[0];
    if (to) onChange({ ...column, to });
    else if (value === 'field') onChange({ ...own, to: 'field', name: freeName(header, fields) });
    else onChange({ ...own, to: 'field', name: value.slice(toField.length) });
  };
  return (
    <>
      <select
        class="select"
        aria-label={`${header} goes to`}
        value={isThere ? `${toField}${column.name}` : column.to}
        onChange={event => choose(event.currentTarget.value)}
      >
        {targets.map(([to, label]) => (
          <option key={to} value={to}>
            {label}
          </option>
        ))}
        <optgroup label="Custom fields">
          {fields.map(({ id, name }) => (
            <option key={id} value={`${toField}${name}`}>
              {name}
            </option>
          ))}
          <option value="field">{targetNames.field}</option>
        </optgroup>
      </select>
      {isField && !isThere && (
        <input
          class="input"
          aria-label={`Name of the new field for ${header}`}
          dir="auto"
          maxLength={60}
          defaultValue={column.name}
          onChange={event => {
            const name = event.currentTarget.value.trim();
            if (name) onChange({ ...own, name });
            else event.currentTarget.value = column.name;
          }}
        />
      )}
    </>
  );
}

/** What a column is called, as the name of a field that is not there yet. */
function freeName(header: string, fields: readonly CustomField[]): string {
  const name = header.replace(/\s+/g, ' ').trim().slice(0, 57).trim() || 'Field';
  const isTaken = (wanted: string) => fields.some(field => field.name === wanted);
  let [free, number] = [name, 2];
  while (isTaken(free)) free = `${name} ${number++}`;
  return free;
}
