// A bulk change: what becomes of one contact, and what a preview says about many.
import type { Contact } from '../model/contact';
import type { Entry } from './entry';

export type BulkChange =
  | { do: 'addTag'; tag: string }
  | { do: 'removeTag'; tag: string }
  | { do: 'setStage'; stage: NonNullable<Contact['stage']> | undefined }
  | { do: 'delete' };

/** A contact has at most this many tags. */
const mostTags = 50;

/** `same`: the change would change nothing. `full`: there is no room for another tag. */
type Fate = 'changed' | 'same' | 'full';

export function fateOf({ tags, stage }: Pick<Entry, 'tags' | 'stage'>, change: BulkChange): Fate {
  switch (change.do) {
    case 'addTag':
      if (tags.includes(change.tag)) return 'same';
      return tags.length < mostTags ? 'changed' : 'full';
    case 'removeTag':
      return tags.includes(change.tag) ? 'changed' : 'same';
    case 'setStage':
      return stage === change.stage ? 'same' : 'changed';
    case 'delete':
      return 'changed';
  }
}

/** The contact after the change, undefined where nothing changes. `now` in ms. */
export function changedContact(contact: Contact, change: BulkChange, now: number): Contact | undefined {
  if (fateOf(contact, change) !== 'changed') return undefined;
  const version = contact.version + 1;
  if (change.do === 'delete') return { ...contact, deletedAt: now, version };
  const next = { ...contact, updatedAt: now, version };
  if (change.do === 'addTag') return { ...next, tags: [...contact.tags, change.tag] };
  if (change.do === 'removeTag') return { ...next, tags: contact.tags.filter(tag => tag !== change.tag) };
  const { stage: _old, ...rest } = next;
  return change.stage ? { ...rest, stage: change.stage } : rest;
}

export type Preview = Record<Fate, number> & {
  people: number;
  /** Names of the first few who would be changed. */
  names: string[];
  /** Of those who would be changed: open follow-ups and issues that a deletion takes along. */
  withFollowUp: number;
  withIssue: number;
};

/** What the change would do to these people. */
export function previewOf(entries: readonly Entry[], change: BulkChange): Preview {
  const preview: Preview = {
    people: entries.length,
    changed: 0,
    same: 0,
    full: 0,
    names: [],
    withFollowUp: 0,
    withIssue: 0,
  };
  for (const entry of entries) {
    const fate = fateOf(entry, change);
    preview[fate]++;
    if (fate !== 'changed') continue;
    if (preview.names.length < 5) preview.names.push(entry.name);
    if (entry.nextFollowUp !== undefined) preview.withFollowUp++;
    if (entry.openIssues > 0) preview.withIssue++;
  }
  return preview;
}
