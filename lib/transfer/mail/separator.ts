// The line before each mail of an mbox: `From`, a sender and a date. Only with all three is it one.
import { readMailDate } from './mail-date';

export type Separator = {
  /** Milliseconds since 1970. */
  at?: number;
  /** Gmail's id of the mail as its pages spell it, which an archive of Google has in the sender's place. */
  gmailId?: string;
};

/** As many bytes as are looked at to tell a separator: the line and the beginning of the next. */
export const SEPARATOR_REACH = 1024;

const line =
  /^From (\S[^\r\n]{0,320}?) +((?:mon|tue|wed|thu|fri|sat|sun)\b,? +(?:[a-z]{3,9} +\d{1,2}|\d{1,2} +[a-z]{3,9}) +[^\r\n]{4,80}?)[ \t]*\r?(?:\n|$)/i;
/** A field of a header; some programs quote a separator of their own there. */
const field = /^(?:[!-9;-~]{1,100}[ \t]*:|>From )/;

/**
 * Reads the separator at the start of `text`, which holds `SEPARATOR_REACH` characters or what is left of the file;
 * undefined where the sender or the date is missing, or where no header follows: somebody wrote a line like that.
 */
export function readSeparator(text: string): Separator | undefined {
  const [whole, sender = '', date = ''] = line.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const at = readMailDate(date);
  const next = text.slice(whole.length);
  if (at === undefined || !(field.test(next) || next === '')) return undefined;
  const gmailId = gmailIdOf(sender, at);
  return { at, ...(gmailId && { gmailId }) };
}

/** Gmail's ids hold the time of the mail in their upper bits; a number that says another time is no such id. */
function gmailIdOf(sender: string, at: number): string | undefined {
  const digits = /^(\d{15,20})@xxx$/.exec(sender)?.[1];
  const id = digits === undefined ? undefined : hexId(digits);
  return id && Math.abs(gmailTime(id) - at) <= 2000 ? id : undefined;
}

/** Gmail's spelling of a decimal id: 16 hex digits. */
export function hexId(digits: string): string | undefined {
  const hex = /^\d{1,20}$/.test(digits) ? BigInt(digits).toString(16).padStart(16, '0') : '';
  return hex.length === 16 ? hex : undefined;
}

/** Milliseconds since 1970 that an id of Gmail holds. */
export const gmailTime = (id: string): number => Number(BigInt(`0x${id}`) >> 20n);
