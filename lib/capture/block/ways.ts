// The ways to reach somebody that a line names: addresses, numbers, links; and what is left of the line without them.

import { labelOf } from '../labels';
import { obfuscatedEmails } from '../obfuscated';
import { phonesIn, phoneValue } from '../phone';
import { emailValues, linkValue } from '../values';
import type { Part } from './part';

type Span = { start: number; end: number; parts: Part[] };

/** Letters of other scripts stand around addresses without a blank. */
const mail =
  /(?:mailto:)?(?<![\p{sc=Latin}\d])[\p{sc=Latin}\d][\p{sc=Latin}\d._%+'-]{0,63}@[\p{sc=Latin}\d](?:[\p{sc=Latin}\d.-]{0,250})\.[a-z]{2,24}(?![\p{sc=Latin}\d@])/giu;
const link =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)[^\s<>"'，。、）)|]{3,500}|(?<![\p{L}\p{N}@./-])(?:[a-z\d][a-z\d-]{0,62}\.){1,3}[a-z]{2,12}\/[^\s<>"'，。、）)|]{1,300}/giu;
const bareHost =
  /^(?:[a-z\d][a-z\d-]{0,62}\.){1,3}(?:[a-z]{2,3}|info|shop|cafe|coffee|studio|example|online|agency|museum)$/i;
const fax =
  /(?:fax|telefax|faks|télécopie|传真|傳真|ファックス|ファクス|факс|فاكس|팩스|(?<!\p{L})f)[\s.:：/)）|-]*$/iu;
const both = /(?:tel|phone|fon|電話|电话)\P{L}{0,3}(?:fax|ファックス|传真)/iu;
const numbersOfPapers =
  /(?:vat|ust|nif|cif|nie|iban|bic|hrb|hra|siret|siren|iva|order|invoice|rechnung|pedido|factura|nr|no|n[º°]|id|ref|abn|ein|registr\p{L}*|税号|法人番号|登記|郵便番号|邮编|postal|zip)\s*[.:：#-]*\s*$/iu;

/** Takes the ways out of a line; in what is left a tab stands in place of each. */
export function takeWays(
  line: string,
  country: string | undefined,
  isFaxLine: boolean,
): { parts: Part[]; rest: string } {
  const spans: Span[] = [];
  const free = (start: number, end: number) => !spans.some(span => start < span.end && span.start < end);
  const take = (start: number, length: number, parts: Part[]) => {
    if (free(start, start + length)) spans.push({ start, end: start + length, parts });
  };
  for (const { 0: text, index } of line.matchAll(mail)) {
    take(
      index,
      text.length,
      emailValues(text).map(value => ({ field: 'email', value })),
    );
  }
  for (const { value, start, end } of obfuscatedEmails(line)) {
    take(start, end - start, [{ field: 'email', value, guessed: true }]);
  }
  for (const { 0: found, index } of line.matchAll(link)) {
    const text = found.replace(/[.,;:!?]+$/, '');
    if (/linkedin\.com\/(?:company|school|showcase)\//i.test(text)) take(index, text.length, []);
    const value = linkValue(/^https?:/i.test(text) ? text : `https://${text}`);
    take(index, text.length, value ? [{ field: 'link', value }] : []);
  }
  for (const span of phoneSpans(blanked(line, spans), country, isFaxLine))
    take(span.start, span.end - span.start, span.parts);
  spans.sort((a, b) => a.start - b.start);
  return { parts: spans.flatMap(({ parts }) => parts), rest: without(line, spans) };
}

/** A host alone is a link where a label says so or where it is all of a part. */
export function hostLink(text: string): Part[] {
  const value = bareHost.test(text) ? linkValue(`https://${text}`) : undefined;
  return value ? [{ field: 'link', value }] : [];
}

const blanked = (line: string, spans: Span[]): string =>
  spans.reduce(
    (text, { start, end }) => text.slice(0, start) + '\u2003'.repeat(end - start) + text.slice(end),
    line,
  );

/** In the sum of a line, `;ext=` belongs to the number before it. */
function phoneSpans(text: string, country: string | undefined, isFaxLine: boolean): Span[] {
  if (!/\p{Nd}{2}/u.test(text)) return [];
  const found = phonesIn(text, country).map(({ value, start, end }) =>
    withExtension(text, value, start, end, country),
  );
  const places = found.length > 0 ? found : wholeNumber(text, country);
  return places.flatMap(({ value, start, end }) => {
    const before = text.slice(0, start);
    const own = before.split(/[|·•\u2003]|\p{Nd}{4}/u).at(-1) ?? before;
    const isFax = (fax.test(before) && !both.test(before)) || (isFaxLine && before.trim() === '');
    if (isFax) return [{ start, end, parts: [] }];
    if (numbersOfPapers.test(before) || !isDialled(own, text.slice(start, end), text)) return [];
    return [{ start, end, parts: [{ field: 'phone' as const, value }] }];
  });
}

const extension =
  /^[\s,;(（]*(?:内線|分机|分機|转|轉|DW|Durchwahl|poste|interno|int\.|ramal|extensi[oó]n|anexo|ext\.?|x|تحويلة|داخلي)\s*[:.：]?\s*\p{Nd}{1,7}[)）]?/iu;

function withExtension(text: string, value: string, start: number, end: number, country: string | undefined) {
  const tail = value.includes(';') ? undefined : extension.exec(text.slice(end))?.[0];
  const longer = tail && phoneValue(text.slice(start, end) + tail, country);
  return longer ? { value: longer, start, end: end + tail.length } : { value, start, end };
}

/** Digits that are not ASCII are not found in a text, only read. */
function wholeNumber(
  text: string,
  country: string | undefined,
): { value: string; start: number; end: number }[] {
  return [...text.matchAll(/[+＋]?[\p{Nd}（(][\p{Nd}\s()（）‐－ー-]{6,24}\p{Nd}/gu)].flatMap(
    ({ 0: number, index }) => {
      const value = phoneValue(number.replaceAll('ー', '-'), country);
      return value ? [{ value, start: index, end: index + number.length }] : [];
    },
  );
}

/** A number without `+` is one to dial where a label says so, or where nothing but numbers is on the line. */
function isDialled(before: string, number: string, line: string): boolean {
  if (/^\s*(?:[+＋]|[(（]\s*[+＋]?|00)/u.test(number)) return true;
  if (/[☎☏📞📱✆]/u.test(before)) return true;
  if (/(?:^|[\s\u2003|·,;])[tmpocdhTMPOCDH][.:]?\s*$/.test(before)) return true;
  const words = before.match(/\p{L}[\p{L}.]*/gu) ?? [];
  if (words.some(word => labelOf(word.replace(/\.$/, '')) === 'phone') || labelOf(before) === 'phone')
    return true;
  if (
    /(?:tel|phone|fon|mobil|móvil|cell|cep|gsm|telem|tlm|handy|电话|電話|手机|手機|携帯|هاتف|جوال|전화|휴대)/iu.test(
      before,
    )
  )
    return true;
  const alone = line.replace(/[\s\u2003|/·•,;()+.\p{Nd}-]/gu, '') === '' || before.trim() === '';
  return alone && (/[\s()./-]/.test(number.trim()) || number.trim().startsWith('0'));
}

function without(line: string, spans: Span[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of spans) {
    text += `${line.slice(at, start)}\t`;
    at = end;
  }
  return text + line.slice(at);
}
