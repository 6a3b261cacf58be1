// Invented contacts for tests in a browser, made through the same calls as the full page makes.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { ask } from './browser';

type Wishes = {
  name: string;
  address: string;
  doNotContact?: boolean;
  tags?: string[];
  language?: string;
};

/** Adds a person; gives the id. */
export async function addPerson(dashboard: Page, wishes: Wishes): Promise<string> {
  const { name, address, language, ...patch } = wishes;
  const preferences = language
    ? [{ id: randomUUID(), key: 'language', label: 'Language', value: language }]
    : undefined;
  const answer = await ask(dashboard, 'contacts.create', {
    patch: { name, ...patch, ...(preferences && { preferences }) },
    identities: [{ kind: 'email', value: address }],
    from: 'user',
  });
  if (!answer.ok) throw new Error(answer.message);
  return (answer.value as { result: { id: string } }).result.id;
}

/** Carries out a call that must succeed and gives its value. */
export async function must<Value = unknown>(dashboard: Page, name: string, input: unknown): Promise<Value> {
  const answer = await ask(dashboard, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value as Value;
}
