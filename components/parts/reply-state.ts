// What was begun with quick replies and not finished, by person: search, chosen reply, filled blanks, what was inserted.
import { signal } from '@preact/signals';

/** Values typed by hand, by the path of their variable. */
export type Filled = Record<string, string>;

export type ReplyState = {
  filled: Filled;
  /** Index of the variant the user changed to. */
  variant?: number;
  /** The text and the box of the last insertion; equal ones are not inserted again by the same button. */
  inserted?: { text: string; box: string };
};

export type PickerState = { query: string; chosen?: string; replies: Record<string, ReplyState> };

const states = signal<Record<string, PickerState>>({});
const untouched: PickerState = { query: '', replies: {} };
const unused: ReplyState = { filled: {} };

/** The state for a contact; it outlives the tab of the card, not the view. */
export const pickerState = (contactId: string): PickerState => states.value[contactId] ?? untouched;

export function setPicker(contactId: string, patch: Partial<PickerState>): void {
  states.value = { ...states.value, [contactId]: { ...pickerState(contactId), ...patch } };
}

export const replyState = (contactId: string, replyId: string): ReplyState =>
  pickerState(contactId).replies[replyId] ?? unused;

export function setReplyState(contactId: string, replyId: string, patch: Partial<ReplyState>): void {
  const { replies } = pickerState(contactId);
  setPicker(contactId, {
    replies: { ...replies, [replyId]: { ...replyState(contactId, replyId), ...patch } },
  });
}
