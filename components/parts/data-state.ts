// Whether the data are as they were left, as the views show it.
import { signal } from '@preact/signals';
import type { DataState } from '../../lib/model/data-state';
import { call } from '../../lib/rpc/client';

export const data = signal<DataState | undefined>(undefined);

/** Looks why nothing can be shown. Never throws. */
export async function lookForTrouble(): Promise<void> {
  data.value = await call('data.state', {}).catch(() => undefined);
}
