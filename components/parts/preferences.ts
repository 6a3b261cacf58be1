// How preferences are read and written: the well-known ones are chosen or named, the others are plain words.
import { languageName, languageTag } from '../../lib/capture/language-names';
import { identityKindNames } from '../../lib/identity/kinds';
import type { Preference, tones } from '../../lib/model/preference';
import type { MenuItem } from '../ui/Menu';

/** Labels with a meaning of their own get it by being typed. */
export const keyOf = (label: string): Preference['key'] => {
  const word = label.trim().toLowerCase();
  return isKey(word) ? word : undefined;
};

const keys: Record<NonNullable<Preference['key']>, true> = {
  language: true,
  tone: true,
  channel: true,
  time: true,
};
const isKey = (word: string): word is keyof typeof keys => Object.hasOwn(keys, word);

const toneNames: Record<(typeof tones)[number], string> = {
  brief: 'Brief',
  friendly: 'Friendly',
  formal: 'Formal',
};

const itemsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([id, label]) => ({ id, label }));

/** What a preference can be, where that is a list. */
export const choicesOf = (key: Preference['key']): MenuItem[] | undefined => {
  if (key === 'tone') return itemsOf(toneNames);
  if (key === 'channel') return itemsOf(identityKindNames);
  return undefined;
};

/** A language is stored as a tag and shown by its name. */
export const shownValue = (key: Preference['key'], value: string) =>
  key === 'language' && value ? languageName(value) : value;
export const storedValue = (key: Preference['key'], value: string) =>
  key === 'language' ? (languageTag(value) ?? value) : value;
