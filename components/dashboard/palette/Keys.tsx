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
};

type Props = {
  /** Where one can go: the word of the address, and how it is called. */
  screens: { id: string; label: string }[];
};

export function Keys({ screens }: Props) {
  const [open, setOpen] = useState<'palette' | 'keys'>();
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
      run: () => setOpen('palette'),
    },
    { id: 'keys', group: 'Everywhere', label: 'Show all keys', keys: '?', run: () => setOpen('keys') },
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
  // A dialog hears of its end late: the other one may be open by then.
  const closer = (one: typeof open) => () => setOpen(now => (now === one ? undefined : now));
  if (open === 'palette') return <Palette onClose={closer('palette')} />;
  return open === 'keys' ? <AllKeys onClose={closer('keys')} /> : null;
}
