// The quick replies of the card, loaded when they are wanted: the template engine is not part of the first paint.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PickerProps } from './ReplyPicker';
import * as screen from './screen';

type Props = Omit<PickerProps, 'site' | 'place' | 'onCheck'>;

let picker: ComponentType<PickerProps> | undefined;

async function loadPicker(): Promise<ComponentType<PickerProps>> {
  const { ReplyPicker } = await import('./ReplyPicker');
  picker = ReplyPicker;
  return picker;
}

/** Loads the replies once the browser has nothing else to do, so that the tab opens at once. */
export function useReadyReplies(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPicker());
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Puts the caret into the search over replies, when it is there. */
export async function focusReplySearch(): Promise<void> {
  await loadPicker();
  requestAnimationFrame(() => document.getElementById('reply-search')?.focus());
}

export function ReplyTab(props: Props) {
  const [Picker, setPicker] = useState(() => picker);
  useEffect(() => {
    if (!Picker) void loadPicker().then(loaded => setPicker(() => loaded));
  }, [Picker]);
  if (!Picker) return <div class="replies" aria-busy="true" />;
  const view = screen.view.value;
  return <Picker {...props} site={view?.site?.name} place={view?.page ?? ''} onCheck={screen.check} />;
}
