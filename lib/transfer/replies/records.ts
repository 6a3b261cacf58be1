// Tables and lists of any origin: a text in each row, with a name, a shortcut, tags and a language where columns are called so.
import { languageTag } from '../../capture/language-names';
import { isLanguageTag } from '../../model/language-tag';
import type { ReadReply } from '../../model/reply-draft';
import { fromTextBlaze, hasBlazeCommands, type Translated } from './blaze-commands';
import { folderTags, longestSource, toDraft } from './draft';
import { htmlText } from './html-text';
import { fromPlaceholders, hasPlaceholders } from './placeholders';
import type { TableRow } from './table';

/** Names of columns, by what they hold; small letters without blanks and marks. */
const columns = {
  name: 'name title label subject macrotitle macroname snippetname',
  shortcut: 'shortcut trigger abbreviation keyword command',
  body: 'text body content snippet message reply response template expansion phrase comment commentvalue answer',
  html: 'html bodyhtml commentvaluehtml commenthtml',
  tags: 'tags tag labels folder category categories group collection',
  language: 'language lang locale',
};
type Column = keyof typeof columns;
type Row = { place: number; values: Partial<Record<Column, string>> };
export type Records = { from: string; replies: ReadReply[] };

const byName = new Map(
  Object.entries(columns).flatMap(([column, names]) =>
    names.split(' ').map(name => [name, column as Column] as const),
  ),
);
const columnOf = (name: string) =>
  byName.get(
    name
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );

const hasText = (named: (Column | undefined)[]) => named.includes('body') || named.includes('html');

/** Whether the first line of a text names columns, one of them that of the texts. */
export const namesColumns = (text: string): boolean => {
  const [line = ''] = text.slice(0, 2000).split(/\r?\n/, 1);
  const names = line.split(/[,;\t]/);
  return names.length > 1 && hasText(names.map(columnOf));
};

/** The replies of a table. Throws a sentence when no column has a text. */
export function readTableRows(rows: TableRow[]): Records {
  const [first] = rows;
  const named = first?.cells.map(columnOf) ?? [];
  const isNamed = hasText(named);
  const order = isNamed ? named : guessedColumns(rows);
  return readRows(
    rows.slice(isNamed ? 1 : 0).map(({ line, cells }) => ({
      place: line,
      values: valuesOf(cells.map((cell, at) => [order[at], cell])),
    })),
  );
}

/** Up to three columns without names: the text is the last one, what is typed for it has no blanks. */
function guessedColumns(rows: TableRow[]): (Column | undefined)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const isWord = (at: number) => rows.every(({ cells }) => /^\S{0,40}$/.test((cells[at] ?? '').trim()));
  if (width < 2) return ['body'];
  if (width === 2) return [isWord(0) ? 'shortcut' : 'name', 'body'];
  if (width === 3)
    return isWord(0) && !isWord(1) ? ['shortcut', 'name', 'body'] : ['name', 'shortcut', 'body'];
  throw new Error(
    'No column of this table is called “Text”. Name its columns in the first line: Name, Shortcut, Text.',
  );
}

/** The replies of a list of objects; undefined when the first one has no text. */
export function readObjects(list: unknown): Records | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const rows = list.map((item: unknown, index) => ({
    place: index + 1,
    values:
      typeof item === 'object' && item !== null
        ? valuesOf(Object.entries(item).map(([name, value]) => [columnOf(name), value]))
        : {},
  }));
  return rows[0]?.values.body || rows[0]?.values.html ? readRows(rows) : undefined;
}

function valuesOf(pairs: [Column | undefined, unknown][]): Row['values'] {
  const values: Row['values'] = {};
  for (const [column, value] of pairs) {
    const plain = Array.isArray(value) ? value.filter(item => typeof item === 'string').join(',') : value;
    if (column && typeof plain === 'string' && plain.trim() !== '') values[column] ??= plain;
  }
  return values;
}

const asItIs = (body: string): Translated => ({ body, remarks: [] });

/** All rows are read as the program wrote them whose commands stand in one. */
function readRows(rows: Row[]): Records {
  const has = (test: (text: string) => boolean) =>
    rows.some(({ values }) => test(values.body ?? '') || test(values.html ?? ''));
  const [from, translate] = has(hasBlazeCommands)
    ? ['Text Blaze', fromTextBlaze]
    : has(hasPlaceholders)
      ? ['Zendesk', fromPlaceholders]
      : ['a table', asItIs];
  return { from, replies: rows.map(row => readRow(row, translate)) };
}

function readRow({ place, values }: Row, translate: (text: string) => Translated): ReadReply {
  const { name = '', shortcut, body = '', html = '', tags = '', language = '' } = values;
  if (body.length > longestSource || html.length > longestSource)
    return { place, name: name.slice(0, 120), refused: 'Its text is longer than 20,000 characters.' };
  const { body: template, remarks } = translate(body || htmlText(html));
  const tag = language.length > 35 ? undefined : (languageTag(language) ?? language.trim());
  const isTag = tag !== undefined && isLanguageTag(tag);
  return toDraft({
    place,
    name,
    shortcut,
    tags: tags.split(/[,;]/).flatMap(folderTags),
    variants: [{ ...(isTag && { language: tag }), body: template.trim() }],
    remarks: language && !isTag ? [...remarks, `“${language.slice(0, 40)}” is no language.`] : remarks,
  });
}
