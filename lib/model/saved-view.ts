// A saved view is a list of contacts that the user named: filters, order and columns.
import { z } from 'zod';
import { listColumnSchema, listQuerySchema, mostColumns } from './list-query';
import { idSchema } from './source';

export const savedViewSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  query: listQuerySchema,
  columns: z.array(listColumnSchema).max(mostColumns),
  order: z.number(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
