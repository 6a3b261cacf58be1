// What the lines of one person's block say about them: addresses, numbers, links, role, place.
import type { CaptureSource } from '../../model/capture-terms';
import type { Found } from '../finding';
import { type Label, labelled, labelOf } from '../labels';
import { hiddenEmailsAt, obfuscatedEmails } from '../obfuscated';
import { phonesIn, phoneValue } from '../phone';
import { isRole, mayBeRole } from '../role';
import { emailValues, plainValue } from '../values';
import type { Line } from './walk';

export type Block = { lines: Line[]; from: CaptureSource; country?: string; url: URL };

const mailPattern =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250})\.[\p{L}]{2,24}(?![\p{L}\p{N}@])/gu;
const faxBefore = /(?:fax|telefax|faks|télécopie|传真|傳真|ファックス|факс|فاكس|팩스|\bf)[\s.:：/)|-]*$/iu;

/** Every address of the lines: of `mailto:` links, written out, or written so that machines miss them. */
export function emailsOf({ lines, from }: Block): Found[] {
  return lines.flatMap(line => {
    const node = line.pieces[0]?.node ?? line.block;
    const linked = line.links.flatMap(({ element, href }) =>
      /^mailto:/i.test(href)
        ? emailValues(href).map(value => email(value, 'link', element))
        : hiddenEmailsAt(element).map(value => email(value, 'link', element)),
    );
    const written = [...line.text.slice(0, 4000).matchAll(mailPattern)].flatMap(([found]) =>
      emailValues(found).map(value =>
        email(value, from, line.pieces.find(({ text }) => text.includes(found))?.node ?? node),
      ),
    );
    const turned = line.pieces.flatMap(({ element }) =>
      hiddenEmailsAt(element).map((value): Found => ({ ...email(value, from, element), guessed: true })),
    );
    const guessed =
      linked.length + written.length > 0
        ? []
        : obfuscatedEmails(line.text.slice(0, 1000)).map(
            ({ value }): Found => ({ ...email(value, from, node), guessed: true }),
          );
    return [...linked, ...written, ...turned, ...guessed];
  });
}

const email = (value: string, from: CaptureSource, node: Node): Found => ({
  field: 'email',
  value,
  from,
  node,
});

/** Every telephone number of the lines; those of fax machines are left out. */
export function phonesOf({ lines, from, country }: Block): Found[] {
  return lines.flatMap((line, at) => {
    const node = line.pieces[0]?.node ?? line.block;
    const isFax = (before: string) =>
      faxBefore.test(before) || (before.trim() === '' && labelOf(lines[at - 1]?.text ?? '') === 'fax');
    const linked = line.links.flatMap(({ element, href }) => {
      if (!/^tel:/i.test(href) || isFax(line.text.split(element.textContent?.trim() || '\n')[0] ?? ''))
        return [];
      const shown = phoneValue(element.textContent?.slice(0, 60) ?? '', country);
      const value = phoneValue(href, country) ?? shown;
      return value ? [phone(shown?.startsWith(value) ? shown : value, 'link', element)] : [];
    });
    if (linked.length > 0 || !/\p{Nd}{2}/u.test(line.text)) return linked;
    const text = line.text.slice(0, 2000);
    return phonesIn(text, country).flatMap(({ value, start, end }) =>
      isFax(text.slice(0, start)) ||
      !isDialled(line, text.slice(0, start), text.slice(start, end), lines[at - 1])
        ? []
        : [phone(value, from, node)],
    );
  });
}

const phone = (value: string, from: CaptureSource, node: Node): Found => ({
  field: 'phone',
  value,
  from,
  node,
});

/** A number without `+` is one to dial where the page says so, or where nothing else is on its line. */
function isDialled(line: Line, before: string, number: string, above: Line | undefined): boolean {
  if (/[\p{L}\p{N}]$/u.test(before.trimEnd()) && /^\s*$/.test(before) === false && !/[\s:：.]/u.test(before))
    return false;
  if (/^\s*[+＋(（]/u.test(number)) return true;
  if (
    /(?:tel|phone|mobile?|mob|cell|tlf|tél|fon|handy|móvil|durchwahl|portable|call|whatsapp|电话|電話|手机|热线|هاتف|جوال|전화|тел|☎|📞)\P{L}{0,6}(?:\p{L}{1,12}\P{L}{1,4})?$/iu.test(
      before,
    )
  )
    return true;
  const label = before.trim() && labelOf(before.split(/[|·•,;]\s*/u).at(-1) ?? '');
  if (label === 'phone') return true;
  if (before.trim() === '' && above && labelOf(above.text) === 'phone') return true;
  return line.text.trim() === number.trim() && /[\s()./-]/.test(number.trim());
}

/** Values that stand after a word that names them, on their line or on the next. */
export function labelledOf({ lines, from }: Block): { label: Label; found: Found }[] {
  return lines.flatMap((line, at) => {
    const own = labelled(line.text);
    const ownLabel = own && labelOf(own.label);
    if (own && ownLabel) return labelledValue(ownLabel, own.value, line, from);
    const label =
      line.pieces.length > 0 && line.text.length <= 40 && isTerm(line) ? labelOf(line.text) : undefined;
    const next = lines[at + 1];
    return label && next ? labelledValue(label, next.text, next, from) : [];
  });
}

/** A line that is only a label: it ends with a colon, or is a term or a head. */
const isTerm = (line: Line): boolean =>
  /[:：]$/u.test(line.text) || /^(?:DT|TH)$/.test(line.block.tagName) || line.block.tagName === 'TD';

function labelledValue(
  label: Label,
  text: string,
  line: Line,
  from: CaptureSource,
): { label: Label; found: Found }[] {
  const value = plainValue(text, 160);
  if (!value || (label !== 'title' && label !== 'company' && label !== 'location')) return [];
  if (label === 'title' && !mayBeRole(value)) return [];
  return [{ label, found: { field: label, value, from, node: line.pieces[0]?.node ?? line.block } }];
}

const segment = /\s*[|·•;；]\s*|\s*[,，]\s+|\s+[–—-]\s+|\s+\/\s+/u;

/** The role in what follows a name on its line, and what stands after it: "Head of Press, Norte Café". */
export function roleIn(text: string): { role: string; rest: string } | undefined {
  const start = text.replace(/^[\s,，;:：|·•–—/(（-]+/u, '').trim();
  const [, before = '', inBrackets = ''] =
    /^([^()（）]{2,80}?)\s*[(（]([^()（）]{2,80})[)）]?\s*$/u.exec(start) ?? [];
  if (before && isRole(before) && /^\p{Lu}/u.test(inBrackets)) return { role: before, rest: inBrackets };
  const whole = start.replace(/[)）.]\s*$/u, '').trim();
  const eastern = easternRole(whole);
  if (eastern) return eastern;
  const at = atCompany(whole);
  if (at && !/[,，|]/u.test(at.role)) return { role: at.role, rest: at.company };
  if (isRole(whole) && !/[,，|]|\s[–—]\s/u.test(whole)) return { role: whole, rest: '' };
  const parts = whole.split(segment);
  let count = 0;
  while (
    count < parts.length &&
    (isRole(parts[count] ?? '') ||
      (count > 0 && /^\p{Ll}/u.test(parts[count] ?? '') && mayBeRole(parts[count] ?? '')))
  )
    count++;
  if (count === 0) return undefined;
  const last = parts[count - 1] ?? '';
  const end = whole.indexOf(last, count > 1 ? whole.indexOf(parts[0] ?? '') + 1 : 0) + last.length;
  return { role: whole.slice(0, end), rest: whole.slice(end).replace(/^[\s,，;|·•–—/-]+/u, '') };
}

/** 「株式会社アカリ 代表取締役」: the organization comes first. */
function easternRole(text: string): { role: string; rest: string } | undefined {
  const [, organization = '', role = ''] =
    /^(\S*(?:株式会社|有限会社|合同会社|法人|会社|公司|集团|大学|学院|研究所|役所|協会|协会|센터|대학교)\S*)[\s　]+(\S.{1,40})$/u.exec(
      text,
    ) ?? [];
  return role && isRole(role) ? { role, rest: organization } : undefined;
}

/** "CTO at Norte Café", "CTO @ Norte Café". */
export function atCompany(text: string): { role: string; company: string } | undefined {
  const [, role = '', company = ''] =
    /^(.{2,80}?)\s+(?:at|@|bei|beim|chez|presso|bij|w)\s+(\p{Lu}.{1,80})$/u.exec(text) ?? [];
  return role && isRole(role) ? { role, company } : undefined;
}
