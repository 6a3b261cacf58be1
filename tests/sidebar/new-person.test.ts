// The form for somebody new: what is typed is kept, guesses are not.
import { describe, expect, it } from 'vitest';
import { draftOf, patchOf, valuesOf } from '../../components/sidebar/new-person';
import type { Guesses } from '../../lib/model/on-screen';

const guesses: Guesses = {
  name: { value: 'Mateo Ibarra', from: 'page' },
  company: { value: 'Cascada', from: 'domain' },
};
const guessed = valuesOf(undefined, guesses);

describe('what is typed about somebody new', () => {
  it('is nothing while the guesses stand', () => expect(draftOf(guessed, guesses)).toBe(''));

  it('comes back with the guesses that were not touched, and what was cleared stays cleared', () => {
    const draft = draftOf({ ...guessed, title: 'Buyer', company: '' }, guesses);
    expect(valuesOf(draft, { ...guesses, name: { value: 'Mateo I.', from: 'page' } })).toMatchObject({
      name: 'Mateo I.',
      company: '',
      title: 'Buyer',
    });
  });

  it.each(['{', 'null', '[]', '{"name":7}', '{"__proto__":{"name":"x"}}'])(
    'counts as nothing when it is kept as %s',
    draft => expect(valuesOf(draft, guesses)).toEqual(guessed),
  );

  it('is saved with its language as a tag and its tags one by one', () => {
    const patch = patchOf({ ...guessed, language: 'Spanish', tags: ' VIP, ,Wholesale ' });
    expect(patch).toMatchObject({ tags: ['VIP', 'Wholesale'], preferences: [{ value: 'es' }] });
  });
});
