// What the user decided: who they are, which sites, what may be remembered.
import { z } from 'zod';
import { mostPointed, pointedPlaceSchema } from './pointed';
import { presenceSchema } from './presence';
import { recipeSchema } from './recipe';
import { initialRetention, retentionSchema } from './retention';
import { timeSchema } from './source';

export const meSchema = z.strictObject({
  name: z.string().max(200),
  /** Own addresses and aliases. */
  addresses: z.array(z.string().max(320)).max(50),
  /** Addresses that several people answer: support@…; mail from them is outgoing too. */
  sharedMailboxes: z.array(z.string().max(320)).max(50),
  /** Addresses seen as the signed-in account of a page, waiting for a yes or no. */
  proposed: z.array(z.string().max(320)).max(20),
  languages: z.array(z.string().max(20)).max(20),
  signature: z.string().max(2000),
  /** Two-letter country for phone numbers without a country code (ISO 3166). */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Me = z.infer<typeof meSchema>;

export const siteChoiceSchema = z.strictObject({
  /** Match pattern without the path: `https://mail.google.com`, `http://127.0.0.1`. */
  origin: z.string().max(300),
  /** Id of the adapter. */
  site: z.string().max(40),
  presence: presenceSchema,
  width: z.number().int().min(280).max(480),
  collapsed: z.boolean(),
  /** When the user chose it; absent for sites chosen before this was kept. */
  since: timeSchema.optional(),
});
export type SiteChoice = z.infer<typeof siteChoiceSchema>;

/** Adapters that the user brought in; an id of the built-in ones is refused. */
export const recipesSchema = z.array(recipeSchema).max(20);

/** Where values were pointed at, the latest last. */
export const pointedSchema = z.array(pointedPlaceSchema).max(mostPointed);

export const settingsSchema = z.strictObject({
  me: meSchema,
  sites: z.array(siteChoiceSchema).max(200),
  /** Files of earlier versions have none. */
  recipes: recipesSchema.default([]),
  /** Files of earlier versions have none. */
  pointed: pointedSchema.default([]),
  /** Whether conversations with contacts are kept; `unset` until the user answered, and then nothing is kept. */
  history: z.enum(['unset', 'automatic', 'ask', 'never']),
  /** Whether a reminder names the person. */
  namesInNotifications: z.boolean(),
  welcomedAt: timeSchema.optional(),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Files of earlier versions have none. */
  retention: retentionSchema.default(initialRetention),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds before the user said anything. */
export const initialSettings: Settings = {
  me: { name: '', addresses: [], sharedMailboxes: [], proposed: [], languages: [], signature: '' },
  sites: [],
  recipes: [],
  pointed: [],
  history: 'unset',
  namesInNotifications: false,
  theme: 'auto',
  retention: initialRetention,
};
