// What can be done at the moment, by name and by key: every screen adds its own while it is shown.
import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

export type Command = {
  id: string;
  label: string;
  /** The heading it is listed under. */
  group: string;
  /** One key after the other: `G C`, `Shift T`, `Ctrl K`. On a Mac, Ctrl is ⌘. */
  keys?: string;
  run(): void;
};

const screens = signal<readonly Command[][]>([]);

/** Everything that can be done now. */
export const commands = computed(() => screens.value.flat());

/** Adds commands as long as the component is there; `key` says when they are others. */
export function useCommands(list: Command[], key = ''): void {
  // At once: the next key may be one of these.
  useLayoutEffect(() => {
    screens.value = [...screens.value, list];
    return () => {
      screens.value = screens.value.filter(other => other !== list);
    };
  }, [key]);
}
