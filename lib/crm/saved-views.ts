// Procedures about saved views: lists of contacts that the user named.
import { z } from 'zod';
import { savedViewSchema } from '../model/saved-view';
import { idSchema } from '../model/source';
import { journaled } from './journaled';
import { CallError, type Context, procedure, safeApps } from './procedure';

/** As many as an export may hold. */
const mostViews = 200;

const inOrder = async ({ db }: Context) =>
  (await db.savedViews.toArray()).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const list = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: (_input, context) => inOrder(context),
});

/** Keeps a view; a new one comes last, a known one keeps its place. */
const save = procedure({
  roles: safeApps,
  input: z.strictObject({ view: savedViewSchema.omit({ order: true }) }),
  run: ({ view }, context) =>
    journaled(context, 'savedViews.save', async changes => {
      const views = await inOrder(context);
      const old = views.find(({ id }) => id === view.id);
      if (!old && views.length >= mostViews)
        throw new CallError('limit', 'There are too many views already.');
      const order = old?.order ?? (views.at(-1)?.order ?? -1) + 1;
      await changes.put('savedViews', { ...view, order });
      return { id: view.id };
    }),
});

const remove = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    journaled(context, 'savedViews.delete', async changes => {
      if (!(await context.db.savedViews.get(id)))
        throw new CallError('not-found', 'This view is no longer there.');
      await changes.remove('savedViews', id);
      return { id };
    }),
});

/** Gives the views the sequence of `ids`; those not named come after. */
const reorder = procedure({
  roles: safeApps,
  input: z.strictObject({ ids: z.array(idSchema).max(mostViews) }),
  run: ({ ids }, context) =>
    journaled(context, 'savedViews.reorder', async changes => {
      const rank = new Map(ids.map((id, index) => [id, index]));
      const views = await inOrder(context);
      const sorted = views.sort((a, b) => (rank.get(a.id) ?? ids.length) - (rank.get(b.id) ?? ids.length));
      for (const [order, view] of sorted.entries()) await changes.put('savedViews', { ...view, order });
      return { ids: sorted.map(({ id }) => id) };
    }),
});

export const savedViewProcedures = {
  'savedViews.list': list,
  'savedViews.save': save,
  'savedViews.delete': remove,
  'savedViews.reorder': reorder,
};
