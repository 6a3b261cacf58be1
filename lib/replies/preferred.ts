// What a contact prefers, in the form in which replies compare it.
import { languageTag } from '../capture/language-names';
import type { Contact } from '../model/contact';
import type { preferenceKeys } from '../model/preference';

/** The value of a well-known preference; a language as its tag (`es` for "Spanish"), all else in lower case. */
export function preferred(contact: Contact, key: (typeof preferenceKeys)[number]): string | undefined {
  const value = contact.preferences.find(item => item.key === key)?.value.trim();
  if (!value) return undefined;
  return key === 'language' ? (languageTag(value) ?? value) : value.toLowerCase();
}

/** `es` for `es-MX`: the part of a tag that says the language. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;
