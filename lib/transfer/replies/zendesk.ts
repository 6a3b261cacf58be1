// Macros of Zendesk, as its API lists them (`/api/v2/macros`): the text they answer with; what they do to a ticket is told.
import { z } from 'zod';
import type { ReadReply } from '../../model/reply-draft';
import { folderTags, longestSource, toDraft } from './draft';
import { htmlText } from './html-text';
import { fromPlaceholders } from './placeholders';

const actionSchema = z.object({
  field: z.string().max(200),
  // A comment can name the channels it is for before its text.
  value: z.union([z.string(), z.array(z.unknown()), z.boolean(), z.number(), z.null()]).catch(null),
});
type Action = z.infer<typeof actionSchema>;
const macroSchema = z.object({
  title: z.string().catch(''),
  active: z.boolean().optional().catch(undefined),
  actions: z.array(z.unknown()),
});
const listSchema = z.object({ macros: z.array(z.unknown()) });
const oneSchema = z.object({ macro: macroSchema });
const bareSchema = z.array(macroSchema).min(1);

/** Reads such a list, or one macro; undefined when `json` is neither. */
export function readZendesk(json: unknown): ReadReply[] | undefined {
  const one = oneSchema.safeParse(json).data;
  const rows =
    listSchema.safeParse(json).data?.macros ?? (one ? [one.macro] : bareSchema.safeParse(json).data);
  return rows?.map((row, index) => readMacro(index + 1, row));
}

const textOf = ({ value }: Action): string => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
};

const comments = ['comment_value_html', 'comment_value'];
/** What belongs to the text and is no deed of its own. */
const withText = new Set([...comments, 'comment_mode_is_public', 'current_tags', 'set_tags']);

function readMacro(place: number, row: unknown): ReadReply {
  const macro = macroSchema.safeParse(row).data;
  if (!macro) return { place, name: '', refused: 'This is no macro.' };
  const actions = macro.actions.flatMap(action => actionSchema.safeParse(action).data ?? []);
  const path = macro.title.slice(0, 500).split('::');
  const name = path.at(-1)?.trim() ?? '';
  const comment = actions.find(action => comments.includes(action.field) && textOf(action).trim() !== '');
  if (!comment)
    return { place, name: name.slice(0, 120), refused: 'It has no text, only actions on the ticket.' };
  const source = textOf(comment);
  if (source.length > longestSource)
    return { place, name: name.slice(0, 120), refused: 'Its text is longer than 20,000 characters.' };
  const { body, remarks } = fromPlaceholders(comment.field.endsWith('_html') ? htmlText(source) : source);
  const tags = actions.filter(({ field }) => field.endsWith('_tags')).flatMap(tagsOf);
  return toDraft({
    place,
    name,
    tags: [...path.slice(0, -1).flatMap(folderTags), ...tags],
    variants: [{ body: body.trim() }],
    remarks: [...remarks, ...deedRemarks(actions, macro.active)],
  });
}

/** Tags are put on a ticket as words. */
const tagsOf = (action: Action): string[] => textOf(action).slice(0, 1000).split(/\s+/);

function deedRemarks(actions: Action[], active: boolean | undefined): string[] {
  const deeds = [...new Set(actions.map(({ field }) => field).filter(field => !withText.has(field)))];
  const isInternal = actions.some(
    ({ field, value }) => field === 'comment_mode_is_public' && String(value) === 'false',
  );
  return [
    ...(deeds.length > 0 ? [`What it did to the ticket is left out: ${deeds.slice(0, 8).join(', ')}.`] : []),
    ...(isInternal ? ['It was an internal note there, not an answer.'] : []),
    ...(active === false ? ['It was switched off there.'] : []),
  ];
}
