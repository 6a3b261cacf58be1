// Reading a mail's signature: only what stands there beyond doubt, each value to be shown as a guess.
import { sameName } from '../identity/names';
import { parsePhone } from '../identity/phone';
import type { CaptureField } from '../model/capture-terms';
import { readBlock } from './block';
import { takeWays } from './block/ways';

export type Signature = { phone?: string; title?: string; company?: string };

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
  const { people } = readBlock(lines.join('\n'), country ? { country } : {});
  const own = people.find(({ values }) => sameName(values[0]?.value ?? '', name))?.values ?? [];
  const first = (field: CaptureField) => own.find(value => value.field === field)?.value;
  const phone = first('phone') ?? phoneIn(lines, country);
  const title = first('title');
  const company = title && first('company');
  return {
    ...(phone && { phone: parsePhone(phone)?.formatInternational() ?? phone }),
    ...(title && { title }),
    ...(company && { company }),
  };
}

function phoneIn(lines: string[], country: string | undefined): string | undefined {
  const parts = lines.flatMap(line => takeWays(line, country, false).parts);
  return parts.find(({ field }) => field === 'phone')?.value;
}
