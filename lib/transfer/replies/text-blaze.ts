// Snippets of Text Blaze: the JSON that “Export all folders” and the export of one folder give.
import { z } from 'zod';
import type { ReadReply } from '../../model/reply-draft';
import { fromTextBlaze } from './blaze-commands';
import { folderTags, longestSource, toDraft } from './draft';
import { htmlText } from './html-text';

const text = z.string().optional().catch(undefined);
const snippetSchema = z.object({ name: text, shortcut: text, text, html: text });
type Snippet = z.infer<typeof snippetSchema>;

const folderSchema = z.object({ name: text, snippets: z.array(z.unknown()) });
const exportSchema = z.object({ folders: z.array(folderSchema) });

/** Reads such an export; undefined when `json` is none. The name of a folder becomes a tag. */
export function readTextBlaze(json: unknown): ReadReply[] | undefined {
  const folders = exportSchema.safeParse(json).data?.folders ?? folderSchema.array().safeParse([json]).data;
  if (!folders) return undefined;
  const rows = folders.flatMap(({ name = '', snippets }) =>
    snippets.map(snippet => ({ folder: name, snippet })),
  );
  return rows.map(({ folder, snippet }, index) => readSnippet(index + 1, folder, snippet));
}

function readSnippet(place: number, folder: string, row: unknown): ReadReply {
  const snippet = snippetSchema.safeParse(row).data;
  if (!snippet) return { place, name: '', refused: 'This is no snippet.' };
  const source = sourceOf(snippet);
  if (source.length > longestSource)
    return {
      place,
      name: snippet.name?.slice(0, 120) ?? '',
      refused: 'Its text is longer than 20,000 characters.',
    };
  const { body, remarks } = fromTextBlaze(source);
  return toDraft({
    place,
    name: snippet.name,
    shortcut: snippet.shortcut,
    tags: folderTags(folder),
    variants: [{ body: body.trim() }],
    remarks,
  });
}

/** Snippets with looks are kept in both forms; the plain one is the text. */
function sourceOf({ text: plain = '', html = '' }: Snippet): string {
  if (plain.trim() !== '') return plain;
  return html.length > longestSource ? html : htmlText(html);
}
