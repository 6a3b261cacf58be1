// Putting text into the box the user writes in: written once, then verified, never sent.
import type { Composer } from '../sites/site';
import { placeCaret, selectedInEditable, writeIntoEditable } from './editable';
import { isField, selectedInField, writeIntoField } from './field';
import { expectArrival } from './verify';

export type Inserted = { ok: boolean; reason?: string };

/** The composer the caret is or was last in; with one box open, that one. */
export function currentComposer(
  composers: Composer[],
  lastFocused: Element | undefined,
): Composer | undefined {
  const focused = composers.find(
    ({ element }) => element === lastFocused || element.contains(lastFocused ?? null),
  );
  return focused ?? (composers.length === 1 ? composers[0] : undefined);
}

/**
 * Inserts `text` at the caret, in place of what is selected, else before signature and quote. Nothing is written
 * twice; a failure is told. Takes up to about a second where the box does not show the text.
 */
export async function insertText(composer: Composer, text: string): Promise<Inserted> {
  const { element, before } = composer;
  const lines = text.replace(/\r\n?/g, '\n');
  if (isField(element)) element.focus();
  else await placeCaret(element, before);
  // Some sites put another box in the place of the one that gets the focus.
  if (!element.isConnected) return { ok: false, reason: 'The reply box is gone.' };
  const hasArrived = expectArrival(
    composer,
    lines,
    isField(element) ? selectedInField(element) : selectedInEditable(element),
  );
  if (isField(element)) writeIntoField(element, lines);
  else writeIntoEditable(element, lines);
  return (await hasArrived()) ? { ok: true } : { ok: false, reason: 'The box did not take the text.' };
}
