// A list as an address: filters, order, columns and the view they came from stand in the page's fragment.
import {
  type ListColumn,
  type ListQuery,
  listColumnSchema,
  listQuerySchema,
} from '../../../lib/model/list-query';

export type ListState = {
  query: ListQuery;
  columns: ListColumn[];
  /** The saved view that was chosen. */
  view?: string;
};

export const firstColumns: ListColumn[] = ['company', 'address', 'tags', 'lastContact', 'nextFollowUp'];

/** The list that a fragment names; undefined where it names none. What can't be read of it is left out. */
export function readAddress(hash: string): ListState | undefined {
  const at = hash.indexOf('?');
  if (at === -1) return undefined;
  const given = new URLSearchParams(hash.slice(at + 1));
  const query = listQuerySchema.safeParse(parse(given.get('list')));
  const columns = (given.get('columns')?.split(',') ?? firstColumns).flatMap(
    column => listColumnSchema.safeParse(column).data ?? [],
  );
  const view = given.get('view');
  return { query: query.success ? query.data : {}, columns, ...(view && { view }) };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** The fragment of a list, with a person's card beside it where one is named. */
export function addressOf({ query, columns, view }: ListState, person?: string): string {
  const given = new URLSearchParams({ list: JSON.stringify(query) });
  if (columns.join() !== firstColumns.join()) given.set('columns', columns.join(','));
  if (view) given.set('view', view);
  return `#/contacts${person ? `/${person}` : ''}?${given}`;
}

/** The fragment of a person's own page. */
export const pageOf = (person: string): string => `#/person/${person}`;
