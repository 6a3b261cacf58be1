// Keeping spreadsheets from computing what people wrote: `=HYPERLINK(…)` in a name is a formula where a table is opened.

/**
 * Characters that a spreadsheet may pass over before a formula: blanks, what can't be seen, quotation marks that close at
 * once. Signs after which a cell may begin are not among them.
 */
const passed = '(?:\\p{Zs}|\\p{Cf}|"|[^\\P{Cc}\\t\\r\\n])*';
/** Signs that begin a formula, with their wide and small forms. */
const signs = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b]';
/** What is guarded (CWE-1236, ASVS 1.2.10). Apostrophes before it count as well, so that exactly one can be taken off. */
const guarded = `(?='*(?:${passed}${signs}|[\\t\\r\\0]))`;
/** Where a cell begins, also for a spreadsheet that cuts at other signs than ours and does not see our quotation marks. */
const beginning = '(?<=^|[,;|\\t\\r\\n])';

const unguarded = new RegExp(beginning + guarded, 'gu');
const withGuards = new RegExp(`${beginning}'${guarded}`, 'gu');
const withGuard = new RegExp(`^'${guarded}`, 'u');

/** The text with a `'` wherever a formula could begin; `unguardLines` takes away exactly these. */
export const guardLines = (text: string) => text.replace(unguarded, "'");
export const unguardLines = (text: string) => (text.includes("'") ? text.replace(withGuards, '') : text);

/** A cell of another program without the `'` that guards its beginning. */
export const unguardCell = (text: string) => (text.startsWith("'") ? text.replace(withGuard, '') : text);
