// Initials in a circle; dashed for people who are not in Regulars.
import { initials } from '../../lib/identity/names';
import { hueOf } from './hues';

type Props = {
  name: string;
  id?: string;
  /** The colour, where it depends on who stands beside. */
  hue?: number;
};

export function Avatar({ name, id, hue }: Props) {
  const style = id ? { '--h': String(hue ?? hueOf(id)) } : undefined;
  return (
    <span class={`avatar${id ? '' : ' new'}`} style={style} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
