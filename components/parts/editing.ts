// Editing in place: what was opened gives the focus back to what opened it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Whether something is being edited. `opener` belongs on the button that opens it, which is there again afterwards. */
export function useEditing() {
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = useRef(false);
  const goesBack = useRef(false);
  const [editing, setEditing] = useState(false);
  useLayoutEffect(() => {
    if (editing || !goesBack.current) return;
    goesBack.current = false;
    opener.current?.focus();
  }, [editing]);
  return {
    editing,
    opener,
    open: () => {
      isOpen.current = true;
      setEditing(true);
    },
    /**
     * `toOpener` is false where the user went elsewhere by themselves. Gives false when it was closed before: a field
     * that is removed loses its focus once more.
     */
    close: (toOpener = true): boolean => {
      const wasOpen = isOpen.current;
      isOpen.current = false;
      if (wasOpen) goesBack.current = toOpener;
      setEditing(false);
      return wasOpen;
    },
  };
}

/** Where the focus goes when what had it is gone: the tab that is shown. */
export const focusTab = () =>
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();

/** Given as `ref`, puts the focus into a field once, when it appears. */
export const takeFocus = (field: HTMLElement | null) => field?.focus();
