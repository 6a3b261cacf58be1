// A list of mailboxes as mail programs write it: `Marta Ruiz <marta@norte.example>, …`.
import type { Finding, Found } from '../finding';
import { isSharedMail, mailFitsName } from '../mail-name';
import { looksLikeName, statedName } from '../person-name';
import { distinct, emailValues } from '../values';

const head =
  /^\s*(?:from|to|cc|bcc|von|an|de|para|à|da|a|发件人|收件人|抄送|差出人|宛先|من|إلى)\s*[:：]\s*/iu;
/** Other lines of a mail's head. */
const other =
  /^\s*(?:subject|date|sent|betreff|datum|gesendet|asunto|fecha|enviado|objet|envoyé|oggetto|data|assunto|主题|主旨|日期|件名|送信日時|الموضوع|التاريخ)\s*[:：]/iu;
const mailbox =
  /\s*(?:"([^"\n]{1,100})"|([^<>@\n;"]{0,100}?))\s*<\s*(?:mailto:)?([^<>\s@]{1,64}@[^<>\s@]{1,250})\s*>\s*(?:[,;，；]\s*|$)|\s*([^<>\s@,;]{1,64}@[^<>\s@,;]{1,250})\s*(?:[,;，；]\s*|$)/uy;

/** The people of a text that is nothing but mailboxes; undefined for all other text. */
export function peopleInMailboxes(text: string): Finding[] | undefined {
  if (text.length > 100_000 || !text.includes('@')) return undefined;
  const people: Finding[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const own = line.replace(head, '').trimEnd();
    if (own.trim() === '' || other.test(own)) continue;
    let at = 0;
    while (at < own.length) {
      mailbox.lastIndex = at;
      const match = mailbox.exec(own);
      if (!match) return undefined;
      at = mailbox.lastIndex;
      people.push(...personOf(match[1] ?? match[2] ?? '', match[3] ?? match[4] ?? ''));
    }
  }
  return people.length > 0 ? people : undefined;
}

/** A name in the form of RFC 2047, as far as it is UTF-8 with readable letters; what stands in parentheses is none. */
function decoded(text: string): string {
  const plain = text.replace(/=\?utf-8\?q\?([^?\s]{1,200})\?=/gi, (whole, letters: string) => {
    try {
      return decodeURIComponent(
        letters
          .replaceAll('_', ' ')
          .replace(/%/g, '%25')
          .replace(/=([\da-f]{2})/gi, '%$1'),
      );
    } catch {
      return whole;
    }
  });
  return plain.replace(/\s*\([^()]{1,60}\)\s*$/, '');
}

/** A mailbox that many share is nobody's, whatever it is called. */
function personOf(written: string, address: string): Finding[] {
  const [email] = emailValues(address);
  const name = statedName(decoded(written).replace(/^['\s]+|['\s]+$/g, ''));
  if (!email || (isSharedMail(email) && !(name && looksLikeName(name) && mailFitsName(email, name))))
    return [];
  const values: Found[] = [
    ...(name ? [{ field: 'name' as const, value: name, from: 'selection' as const }] : []),
    { field: 'email', value: email, from: 'selection' },
  ];
  return [{ about: 'person', values: distinct(values) }];
}
