// The header of a mail: its fields, unfolded (RFC 5322 2.2.3), in the characters that they were written in.
import { decodeWords } from 'postal-mime';

/** Name in small letters → the values in their order; only fields that somebody here asks for. */
export type Fields = ReadonlyMap<string, string[]>;

const wanted = new Set([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'delivered-to',
  'x-original-to',
  'return-path',
  'list-id',
  'list-unsubscribe',
  'list-post',
  'auto-submitted',
  'precedence',
  'feedback-id',
  'x-autoreply',
  'x-autorespond',
  'x-gm-thrid',
  'x-gmail-labels',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
]);

const LF = 10;
const name = /^([!-9;-~]{1,100})[ \t]*:/;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/** The fields of a header; lines that are none are left out. */
export function readFields(header: Uint8Array): Fields {
  const fields = new Map<string, string[]>();
  let current: string[] | undefined;
  let key = '';
  const end = () => {
    if (current) fields.set(key, [...(fields.get(key) ?? []), current.join('').trim()]);
  };
  for (const line of linesOf(header)) {
    if (/^[ \t]/.test(line)) {
      current?.push(line);
      continue;
    }
    end();
    const [label = '', written = ''] = name.exec(line) ?? [];
    key = written.toLowerCase();
    current =
      wanted.has(key) && (fields.get(key)?.length ?? 0) < 100 ? [line.slice(label.length)] : undefined;
  }
  end();
  return fields;
}

/** The first field of a name: of several that contradict each other, what most programs show. */
export const first = (fields: Fields, key: string): string | undefined => fields.get(key)?.[0];

/** All fields of a name as one list. */
export const all = (fields: Fields, key: string): string => (fields.get(key) ?? []).join(', ');

/** A field's words as people read them: RFC 2047, one line, `max` characters. */
export function wordsOf(value: string | undefined, max: number): string {
  return decodeWords((value ?? '').slice(0, 8 * max))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed();
}

/** Lines as UTF-8 (RFC 6532); a line that is none is Windows-1252, as old programs wrote without saying so. */
function linesOf(header: Uint8Array): string[] {
  try {
    return strict.decode(header).split(/\r?\n/);
  } catch {
    const lines: string[] = [];
    for (let at = 0; at < header.length; ) {
      const end = header.indexOf(LF, at);
      const next = end === -1 ? header.length : end + 1;
      lines.push(textOf(header.subarray(at, next)).replace(/\r?\n$/, ''));
      at = next;
    }
    return lines;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}
