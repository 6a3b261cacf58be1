// What is typed about somebody who is not added yet: kept with their identity, and made into a contact.
import { languageName, languageTag } from '../../lib/capture/language-names';
import type { ContactPatch } from '../../lib/model/contact';
import type { Guess, Guesses } from '../../lib/model/on-screen';

export const fieldNames = ['name', 'company', 'title', 'phone', 'tags', 'language'] as const;
export type FieldName = (typeof fieldNames)[number];
export type Values = Record<FieldName, string>;

/** Guesses as they stand in the form. */
export function guessedFields(guesses: Guesses): Partial<Record<FieldName, Guess>> {
  const { language } = guesses;
  return { ...guesses, language: language && { ...language, value: languageName(language.value) } };
}

/** The kept form of what differs from the guesses; empty where nothing does. */
export function draftOf(values: Values, guesses: Guesses): string {
  const guessed = guessedFields(guesses);
  const typed = fieldNames.filter(name => values[name] !== (guessed[name]?.value ?? ''));
  return typed.length === 0
    ? ''
    : JSON.stringify(Object.fromEntries(typed.map(name => [name, values[name]])));
}

/** The values of the form: what was typed before, the guesses elsewhere. A draft that can't be read counts as none. */
export function valuesOf(draft: string | undefined, guesses: Guesses): Values {
  const guessed = guessedFields(guesses);
  const typed = readDraft(draft);
  const value = (name: FieldName) => typed.get(name) ?? guessed[name]?.value ?? '';
  return {
    name: value('name'),
    company: value('company'),
    title: value('title'),
    phone: value('phone'),
    tags: value('tags'),
    language: value('language'),
  };
}

function readDraft(draft: string | undefined): Map<string, string> {
  try {
    const kept: unknown = JSON.parse(draft ?? '{}');
    const entries: [string, unknown][] = typeof kept === 'object' && kept ? Object.entries(kept) : [];
    return new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch {
    return new Map();
  }
}

/** What is saved of the form; the phone number is an identity and goes beside it. */
export function patchOf(values: Values): ContactPatch {
  const tags = values.tags
    .split(',')
    .map(tag => tag.trim().slice(0, 40))
    .filter(Boolean);
  const words = values.language.trim();
  const value = languageTag(words) ?? words;
  return {
    name: values.name.trim(),
    company: values.company.trim() || null,
    title: values.title.trim() || null,
    tags: tags.slice(0, 20),
    preferences: value ? [{ id: crypto.randomUUID(), key: 'language', label: 'Language', value }] : [],
  };
}
