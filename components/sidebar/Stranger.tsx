// Somebody who is not in Regulars: a warning where they seem to be somebody else, else a form to add them.
import { useState } from 'preact/hooks';
import type { OnScreen, PersonOnScreen, Stranger as StrangerData } from '../../lib/model/on-screen';
import { dangerOf, Impostor } from './Impostor';
import { NameOnly } from './NameOnly';
import { NewPerson } from './NewPerson';

type Props = { person: PersonOnScreen; data: StrangerData; site: OnScreen['site'] };

export function Stranger({ person, data, site }: Props) {
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const danger = dangerOf(person);
  if (danger && !isSomebodyElse)
    return <Impostor person={person} danger={danger} onSomebodyElse={() => setSomebodyElse(true)} />;
  if (person.seen.identities.length === 0)
    return <NameOnly person={person} data={data} site={site?.name ?? 'The site'} reveal={site?.reveal} />;
  return <NewPerson person={person} data={data} />;
}
