// A custom field is a property of contacts that the user defines.
import { z } from 'zod';
import { idSchema } from './source';

export const customFieldKinds = ['text', 'number', 'date', 'choice', 'link'] as const;

export const customFieldSchema = z.strictObject({
  id: idSchema,
  /** Also the variable's name in replies: `{{ contact.fields.machine }}`. */
  slug: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(customFieldKinds),
  choices: z.array(z.string().trim().min(1).max(80)).max(50),
  order: z.number(),
});
export type CustomField = z.infer<typeof customFieldSchema>;
