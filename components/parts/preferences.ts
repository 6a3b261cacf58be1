// How preferences are read and written: the well-known ones are chosen or named, the others are plain words.
import { languageName, languageTag } from '../../lib/capture/language-names';
import { identityKindNames } from '../../lib/identity/kinds';
import { type Preference, preferenceKeys, tones } from '../../lib/model/preference';
import type { MenuItem } from '../ui/Menu';

/** Labels with a meaning of their own get it by being typed. */
export const keyOf = (label: string): Preference['key'] =>
  preferenceKeys.find(key => key === label.trim().toLowerCase());

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What a preference can be, where that is a list. */
export const choicesOf = (key: Preference['key']): MenuItem[] | undefined => {
  if (key === 'tone') return tones.map(tone => ({ id: tone, label: capital(tone) }));
  if (key === 'channel') return Object.entries(identityKindNames).map(([id, label]) => ({ id, label }));
  return undefined;
};

/** A language is stored as a tag and shown by its name. */
export const shownValue = (key: Preference['key'], value: string) =>
  key === 'language' && value ? languageName(value) : value;
export const storedValue = (key: Preference['key'], value: string) =>
  key === 'language' ? (languageTag(value) ?? value) : value;
