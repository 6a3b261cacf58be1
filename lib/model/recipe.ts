// A recipe is a site adapter as data: which pages of a site show people, and where on them who they are is written.
import { z } from 'zod';
import { identityKindSchema } from './identity';
import { presenceSchema } from './presence';
import { selectorFault } from './selector';
import { roles } from './sighting';

export const selectorSchema = z
  .string()
  .min(1)
  .max(600)
  .superRefine((selector, context) => {
    const message = selectorFault(selector);
    if (message) context.addIssue({ code: 'custom', message });
  });

const attributeSchema = z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/i, 'This is no name of an attribute.');

// Parts between slashes, each a word, `*` (any one), `{}` (any one, which is taken), a word around `{}` (`@{}`), a
// word that is taken itself (`{issues}`), or `**` at the beginning or the end (any number, none
// too): `/user/{}/**`.
const pathSchema = z
  .string()
  .max(200)
  .regex(
    /^(?:\/\*\*)?(?:\/(?:\{[\w-]+\}|[^/{}*\s]*(?:\{\}|\*)?[^/{}*\s]*))*(?:\/\*\*)?$/,
    'This is no path pattern.',
  );

/** One way to a value: an element, what is taken of it, and what of that. */
export const stepSchema = z.strictObject({
  /** The element, within the item's own part and outside of what people wrote; without it the item itself. */
  find: selectorSchema.optional(),
  /** Not inside of these. */
  outside: selectorSchema.optional(),
  /** From there, the nearest element around it that matches. */
  up: selectorSchema.optional(),
  /** Looked for in the whole page, not in the item. */
  anywhere: z.boolean().optional(),
  /** The page's own address instead of an element. */
  from: z.literal('address').optional(),
  /** The attribute that holds it; without one, the text. */
  attribute: attributeSchema.optional(),
  /** Parts of the text that do not count. */
  skip: selectorSchema.optional(),
  /** The value is an address of this site with such a path; what `{}` stands for is taken. */
  path: pathSchema.optional(),
  /** The value is an address; this parameter of it is taken. */
  query: z.string().min(1).max(60).optional(),
  /** The value is an address; its fragment is taken. */
  fragment: z.literal(true).optional(),
  /** What follows, or what comes before, the first such piece of text; nothing where it is not there. */
  after: z.string().min(1).max(60).optional(),
  before: z.string().min(1).max(60).optional(),
  /** Dropped from the beginning where it is there. */
  without: z.string().min(1).max(20).optional(),
  /** Values that are none. */
  not: z.array(z.string().max(60)).max(60).optional(),
  shape: z.enum(['digits', 'hex', 'word']).optional(),
  starts: z.string().min(1).max(40).optional(),
  /** The value goes where `{}` stands, the page's host where `{host}` does. */
  as: z
    .string()
    .max(200)
    .refine(text => text.includes('{}'), 'It needs a place {} for the value.')
    .optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** The first step that gives something. */
export const valueSchema = z.union([stepSchema, z.array(stepSchema).min(1).max(8)]);
export type Value = z.infer<typeof valueSchema>;

/**
 * `iso`: a time with its zone (RFC 3339). `bits`: the value is a number whose bits above the lowest `bits` are
 * milliseconds since `since` (as in the ids of LinkedIn and X).
 */
const timeRuleSchema = z.strictObject({
  value: valueSchema,
  as: z.union([
    z.literal('iso'),
    z.strictObject({ bits: z.number().int().min(1).max(40), since: z.number().int().min(0) }),
  ]),
});
export type TimeRule = z.infer<typeof timeRuleSchema>;

export const personRuleSchema = z.strictObject({
  /** Each that the page shows; the first is the one they are known by. */
  identities: z
    .array(
      z.strictObject({
        kind: identityKindSchema,
        value: valueSchema,
        /** The site's lasting id of the account. */
        id: valueSchema.optional(),
        /** Some people are shown by their id alone. */
        isIdEnough: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(4),
  name: valueSchema.optional(),
  /** Somebody without any identity is there by name. */
  guests: z.boolean().optional(),
});
export type PersonRule = z.infer<typeof personRuleSchema>;

export const itemRuleSchema = z.strictObject({
  /** One post, comment, message or profile. */
  select: selectorSchema,
  /** Elements that are none although they match: deleted ones. */
  except: selectorSchema.optional(),
  /** Not inside of these: advertisements, suggestions. */
  outside: selectorSchema.optional(),
  role: z.enum(roles),
  /** Whoever wrote the item that has the conversation's id is its author. */
  isMainById: z.boolean().optional(),
  /** `id`: only the one that has the conversation's id; `first`: only the first that is there. Others are other posts. */
  isOnly: z.enum(['id', 'first']).optional(),
  person: personRuleSchema,
  /** Gives something where whoever wrote it is known to be no person: an app, a company, an account that was deleted. */
  nobody: valueSchema.optional(),
  /** Who is named only once for several items in a row is taken from the one before. */
  continues: z.boolean().optional(),
  /** The items that match are the user's own. */
  self: selectorSchema.optional(),
  id: valueSchema.optional(),
  at: timeRuleSchema.optional(),
  text: stepSchema.optional(),
  /** The id of the item that is answered; without it the item around, then the first one in the same `group`. */
  parent: valueSchema.optional(),
  group: selectorSchema.optional(),
  /** People who are named in it and did not write it. */
  others: z
    .array(
      z.strictObject({
        find: selectorSchema,
        role: z.enum(['quoted', 'reposter']),
        person: personRuleSchema,
      }),
    )
    .max(4)
    .optional(),
  /** `mark`: known people get a mark and that is all. `person`: a person, not a message. */
  only: z.enum(['mark', 'person']).optional(),
  /** The element a mark stands beside; without it the item. */
  mark: selectorSchema.optional(),
});
export type ItemRule = z.infer<typeof itemRuleSchema>;

export const composerRuleSchema = z.strictObject({
  /** The box that takes the text. */
  select: selectorSchema,
  outside: selectorSchema.optional(),
  /** Around the box: its form or window, with the send button in it. */
  scope: selectorSchema.optional(),
  send: selectorSchema.optional(),
  /** While such an element is in the scope, what is written there is no answer: an edit. */
  unless: selectorSchema.optional(),
  /** New text goes before it. */
  before: selectorSchema.optional(),
  /**
   * Which item is answered; the first that is found: the one around the box, the first one in the nearest `group`
   * around it, the one with an id (its step begins at the scope), the author's, or everybody's.
   */
  answers: z
    .array(
      z.union([
        z.literal('around'),
        z.literal('author'),
        z.literal('everybody'),
        z.strictObject({ group: selectorSchema }),
        z.strictObject({ id: valueSchema }),
        z.strictObject({ person: personRuleSchema }),
      ]),
    )
    .max(6),
  isPublic: z.boolean(),
});
export type ComposerRule = z.infer<typeof composerRuleSchema>;

export const pageRuleSchema = z.strictObject({
  /** For the people who keep it: "a post with its answers". */
  about: z.string().max(120).optional(),
  hosts: z.array(z.string().max(253)).max(20).optional(),
  paths: z.array(pathSchema).max(60).optional(),
  /** Must be there, or must not. */
  when: selectorSchema.optional(),
  unless: selectorSchema.optional(),
  /** `nothing`: such a page is not read. */
  kind: z.enum(['conversation', 'profile', 'list', 'nothing']),
  /** Where it is read; the first that is shown. Without it the whole page. */
  root: selectorSchema.optional(),
  id: valueSchema.optional(),
  title: valueSchema.optional(),
  /** The link back; without it the page's address without parameters but those of `keep`. */
  link: valueSchema.optional(),
  keep: z.array(z.string().min(1).max(40)).max(5).optional(),
  /** The id of the one item that the address is about. */
  focus: valueSchema.optional(),
  items: z.array(itemRuleSchema).max(8).optional(),
  /** What comes after such an element is something else: "more posts". */
  ends: selectorSchema.optional(),
  composers: z.array(composerRuleSchema).max(6).optional(),
});
export type PageRule = z.infer<typeof pageRuleSchema>;

const hostSchema = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/, 'This is no host, as in www.example.org.');

export const recipeSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{0,38}$/, 'An id has small letters, digits and hyphens.'),
  name: z.string().min(1).max(60),
  /** Empty for software that people host themselves; then `detect` tells it. */
  hosts: z.array(hostSchema).max(20),
  detect: selectorSchema.optional(),
  presence: presenceSchema,
  /** `asked`: read once when the user asks, never by itself, as long as it is shown in the side panel. */
  reading: z.enum(['automatic', 'asked']).optional(),
  /** Which channel an answer written here belongs to. */
  channel: identityKindSchema,
  /** Kinds that visitors of the site type of themselves: nobody has checked that they are theirs. */
  typed: z.array(identityKindSchema).max(4).optional(),
  /** What people wrote. Nothing in it is taken for somebody's name or address. */
  written: selectorSchema.optional(),
  /** Who is signed in. */
  own: z
    .array(z.strictObject({ kind: identityKindSchema, value: valueSchema }))
    .max(4)
    .optional(),
  /** The first that fits counts. */
  pages: z.array(pageRuleSchema).min(1).max(30),
});
export type Recipe = z.infer<typeof recipeSchema>;
