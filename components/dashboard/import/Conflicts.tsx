// People of whom the file says something else than Regulars: side by side, and whose value stays is chosen for each.
import { ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import type { Choice } from '../../../lib/model/import-fate';
import type { Line } from '../../../lib/transfer/import/dry-run';
import { Icon } from '../../ui/Icon';
import { choice, choices, choose, chooseAll } from './import-work';

const portion = 25;

/** What happens to values of which nothing was said. */
const rest: Record<Choice, string> = {
  mine: 'stay as they are',
  theirs: 'as in the file',
  both: 'keep both',
};

export function Conflicts({ lines }: { lines: Line[] }) {
  const [count, setCount] = useState(portion);
  const decided = lines.filter(({ place }) => choices.value[place] !== undefined).length;
  return (
    <>
      <div class="row">
        <h3>Which is right?</h3>
        <span class="quiet grow" role="status">
          {decided} of {lines.length} decided, the rest {rest[choice.value]}
        </span>
      </div>
      <div class="row">
        <button type="button" class="btn small" onClick={() => chooseAll('mine')}>
          Keep all mine
        </button>
        <button type="button" class="btn small" onClick={() => chooseAll('theirs')}>
          Use the file for all
        </button>
        <button type="button" class="btn small" onClick={() => chooseAll('both')}>
          Keep both for all
        </button>
      </div>
      <p class="quiet">
        Both: yours stays, and what the file says is kept as another value, to be used whenever you want. It
        is on the page of the person, under Merged.
      </p>
      {lines.slice(0, count).map((line, at) => (
        <Conflict key={line.place} line={line} isOpen={at === 0} />
      ))}
      {lines.length > count && (
        <button type="button" class="btn small plain wide" onClick={() => setCount(count + portion)}>
          Show more
        </button>
      )}
    </>
  );
}

function Conflict({ line: { place, name, differences }, isOpen }: { line: Line; isOpen: boolean }) {
  const isDecided = choices.value[place] !== undefined;
  return (
    <details class="diff" open={isOpen}>
      <summary>
        <Icon node={ChevronRight} flip />
        <b class="cut">
          <bdi>{name}</bdi>
        </b>
        <span class={`tag end ${isDecided ? 'ok' : 'warn'}`}>
          {isDecided ? 'Decided' : `${differences.length} ${differences.length === 1 ? 'value' : 'values'}`}
        </span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">Value</span>
            </th>
            <th scope="col">In Regulars</th>
            <th scope="col">In the file</th>
            <th scope="col">Both</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ what, mine, theirs }) => (
            <tr key={what}>
              <th scope="row">
                <bdi>{what}</bdi>
              </th>
              <td>
                <Pick place={place} what={what} whose="mine" text={mine} />
              </td>
              <td>
                <Pick place={place} what={what} whose="theirs" text={theirs} />
              </td>
              <td>
                <Pick place={place} what={what} whose="both" text="Keep both" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

type PickProps = { place: number; what: string; whose: Choice; text: string };

function Pick({ place, what, whose, text }: PickProps) {
  const current = choices.value[place]?.[what] ?? choice.value;
  return (
    <label class="pickable">
      <input
        type="radio"
        class="check"
        name={`${place}-${what}`}
        checked={current === whose}
        onChange={() => choose(place, what, whose)}
      />
      <bdi>{text}</bdi>
    </label>
  );
}
