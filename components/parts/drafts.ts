// What is typed and not yet saved, as this view knows it; the browser keeps it, so that closing loses nothing.
import { signal } from '@preact/signals';
import { readDrafts, writeDrafts } from '../../lib/platform/drafts';

/** Texts by contact, or by somebody who is not added yet. */
export const drafts = signal<Record<string, string>>({});

/** Keeps what is being typed with its person. */
export function setDraft(person: string, text: string): void {
  const { [person]: _old, ...rest } = drafts.value;
  drafts.value = text ? { ...rest, [person]: text } : rest;
  void writeDrafts(drafts.value);
}

/** Lets go of what was typed about people who were forgotten meanwhile: it is no longer kept, and must not be again. */
export async function dropForgottenDrafts(): Promise<void> {
  const before = Object.keys(drafts.value);
  const kept = await readDrafts();
  const gone = new Set(before.filter(person => !Object.hasOwn(kept, person)));
  const left = Object.entries(drafts.value).filter(([person]) => !gone.has(person));
  if (gone.size > 0) drafts.value = Object.fromEntries(left);
}
