// E-mail addresses written so that machines miss them: "marta [at] norte [dot] example". All of them are guesses.
import { parse } from 'tldts';
import { parseAddress } from '../identity/email';
import { hasRoleWord } from './role';
import { emailValues } from './values';

export type GuessedEmail = { value: string; start: number; end: number };

const open = String.raw`[\[({<（［【]`;
const close = String.raw`[\])}>）］】]`;
const atWords =
  'at|ät|æt|arroba|arobase|chiocciola|a|@|＠|małpa|kukac|apestaartje|snabel-?a|собака|アット|アットマーク';
const dotWords = 'dot|punto|punkt|point|ponto|punt|kropka|nokta|точка|ドット';
/** Between local part and domain, from what can't be anything else to what is a word of every other sentence. */
const ats = {
  bracketed: String.raw`\s*${open}\s*(?:${atWords})\s*${close}\s*`,
  joined: '_at_|-at-',
  wide: String.raw`\s*＠\s*`,
  spaced: String.raw`\s+@\s*|\s*@\s+`,
  word: String.raw`\s+(?:at|ät|arroba|chez|chiocciola)\s+`,
};
const wordDot = String.raw`\s*${open}\s*(?:${dotWords}|\.)\s*${close}\s*|\s+(?:${dotWords})\s+|_dot_|-dot-`;
const dot = String.raw`(?:${wordDot}|\s+\.\s?|\.|．)`;
const label = String.raw`[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?`;
const lazyLabel = String.raw`[a-z\d](?:[a-z\d-]{0,61}?[a-z\d])?`;
const local = String.raw`[a-z\d](?:[a-z\d.+_-]{0,62}?[a-z\d])?`;

const patterns = Object.entries(ats).map(([kind, at]) => ({
  isPlain: kind === 'spaced' || kind === 'word',
  needsWordDot: kind === 'word',
  pattern: new RegExp(
    `(?<![a-z\\d.@_%+-])(${local}(?:(?:${wordDot})${local}){0,2})(${at})((?:${lazyLabel}${dot}){1,4}${label})(?![a-z\\d@_-])`,
    'giu',
  ),
}));
const allDots = new RegExp(dot, 'giu');
const wordDots = new RegExp(wordDot, 'giu');

/** The addresses in a text that are not written as such, and where they stand. Prose like "meet us at norte dot com" is none. */
export function obfuscatedEmails(text: string): GuessedEmail[] {
  const bounded = text.slice(0, 20_000);
  const found: GuessedEmail[] = [];
  for (const { pattern, isPlain, needsWordDot } of patterns) {
    for (const match of bounded.matchAll(pattern)) {
      const [whole, before = '', at = '', after = ''] = match;
      const start = match.index;
      if (found.some(other => start < other.end && other.start < start + whole.length)) continue;
      if (isPlain && !isMeant({ lead: bounded.slice(0, start), before, at, after, needsWordDot })) continue;
      const value = put(before, after, isPlain);
      if (value) found.push({ value, start, end: start + whole.length });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function put(before: string, after: string, isPlain: boolean): string | undefined {
  const domain = after.replace(allDots, '.').toLowerCase();
  const { isIcann, domain: registered } = parse(domain);
  const isKnown = (isIcann === true && registered !== null) || domain.endsWith('.example');
  if (!isKnown && (isPlain || !/\.[a-z]{2,24}$/.test(domain))) return undefined;
  return parseAddress(`${before.replace(wordDots, '.')}@${domain}`)?.address;
}

/** Words before "at" in sentences that speak of a place. */
const ofSentences =
  /^(?:us|me|you|him|her|them|it|here|there|now|today|look|is|are|was|were|be|meet|met|work|works|working|worked|found|available|visit|see|shop|buy|order|online|more|info about|live|stay|arrive|arrived|based|only|out|up|in|on|team|people|everyone|all|job|jobs|role|time|days?|week|located|speak|speaking|talk|sold|free|directly|also|again|que|está|casa|chez|bei)$/i;
const leadsIn =
  /(?:^|[\n:：;,|·•→>([{"“–—-]|\b(?:e-?mails?|mail|correo|courriel|kontakt|contact|address|adresse|write|schreib\w*|to|an|at|me|via|oder|or|and|und|o|ou|y|e))\s*$/iu;
const named =
  /(?:\be-?mails?|\bmail|\bcorreo(?: electrónico)?|\bcourriel|\badresse|\baddress|邮箱|メール|البريد|✉|📧)\s*[:：]?\s*$/iu;

type Sentence = { lead: string; before: string; at: string; after: string; needsWordDot: boolean };

/** Whether a plain word or a spaced sign is meant to be read as part of an address. */
function isMeant({ lead, before, at, after, needsWordDot }: Sentence): boolean {
  const hasWordDot = after.search(wordDots) >= 0;
  const isLoud = /\b(?:AT|ÄT|ARROBA)\b/.test(at);
  if (ofSentences.test(before) || hasRoleWord(before)) return false;
  if (needsWordDot && !hasWordDot && !isLoud && !named.test(lead)) return false;
  if (isLoud) return before === before.toLowerCase() || hasWordDot;
  if (before !== before.toLowerCase()) return false;
  return /[\d._]/.test(before) || leadsIn.test(lead);
}

const hidden =
  '[data-cfemail], a[href*="/cdn-cgi/l/email-protection#"], bdo[dir="rtl" i], [style*="bidi-override" i]';
const mostHidden = 500;

/** The addresses below `root` that only a script or the direction of the text shows, each with its element. */
export function hiddenEmails(root: ParentNode): { value: string; node: Element }[] {
  return [...root.querySelectorAll(hidden)]
    .slice(0, mostHidden)
    .flatMap(node => hiddenEmailsAt(node).map(value => ({ value, node })));
}

/** The addresses that an element hides itself: encoded as Cloudflare does it, or written backwards. */
export function hiddenEmailsAt(element: Element): string[] {
  const [, inLink] =
    /\/cdn-cgi\/l\/email-protection#([\da-f]+)$/i.exec(element.getAttribute('href') ?? '') ?? [];
  const code = element.getAttribute('data-cfemail') ?? inLink;
  if (code) return emailValues(decoded(code) ?? '');
  const style = element.getAttribute('style') ?? '';
  const isTurned =
    element.localName === 'bdo'
      ? /^rtl$/i.test(element.getAttribute('dir') ?? '')
      : /direction\s*:\s*rtl/i.test(style) && /bidi-override/i.test(style);
  if (!isTurned || element.textContent.length > 320) return [];
  const text = [...element.textContent.trim()].reverse().join('');
  return text.includes('@') ? emailValues(text) : obfuscatedEmails(text).map(({ value }) => value);
}

/** The first byte is the key by which all others are changed. */
function decoded(hex: string): string | undefined {
  const bytes = (hex.length <= 700 ? hex.match(/[\da-f]{2}/gi) : null)?.map(pair =>
    Number.parseInt(pair, 16),
  );
  if (!bytes || bytes.length < 6) return undefined;
  const [key = 0, ...letters] = bytes;
  return new TextDecoder().decode(Uint8Array.from(letters, letter => letter ^ key));
}
