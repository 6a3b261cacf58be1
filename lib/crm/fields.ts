// Procedures about custom fields: the properties of contacts that the user defines.
import { z } from 'zod';
import { customFieldSchema } from '../model/custom-field';
import { idSchema } from '../model/source';
import { applyPatch } from './contact-patch';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { apps, CallError, procedure } from './procedure';

const gone = 'This field is no longer there.';

const list = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { db }) => (await db.fields.toArray()).sort((a, b) => a.order - b.order),
});

const save = procedure({
  roles: apps,
  input: z.strictObject({
    field: customFieldSchema,
    /** Its first value: a field and what it was made for come, and go, together. */
    first: z.strictObject({ contactId: idSchema, value: z.string().max(2000) }).optional(),
  }),
  run: ({ field, first }, context) =>
    journaled(context, 'fields.save', async changes => {
      const twin = (await context.db.fields.toArray()).find(other => other.slug === field.slug);
      if (twin && twin.id !== field.id)
        throw new CallError('conflict', `There is already a field “${twin.name}”.`);
      await changes.put('fields', field);
      if (first) {
        const contact = await knownContact(context, first.contactId);
        const patch = { fields: [{ field: field.id, value: first.value }] };
        await changes.put('contacts', applyPatch(contact, patch, { from: 'user', at: context.now }));
      }
      return { id: field.id };
    }),
});

/**
 * Takes a field off everybody. The values stay with their people, unseen, so that taking this back gives all of them
 * again and neither costs a visit to every person.
 */
const remove = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    journaled(context, 'fields.remove', async changes => {
      if (!(await context.db.fields.get(id))) throw new CallError('not-found', gone);
      await changes.remove('fields', id);
      return { id };
    }),
});

/** Gives the fields the sequence of `ids`; those not named come after. */
const reorder = procedure({
  roles: apps,
  input: z.strictObject({ ids: z.array(idSchema).max(200) }),
  run: ({ ids }, context) =>
    journaled(context, 'fields.reorder', async changes => {
      const rank = new Map(ids.map((id, index) => [id, index]));
      const fields = (await context.db.fields.toArray()).sort((a, b) => a.order - b.order);
      const sorted = fields.sort((a, b) => (rank.get(a.id) ?? ids.length) - (rank.get(b.id) ?? ids.length));
      for (const [order, field] of sorted.entries()) await changes.put('fields', { ...field, order });
      return { ids: sorted.map(field => field.id) };
    }),
});

export const fieldProcedures = {
  'fields.list': list,
  'fields.save': save,
  'fields.remove': remove,
  'fields.reorder': reorder,
};
