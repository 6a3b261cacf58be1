// The organization that a page is about, to be put in as the company of those who are chosen.
import type { CapturedPerson } from '../../../lib/model/capture';
import { isChosen, type Somebody, shownValue } from './capture-form';
import { change, form } from './capture-state';
import { PlaceButton } from './PlaceButton';

type Props = { organization: CapturedPerson; people: Somebody[] };

export function OrganizationLine({ organization, people }: Props) {
  const name = organization.values.find(({ field }) => field === 'name');
  const others = organization.values.filter(value => value !== name);
  const lacking = people.filter(one => isChosen(one, people.length) && !shownValue(one, 'company'));
  const fill = (company: string) =>
    change({
      people: {
        ...form.value.people,
        ...Object.fromEntries(lacking.map(({ place, edits }) => [place, { ...edits, company }])),
      },
    });
  return (
    <section class="block pad" aria-labelledby="organization">
      <header>
        <h2 id="organization">
          <bdi>{name?.value ?? 'The organization'}</bdi>
        </h2>
        {name && <PlaceButton value={name} />}
      </header>
      <ul class="captured-identities">
        {others.map(value => (
          <li key={`${value.field} ${value.value}`} class="row">
            <span class="grow cut" title={value.value}>
              <bdi>{value.value}</bdi>
            </span>
            <PlaceButton value={value} />
          </li>
        ))}
      </ul>
      {name && lacking.length > 0 && (
        <button type="button" class="link" onClick={() => fill(name.value)}>
          Put in as the company of {lacking.length === 1 ? 'the one' : `the ${lacking.length}`} chosen
        </button>
      )}
    </section>
  );
}
