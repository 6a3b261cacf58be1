// The first words of a mail, whatever it is written in: plain, HTML, in parts, in any charset. Attachments are not read.
import PostalMime from 'postal-mime';
import { excerpt } from '../../capture/excerpt';
import { type Fields, first } from './header';
import type { RawMail } from './kept-mail';
import { BODY_LIMIT, DEPTH_LIMIT, HEADER_LIMIT, PART_LIMIT } from './limits';

/** Enough for the first words of nearly all mails. The library takes its time with each line. */
const FIRST_LOOK = 8 * 1024;
const [LF, DASH] = [10, 45];
/** Unknown to whoever wrote the mails, so that none of them can end its part. */
const boundary = crypto.randomUUID();
const encoder = new TextEncoder();

export type MailText = { excerpt?: string; remark?: string };

/** The excerpt of a mail, read from no more than its limits; a remark where it is nested too deeply. */
export async function readText(raw: RawMail, fields: Fields): Promise<MailText> {
  const type = first(fields, 'content-type')?.trim() ?? '';
  if (type && !/^(?:text|multipart)\b/i.test(type)) return {};
  const body = withinParts(raw.body);
  try {
    const start = await textOf(fields, body.subarray(0, FIRST_LOOK));
    // Styles before the text, or a picture.
    const isEnough = start !== '' || body.length <= FIRST_LOOK;
    const text = excerpt(isEnough ? start : await textOf(fields, body));
    return text ? { excerpt: text.toWellFormed() } : {};
  } catch {
    return { remark: `Its text was left out: it has parts within parts, more than ${DEPTH_LIMIT} deep.` };
  }
}

/**
 * The text as the library reads it. It is shown how the body is written and nothing else of the header; as the second
 * part of a mail whose first is empty text, it gives text for HTML too.
 */
async function textOf(fields: Fields, body: Uint8Array): Promise<string> {
  const written = ['content-type', 'content-transfer-encoding', 'content-disposition']
    .map(key => [key, first(fields, key)])
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
  const part = `--${boundary}\n`;
  const head = encoder.encode(
    `content-type: multipart/mixed; boundary="${boundary}"\n\n${part}\n\n${part}${written}\n`,
  );
  const mail = new Uint8Array(head.length + body.length);
  mail.set(head);
  mail.set(body, head.length);
  const { text = '', html = '' } = await PostalMime.parse(mail, {
    forceRfc822Attachments: true,
    maxNestingDepth: DEPTH_LIMIT + 1,
    maxHeadersSize: HEADER_LIMIT + BODY_LIMIT + head.length,
  });
  return shownText(text, html).replaceAll('\0', '').trim();
}

/** What nobody sees, by its beginning and its end. */
const hidden = [
  ['<style', '</style'],
  ['<script', '</script'],
  ['<title', '</title'],
  ['<!--', '-->'],
] as const;

/** The text without what HTML that was cut off within a tag leaves in it; nothing where the cut is in what is not shown. */
function shownText(text: string, html: string): string {
  const small = html.toLowerCase();
  if (hidden.some(([start, end]) => small.lastIndexOf(start) > small.lastIndexOf(end))) return '';
  const tag = html.lastIndexOf('<');
  if (tag <= html.lastIndexOf('>')) return text;
  const cut = text.lastIndexOf(html.slice(tag, tag + 5));
  return cut === -1 ? text : text.slice(0, cut);
}

/** The body up to where its hundredth part could begin. */
function withinParts(body: Uint8Array): Uint8Array {
  let parts = 0;
  for (let at = 0; at !== -1 && at < body.length; ) {
    if (body[at] === DASH && body[at + 1] === DASH && ++parts > PART_LIMIT) return body.subarray(0, at);
    const end = body.indexOf(LF, at);
    at = end === -1 ? end : end + 1;
  }
  return body;
}
