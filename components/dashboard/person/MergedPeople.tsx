// Who was merged into a person: the values that were not chosen, and taking them apart again.
import { Split } from 'lucide';
import { useState } from 'preact/hooks';
import { fullDate } from '../../../lib/dates/relative';
import type { Alternative, ApartPreview, MergedFrom, MergedPerson } from '../../../lib/model/merge';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { factName } from '../clean-up/words';
import { toast } from '../toast';
import { TakeApart } from './TakeApart';

type Asked = { person: MergedPerson; preview: ApartPreview };

export function MergedPeople({ id, merged }: { id: string; merged: MergedFrom }) {
  const [asked, setAsked] = useState<Asked>();
  const ask = async (person: MergedPerson) => {
    try {
      setAsked({ person, preview: await call('contacts.apartQuestions', { id: person.id }) });
    } catch (error) {
      toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
    }
  };
  if (asked)
    return <TakeApart id={asked.person.id} preview={asked.preview} onDone={() => setAsked(undefined)} />;
  return (
    <>
      <ul class="changes" aria-label="Merged people">
        {merged.people.map(person => (
          <li key={person.id} class="row">
            <span class="grow">
              <bdi>{person.name}</bdi>{' '}
              <span class="meta">
                {person.isKept ? 'kept from an import' : 'merged'} {fullDate(person.at)}
              </span>
            </span>
            <button
              type="button"
              class="btn small"
              aria-label={`Take apart: ${person.name}`}
              onClick={() => void ask(person)}
            >
              <Icon node={Split} flip />
              Take apart
            </button>
          </li>
        ))}
      </ul>
      {merged.alternatives.length > 0 && <Alternatives id={id} values={merged.alternatives} />}
    </>
  );
}

function Alternatives({ id, values }: { id: string; values: Alternative[] }) {
  return (
    <>
      <h2 class="when">Other values</h2>
      <ul class="changes" aria-label="Other values">
        {values.map(value => {
          const { fact, text, of, name } = value;
          const what = factName(value);
          return (
            <li key={`${fact}/${of}/${text}`} class="row">
              <span class="grow">
                <bdi class="quiet">{what}</bdi> <bdi>{text}</bdi>{' '}
                <span class="meta">
                  of <bdi>{name}</bdi>
                </span>
              </span>
              <button
                type="button"
                class="btn small plain"
                aria-label={`Use this: ${what}, ${text}`}
                onClick={() =>
                  void act(`${what} is now ${text}`, () => call('contacts.useValue', { id, fact, of }))
                }
              >
                Use this
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
