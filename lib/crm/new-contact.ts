// A contact of whom nothing but the name is known yet.
import type { Contact } from '../model/contact';
import type { Source } from '../model/source';
import { CallError } from './procedure';

/** Throws where there is no name. */
export function newContact(id: string, name: string | undefined, source: Source): Contact {
  if (!name) throw new CallError('invalid', 'A person needs a name.');
  return {
    id,
    name: { value: name, source },
    tags: [],
    preferences: [],
    fields: [],
    doNotContact: false,
    createdAt: source.at,
    updatedAt: source.at,
    version: 0,
  };
}
