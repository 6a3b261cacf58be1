// How a table is written: its encoding, what stands between its cells, and its first row; said by hand where it was taken wrong.
import type { Encoding } from '../../../lib/transfer/csv/encoding';
import type { Inspection } from '../../../lib/transfer/csv/read';
import type { Delimiter, Given } from '../../../lib/transfer/csv/shape';

type Props = {
  table: Inspection;
  /** What was said by hand so far. */
  given: Given;
  onChange(given: Given): void;
};

const encodings: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big endian',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  macintosh: 'Western European (Mac)',
  shift_jis: 'Japanese (Shift JIS)',
  gb18030: 'Chinese (GB 18030)',
  'euc-kr': 'Korean (EUC-KR)',
};

const delimiters: Record<Delimiter, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
};

const firstRows = { header: 'Names of the columns', person: 'A person already' };

export function TableForm({ table: { encoding, delimiter, hasHeader }, given, onChange }: Props) {
  return (
    <details class="full" open={Object.keys(given).length > 0}>
      <summary class="link">Letters or columns look wrong</summary>
      <div class="row wrap">
        <Choice
          label="Encoding"
          names={encodings}
          chosen={encoding}
          onChoose={next => onChange({ ...given, encoding: next })}
        />
        <Choice
          label="Between columns"
          names={delimiters}
          chosen={delimiter}
          onChoose={next => onChange({ ...given, delimiter: next })}
        />
        <Choice
          label="First row"
          names={firstRows}
          chosen={hasHeader ? 'header' : 'person'}
          onChoose={next => onChange({ ...given, hasHeader: next === 'header' })}
        />
      </div>
    </details>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  names: Record<Value, string>;
  chosen: Value;
  onChoose(value: Value): void;
};

function Choice<Value extends string>({ label, names, chosen, onChoose }: ChoiceProps<Value>) {
  const isOne = (text: string): text is Value => Object.hasOwn(names, text);
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select
        class="select"
        value={chosen}
        onChange={event => {
          const { value } = event.currentTarget;
          if (isOne(value)) onChoose(value);
        }}
      >
        {Object.entries<string>(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
