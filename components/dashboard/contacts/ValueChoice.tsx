// Values to tick, each with how many people it would show; long lists can be narrowed by typing.
import { useState } from 'preact/hooks';
import { nameWords } from '../../../lib/identity/names';
import type { Count } from '../../../lib/list/facets';

type Props = {
  label: string;
  counts: Count[];
  chosen: string[];
  nameOf(value: string): string;
  onChoose(values: string[]): void;
};

/** From so many values on there is a field to narrow them. */
const many = 8;

/** The chosen ones first, though nobody has them at the moment. */
function linesOf(counts: Count[], chosen: string[]): Count[] {
  const lost = chosen.filter(value => !counts.some(count => count.value === value));
  const isChosen = ({ value }: Count) => chosen.includes(value);
  return [
    ...lost.map(value => ({ value, count: 0 })),
    ...counts.filter(isChosen),
    ...counts.filter(count => !isChosen(count)),
  ];
}

export function ValueChoice({ label, counts, chosen, nameOf, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  // In the order of the opening: a line does not jump away from under the pointer when it is ticked.
  const [first] = useState(chosen);
  const words = nameWords(typed);
  const lines = linesOf(counts, first).filter(({ value }) => {
    const own = nameWords(nameOf(value));
    return words.every(word => own.some(other => other.startsWith(word)));
  });
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value]);
  return (
    <fieldset class="values">
      <legend class="label">{label}</legend>
      {counts.length >= many && (
        <input
          class="input"
          type="text"
          aria-label={`Narrow: ${label}`}
          placeholder="Type to narrow"
          onInput={event => setTyped(event.currentTarget.value)}
        />
      )}
      <div class="value-lines">
        {lines.slice(0, 100).map(({ value, count }) => (
          <label key={value} class="row">
            <input
              type="checkbox"
              class="check"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <bdi class="grow cut">{nameOf(value)}</bdi>
            <span class="count">{count.toLocaleString()}</span>
          </label>
        ))}
        {lines.length === 0 && <p class="quiet">Nothing to choose from yet.</p>}
        {lines.length > 100 && <p class="quiet">And {lines.length - 100} more: type to narrow.</p>}
      </div>
    </fieldset>
  );
}
