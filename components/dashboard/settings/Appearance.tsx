// Light or dark: as the system and the page beside it, or always the same.
import type { Settings } from '../../../lib/model/settings';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';

const themes = [
  { id: 'auto', label: 'Like the page beside it and the system' },
  { id: 'light', label: 'Always light' },
  { id: 'dark', label: 'Always dark' },
] as const;

export function Appearance({ settings }: { settings: Settings }) {
  return (
    <fieldset class="step">
      <legend>Appearance</legend>
      <div class="stack">
        {themes.map(({ id, label }) => (
          <label key={id} class="row">
            <input
              type="radio"
              class="check round"
              name="theme"
              checked={settings.theme === id}
              onChange={() => void act('Saved', () => call('settings.save', { theme: id }))}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
