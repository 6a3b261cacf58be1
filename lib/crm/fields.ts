// Procedures about custom fields: the properties of contacts that the user defines.
import { z } from 'zod';
import { customFieldSchema } from '../model/custom-field';
import { journaled } from './journaled';
import { apps, CallError, procedure } from './procedure';

const list = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { db }) => (await db.fields.toArray()).sort((a, b) => a.order - b.order),
});

const save = procedure({
  roles: apps,
  input: z.strictObject({ field: customFieldSchema }),
  run: ({ field }, context) =>
    journaled(context, 'fields.save', async changes => {
      const twin = (await context.db.fields.toArray()).find(other => other.slug === field.slug);
      if (twin && twin.id !== field.id)
        throw new CallError('conflict', `There is already a field “${twin.name}”.`);
      await changes.put('fields', field);
      return { id: field.id };
    }),
});

export const fieldProcedures = {
  'fields.list': list,
  'fields.save': save,
};
