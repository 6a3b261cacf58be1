// Templates of Gmail: drafts in the mail that Google Takeout gives (choose the label “Drafts” there), or one saved as .eml.
import type { ReadReply } from '../../model/reply-draft';
import { longestSource, toDraft } from './draft';
import { htmlText } from './html-text';
import { headerText, type Letter, lettersIn, readLetter, textsOf } from './letter';
import { literal } from './liquid';

/** A letter to somebody is no template; where Gmail says that one is, it is believed. */
function isTemplate({ headers }: Letter): boolean {
  const labels = headerText(headers.get('x-gmail-labels') ?? '').toLowerCase();
  if (/\btemplates?\b|canned response/.test(labels)) return true;
  return !['to', 'cc', 'bcc'].some(name => (headers.get(name) ?? '') !== '');
}

/** What stands in the file of templates, and how many letters were passed over. `file` is a binary text. */
export function readGmail(file: string): { replies: ReadReply[]; passed: number } {
  const replies: ReadReply[] = [];
  let passed = 0;
  for (const raw of lettersIn(file)) {
    const letter = readLetter(raw);
    if (isTemplate(letter)) replies.push(readTemplate(replies.length + 1, letter));
    else passed++;
  }
  return { replies, passed };
}

function readTemplate(place: number, letter: Letter): ReadReply {
  const name = headerText(letter.headers.get('subject') ?? '');
  const { plain, html } = textsOf(letter);
  const source = (html ?? plain ?? '').slice(0, longestSource);
  // The plain form is wrapped at 76 letters, the other one is as it was written.
  const body = html === undefined ? source : htmlText(source);
  return toDraft({ place, name, variants: [{ body: literal(body.trim()) }] });
}
