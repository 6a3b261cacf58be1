// Making a draft of what a file says: cut to what a reply may have, and refused when its text can't be read as a template.
import { nameWords } from '../../identity/names';
import type { ReadReply, ReplyDraft } from '../../model/reply-draft';
import { problemOf } from '../../replies/template';

export type Said = {
  place: number;
  name?: string | undefined;
  shortcut?: string | undefined;
  tags?: string[];
  variants: ReplyDraft['variants'];
  remarks?: string[];
};

/** Longest text that is looked at, before what can't stand in a reply is taken out of it. */
export const longestSource = 200_000;
const mostRemarks = 20;

/** Cuts a text without leaving half of a character at its end. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** A draft of what was said, with a remark on each thing that was changed. */
export function toDraft(said: Said): ReadReply {
  const { place } = said;
  const remarks = new Set(said.remarks);
  const variants = said.variants.map(variant => ({ ...variant, body: variant.body.trim() }));
  const name = nameOf(said, variants[0]?.body ?? '', remarks);
  const refused = variants.map(({ body }) => faultOf(body)).find(fault => fault !== undefined);
  if (refused !== undefined) return { place, name, refused };
  const shortcut = shortcutOf(said.shortcut ?? '', remarks);
  const tags = tagsOf(said.tags ?? [], remarks);
  const all = [...remarks];
  const more = all.length - mostRemarks;
  return {
    place,
    draft: { name, ...(shortcut && { shortcut }), tags, variants },
    remarks: more > 0 ? [...all.slice(0, mostRemarks), `${more} more changes of this kind.`] : all,
  };
}

function faultOf(body: string): string | undefined {
  if (body === '') return 'It has no text.';
  return problemOf(body);
}

/** Its name, else the first words of its text. */
function nameOf({ name = '' }: Said, body: string, remarks: Set<string>): string {
  const given = name.replace(/\s+/g, ' ').trim();
  if (given.length > 120) remarks.add('The name was cut to 120 characters.');
  if (given !== '') return cut(given, 120).trim();
  const [line = ''] = body.split('\n', 1);
  remarks.add('It had no name: the first words of its text are its name now.');
  return cut(line.replace(/\s+/g, ' '), 60).trim() || 'Reply without a name';
}

/** `/gr!` is `gr`: what is typed to begin a shortcut, and what can't stand in one, is taken off. */
function shortcutOf(given: string, remarks: Set<string>): string {
  const core = given.slice(0, 200).replace(/^[^\p{L}\p{N}]+/u, '');
  const shortcut = cut(core.replace(/[^\p{L}\p{N}_-]+/gu, '-'), 30).replace(/-$/, '');
  if (given.trim() !== '' && shortcut !== core.trim())
    remarks.add(
      shortcut === ''
        ? `The shortcut “${given.slice(0, 40)}” can’t be typed here and was left out.`
        : `The shortcut “${given.slice(0, 40)}” is ;${shortcut} here.`,
    );
  return shortcut;
}

function tagsOf(given: string[], remarks: Set<string>): string[] {
  const tags = new Map<string, string>();
  for (const tag of given) {
    const plain = cut(tag.replace(/\s+/g, ' ').trim(), 40).trim();
    if (plain !== '') tags.set(nameWords(plain).join(' ') || plain, plain);
  }
  if (tags.size > 20) remarks.add(`Of ${tags.size} tags 20 were kept.`);
  return [...tags.values()].slice(0, 20);
}

/** `Billing::Refunds` and `Billing/Refunds` are two tags. */
export const folderTags = (path: string): string[] => path.slice(0, 500).split(/::|[/>]/);
