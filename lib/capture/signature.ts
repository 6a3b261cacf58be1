// Reading a mail's signature: only what stands there beyond doubt, each value to be shown as a guess.
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { nameWords, sameName } from '../identity/names';

export type Signature = { phone?: string; title?: string; company?: string };

/** Words that make a short line a job title. */
const titleWord =
  /\b(manager|director|lead|head|officer|engineer|developer|designer|founder|owner|buyer|sales|marketing|operations|support|consultant|assistant|coordinator|specialist|analyst|ceo|cto|cfo|president|partner|chef|barista|roaster|geschäftsführer(in)?|leiter(in)?|einkauf|vertrieb|inhaber(in)?|gerente|directora?|jefe|jefa|responsable|compras|ventas|fundadora?|propietari[oa]|encargad[oa]|directeur|directrice|gérante?|acheteuse?|titolare|responsabile|gestora?|diretora?)\b/iu;
const titleCjk = /(部長|課長|社長|代表|マネージャー|経理|总监|经理|主管)/u;

/** The lines that may be a signature: after `-- `, else the last twelve. */
function signatureLines(text: string): string[] {
  const lines = text
    .slice(-4000)
    .split('\n')
    .filter(line => !line.startsWith('>'));
  const mark = lines.findLastIndex(line => /^--\s*$/.test(line));
  const tail = mark === -1 ? lines.slice(-14) : lines.slice(mark + 1);
  return tail
    .map(line => line.trim())
    .filter(Boolean)
    .slice(-12);
}

/** What the signature at the end of `text` says; nothing is given that does not stand there. */
export function readSignature(
  text: string,
  { name = '', country }: { name?: string; country?: string },
): Signature {
  const lines = signatureLines(text);
  const signature: Signature = {};
  const phone = phoneIn(lines, country);
  if (phone) signature.phone = phone;
  const at = lines.findIndex(line => isNameLine(line, name));
  if (at === -1) return signature;
  const [, ...sameLine] = (lines[at] ?? '').split(/\s*[|·•]\s*/);
  const parts = [...sameLine, ...lines.slice(at + 1, at + 3).flatMap(line => line.split(/\s*[|·•]\s*|,\s+/))];
  const index = parts.findIndex(part => part.length <= 60 && (titleWord.test(part) || titleCjk.test(part)));
  const title = parts[index]?.trim();
  if (title && !/[@\d]/.test(title)) {
    signature.title = title;
    const next = parts[index + 1]?.trim();
    if (next && next.length <= 60 && !/[@:+]|https?|\d{3}/.test(next)) signature.company = next;
  }
  return signature;
}

function isNameLine(line: string, name: string): boolean {
  const [first = ''] = line.split(/\s*[|·•]\s*/);
  return nameWords(name).length > 0 && sameName(first, name);
}

/** A number is taken only in a line that is about telephones or begins with `+`. */
function phoneIn(lines: string[], country: string | undefined): string | undefined {
  for (const line of lines) {
    if (
      !/(^|[\s:(|·])\+\d|\b(tel|phone|mobile|mob|cell|tlf|tél|fon|telefon|móvil|movil|handy)\b|☎|📞|電話/iu.test(
        line,
      )
    )
      continue;
    const [found] = findPhoneNumbersInText(line, country as 'ES' | undefined);
    if (found?.number.isValid()) return found.number.formatInternational();
  }
  return undefined;
}
