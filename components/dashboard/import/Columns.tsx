// What each column of a table means: proposed by its name and its values, changed by hand.
import type { Column, ColumnTarget, Mapping } from '../../../lib/transfer/csv/mapping';
import type { Inspection } from '../../../lib/transfer/csv/read';
import { targetNames } from './target-names';

type Props = { table: Inspection; mapping: Mapping; isRemembered: boolean; onChange(mapping: Mapping): void };

const targets = Object.entries(targetNames) as [ColumnTarget, string][];

export function Columns({ table: { header, rows }, mapping, isRemembered, onChange }: Props) {
  const matched = mapping.columns.filter(({ to }) => to !== 'ignore' && to !== 'field').length;
  const change = (at: number, to: ColumnTarget) => {
    const columns = mapping.columns.map(
      (column, place): Column => (place === at ? { ...column, to } : column),
    );
    onChange({ ...mapping, columns });
  };
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">Columns</h2>
      <p>
        {isRemembered
          ? 'As in your last import of such a table. Change any that look wrong.'
          : `${matched} of ${header.length} are known. Change any that look wrong.`}
      </p>
      <table class="map">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {header.map((name, at) => (
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
                <select
                  class="select"
                  aria-label={`${name} goes to`}
                  value={mapping.columns[at]?.to}
                  onChange={event => change(at, event.currentTarget.value as ColumnTarget)}
                >
                  {targets.map(([to, label]) => (
                    <option key={to} value={to}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
