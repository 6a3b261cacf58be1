// The keys of the full page: the palette, the list of all keys, and the way to every screen.
import { useEffect, useState } from 'preact/hooks';
import { AllKeys } from './AllKeys';
import { commands, useCommands } from './commands';
import { listenForKeys } from './keys';
import { Palette } from './Palette';

/** The second key after G. */
const letters: Record<string, string> = {
  today: 'T',
  contacts: 'C',
  companies: 'O',
  'clean-up': 'U',
  replies: 'R',
  settings: 'S',
  data: 'D',
  privacy: 'P',
  import: 'I',
};

/** One opening of a dialog; no two are the same. */
type Opening = { what: 'palette' | 'keys'; count: number };

type Props = {
  /** Where one can go: the word of the address, and how it is called. */
  screens: { id: string; label: string }[];
};

export function Keys({ screens }: Props) {
  const [open, setOpen] = useState<Opening>();
  const show = (what: Opening['what']) => setOpen(before => ({ what, count: (before?.count ?? 0) + 1 }));
  useEffect(() => {
    const life = new AbortController();
    listenForKeys(() => commands.value, life.signal);
    return () => life.abort();
  }, []);
  useCommands([
    {
      id: 'palette',
      group: 'Everywhere',
      label: 'Find a person or something to do',
      keys: 'Ctrl K',
      run: () => show('palette'),
    },
    { id: 'keys', group: 'Everywhere', label: 'Show all keys', keys: '?', run: () => show('keys') },
    ...screens.map(({ id, label }) => ({
      id: `go ${id}`,
      group: 'Go to',
      label,
      ...(letters[id] && { keys: `G ${letters[id]}` }),
      run: () => {
        location.hash = `#/${id}`;
      },
    })),
  ]);
  if (!open) return null;
  // A dialog hears of its end late: it may have been opened anew by then.
  const close = () => setOpen(now => (now === open ? undefined : now));
  const Shown = open.what === 'palette' ? Palette : AllKeys;
  return <Shown key={open.count} onClose={close} />;
}
