// What single cells say: several values in one, yes and no, stages, and texts that fit.
import { cjk } from '../../identity/names';
import type { PersonDraft } from '../../model/person-draft';

/** Characters that belong to no text: controls but tab and line ends, and halves of characters. */
const stray = /[^\P{Cc}\t\n\r]/gu;

/** A cell as text: without controls and outer blanks. */
export const cleanText = (cell: string) => cell.toWellFormed().replace(stray, '').trim();

/** A text as one clean line. */
export const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ');

/** At most `max` UTF-16 units of a text, no character cut in two. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

/** Values that one cell has at most; a cell with more is no list. */
const mostValues = 200;

/** Several values of one cell: Google's ` ::: `, line ends, and the signs given. */
export function severalOf(cell: string, signs: RegExp): string[] {
  const values = cell
    .replaceAll(' ::: ', '\n')
    .replace(signs, '\n')
    .split('\n', mostValues + 1)
    .map(value => value.trim())
    .filter(value => value !== '');
  return [...new Set(values)];
}

const noes = new Set(
  '0 no n none false off nein falsch nicht non faux no. não nao falso nee onwaar nie нет いいえ 否 아니요 - –'.split(
    ' ',
  ),
);
const yeses = new Set(
  '1 yes y true on x ✓ ✔ ja wahr oui vrai si sí verdadero verdade sim vero waar tak да はい 是 예 opted_out unsubscribed'.split(
    ' ',
  ),
);

/** Whether a cell says yes or no; undefined for other words, a blank one is no. */
export function yesOrNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (word === '' || noes.has(word)) return false;
  return yeses.has(word) ? true : undefined;
}

const stageWords: Record<NonNullable<PersonDraft['stage']>, string> = {
  lead:
    'lead|prospect|subscriber|opportunity|marketing qualified lead|sales qualified lead|mql|sql|marketingqualifiedlead|' +
    'salesqualifiedlead|interessent|potenzieller kunde|prospecto|cliente potencial|oportunidad|client potentiel|potencial cliente|' +
    'cliente potenziale|potentiele klant|контакт|リード',
  customer:
    'customer|client|evangelist|closed won|won|active customer|kunde|kundin|stammkunde|bestandskunde|cliente|client actif|klant|' +
    'kunder|клиент|顧客|客户|고객',
  partner:
    'partner|reseller|supplier|vendor|partnerin|lieferant|socio|proveedor|partenaire|fournisseur|parceiro|fornecedor|fornitore|leverancier',
  former:
    'former|former customer|past customer|ex customer|churned|lost|closed lost|inactive|ehemalig|ehemaliger kunde|ehemalige kundin|' +
    'antiguo cliente|excliente|ancien client|antigo cliente|ex cliente|voormalige klant|oud klant',
};
const stageOf = new Map(
  Object.entries(stageWords).flatMap(([stage, list]) =>
    list.split('|').map(word => [word, stage as NonNullable<PersonDraft['stage']>] as const),
  ),
);

/** The stage that a word means; undefined for words of other stages. */
export const stageIn = (cell: string) =>
  stageOf.get(
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .slice(0, 60),
  );

/** The address in `Ana Prat <ana@norte.example>` or `mailto:ana@norte.example`, else the text itself. */
export function bareAddress(text: string): string {
  const open = text.lastIndexOf('<');
  const inside = open !== -1 && text.endsWith('>') ? text.slice(open + 1, -1) : text;
  return inside.replace(/^mailto:/i, '').trim();
}

/** A number that a spreadsheet has rounded: its digits are lost. */
export const isRoundedNumber = (text: string) => /^[+-]?\d(?:[.,]\d+)?E\+?\d+$/i.test(text);

/** Whether a text can be a phone number at all: at least five digits and nothing but what stands in numbers. */
export function looksLikePhone(text: string): boolean {
  return text.length <= 40 && !cjk.test(text) && text.replace(/\D/g, '').length >= 5;
}
