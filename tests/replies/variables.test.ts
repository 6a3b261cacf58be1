// What replies can say about a contact, a conversation and the user, and that the editor lists all of it.
import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../lib/model/custom-field';
import { exampleSources } from '../../lib/replies/example';
import { renderReply } from '../../lib/replies/template';
import { describeVariables, replyVariables } from '../../lib/replies/variables';

const fields: CustomField[] = [
  { id: 'f1', slug: 'machine', name: 'Machine', kind: 'text', choices: [], order: 0 },
  { id: 'f2', slug: 'size', name: 'Size', kind: 'choice', choices: ['Small', 'Large'], order: 1 },
];
const me = {
  name: 'Nora Vidal',
  addresses: ['nora@norte.example'],
  sharedMailboxes: [],
  proposed: [],
  languages: ['en'],
  signature: 'Nora, Norte Café',
};
const monday = new Date(2026, 2, 2, 9);
const variablesIn = (language: string | undefined) =>
  replyVariables(exampleSources(fields, me, language, monday));
const write = (source: string, language = 'es') => renderReply(source, variablesIn(language)).text;

/** The paths of all values in a tree of variables. */
function pathsOf(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path.join('.')];
  return Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]));
}

describe('the variables', () => {
  it('are all listed in the editor, and all that it lists are there', () => {
    const listed = describeVariables(fields).map(({ path }) => path);
    expect(listed.toSorted()).toEqual(pathsOf(variablesIn('es')).toSorted());
  });

  it('name the language of a contact in the language of the reply', () => {
    expect(write('{{ contact.preferences.language_name }}', 'es')).toBe('español');
    expect(write('{{ contact.preferences.language }}', 'es')).toBe('es');
  });

  it('name the place of the conversation', () => {
    expect(write('{{ conversation.site }}')).toBe('Gmail');
  });

  it('write dates in the language of the reply', () => {
    expect(write('{{ today }}', 'de')).toBe('Montag, 2. März');
  });

  it.each(['not a language', 'e', '-', 'es_MX', 'x'.repeat(40)])(
    'do without a language that is none: “%s”',
    language => {
      expect(() => variablesIn(language)).not.toThrow();
    },
  );

  it('know a language that was typed in words', () => {
    const sources = exampleSources(fields, me, undefined, monday);
    const [first, ...rest] = sources.contact.preferences;
    const preferences = [{ ...first!, value: 'Spanish' }, ...rest];
    const { contact } = replyVariables({ ...sources, contact: { ...sources.contact, preferences } });
    expect(contact).toMatchObject({ preferences: { language: 'es' } });
  });
});
