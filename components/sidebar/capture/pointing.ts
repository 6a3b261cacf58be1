// Pointing at the text of a value on the page: which value waits for it, and what was taken.
import { signal } from '@preact/signals';
import type { PointableField } from '../../../lib/model/capture-terms';
import { call } from '../../../lib/rpc/client';
import * as screen from '../../parts/screen';
import { capture, edit } from './capture-state';

/** The value that a text is pointed at for. */
export const pointing = signal<{ place: number; field: PointableField } | undefined>(undefined);

/** Takes the selected text, or lets the user point at one; asked for once more, it ends. */
export async function point(place: number, field: PointableField): Promise<void> {
  const before = pointing.value;
  if (before?.place === place && before.field === field) return stopPointing();
  const id = capture.value?.id;
  if (!id) return;
  const mine = { place, field };
  pointing.value = mine;
  screen.dismiss();
  try {
    const taken = await call('captures.point', { id, person: place, field });
    if (taken && field !== 'contact' && capture.value?.id === id) edit(place, { [field]: taken.value });
    if (taken) {
      const where = taken.host ? ` Remembered for ${taken.host}.` : '';
      screen.toast.value = { text: `Taken: ${taken.value}.${where}` };
    } else if (pointing.value === mine) screen.toast.value = { text: 'Nothing was taken.' };
  } catch {
    screen.toast.value = { text: 'The page is no longer open.', bad: true };
  } finally {
    if (pointing.value === mine) pointing.value = undefined;
  }
}

/** Ends the pointing; the page is as before. */
export function stopPointing(): void {
  const id = capture.value?.id;
  if (!pointing.value || !id) return;
  void call('captures.stopPointing', { id }).catch(() => undefined);
}
