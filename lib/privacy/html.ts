// Writing HTML in which nothing that was stored can be more than text.

/** Markup that was made here; a string is always text. */
export type Markup = { readonly markup: string };

const characters: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, character => characters[character] ?? '');

type Part = string | number | false | Markup | undefined | readonly Part[];

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(write).join('');
}

/** A template of markup: what is put in is escaped, except other markup; lists are joined, undefined and false are nothing. */
export const html = (literal: TemplateStringsArray, ...parts: Part[]): Markup => ({
  markup: literal.reduce((text, next, at) => text + write(parts[at - 1]) + next),
});

/** Text in a direction of its own, so that it can't turn what stands beside it round. */
export const isolated = (text: string): Markup => html`<bdi>${text}</bdi>`;
