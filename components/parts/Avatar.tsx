// Initials in a circle; dashed for people who are not in Regulars.
import { initials } from '../../lib/identity/names';

const hues = [20, 48, 100, 150, 190, 225, 260, 300, 340];

/** The same person has the same colour everywhere. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return hues[sum % hues.length] ?? 48;
}

export function Avatar({ name, id }: { name: string; id?: string }) {
  const style = id ? { '--h': String(hueOf(id)) } : undefined;
  return (
    <span class={`avatar${id ? '' : ' new'}`} style={style} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
