// Somebody who is not in Regulars: a warning where they seem to be somebody else, else a form to add them.
import { useState } from 'preact/hooks';
import type { PersonOnScreen, Stranger as StrangerData } from '../../lib/model/on-screen';
import { dangerOf, Impostor } from './Impostor';
import { NewPerson } from './NewPerson';

type Props = { person: PersonOnScreen; data: StrangerData };

export function Stranger({ person, data }: Props) {
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const danger = dangerOf(person);
  if (danger && !isSomebodyElse)
    return <Impostor person={person} danger={danger} onSomebodyElse={() => setSomebodyElse(true)} />;
  return <NewPerson person={person} data={data} />;
}
