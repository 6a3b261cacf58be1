// People of whom the file says something else than Regulars: side by side, and whose value stays is chosen for each.
import { ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import type { Choice } from '../../../lib/model/import-fate';
import type { Line } from '../../../lib/transfer/import/dry-run';
import { Icon } from '../../ui/Icon';
import { choice, choices, choose, chooseAll } from './import-work';

const portion = 25;

export function Conflicts({ lines }: { lines: Line[] }) {
  const [count, setCount] = useState(portion);
  const decided = lines.filter(({ place }) => choices.value[place] !== undefined).length;
  return (
    <>
      <div class="row">
        <h3>Which is right?</h3>
        <span class="quiet grow" role="status">
          {decided} of {lines.length} decided, the rest{' '}
          {choice.value === 'mine' ? 'stay as they are' : 'as in the file'}
        </span>
        <button type="button" class="btn small plain" onClick={() => chooseAll('mine')}>
          Keep all mine
        </button>
        <button type="button" class="btn small plain" onClick={() => chooseAll('theirs')}>
          Use the file for all
        </button>
      </div>
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
