// Which columns the list has.
import { Columns3 } from 'lucide';
import type { CustomField } from '../../../lib/model/custom-field';
import type { ListColumn } from '../../../lib/model/list-query';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';
import { columnName, plainColumns } from './Columns';

type Props = { columns: ListColumn[]; fields: CustomField[]; onColumns(columns: ListColumn[]): void };

const plain = Object.keys(plainColumns) as (keyof typeof plainColumns)[];

export function ColumnChoice({ columns, fields, onColumns }: Props) {
  const all: ListColumn[] = [...plain, ...fields.map(({ id }): ListColumn => `field:${id}`)];
  return (
    <Popover label="Choose columns" class="icon-btn" button={<Icon node={Columns3} />}>
      {() => (
        <fieldset class="values">
          <legend class="label">Columns</legend>
          <div class="value-lines">
            {all.map(column => (
              <label key={column} class="row">
                <input
                  type="checkbox"
                  class="check"
                  checked={columns.includes(column)}
                  onChange={() => onColumns(all.filter(one => (one === column) !== columns.includes(one)))}
                />
                <bdi class="grow cut">{columnName(column, fields)}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </Popover>
  );
}
