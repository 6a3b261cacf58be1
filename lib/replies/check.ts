// The checks before a reply is inserted.
import { nameWords, sameName } from '../identity/names';
import type { Contact } from '../model/contact';

export type Finding = {
  kind: 'wrong-recipient' | 'missing-value' | 'do-not-contact' | 'other-name' | 'language' | 'tone';
  /** `block`: not inserted. `confirm`: inserted on a second, separate step. `warn`: said and inserted. */
  effect: 'block' | 'confirm' | 'warn';
  detail: string;
};

export type Checked = {
  text: string;
  missing: string[];
  contact: Contact;
  /** Normalised keys of the contact. */
  contactKeys: string[];
  /** Normalised keys in the box's To line; empty when the page does not say. */
  recipients: string[];
  otherNames: string[];
  variantLanguage?: string;
  tone?: string;
  guessLanguage(text: string): string | undefined;
};

const base = (tag: string) => tag.toLowerCase().split('-')[0];
const preferred = (contact: Contact, key: string) =>
  contact.preferences.find(item => item.key === key)?.value;

/** Everything that speaks against inserting `text` for this contact, the graver first. */
export function checkReply(checked: Checked): Finding[] {
  const { contact, contactKeys, recipients, missing, otherNames, text } = checked;
  const findings: Finding[] = [];
  if (recipients.length > 0 && !recipients.some(key => contactKeys.includes(key))) {
    const detail = recipients.map(key => key.slice(key.indexOf(':') + 1)).join(', ');
    findings.push({ kind: 'wrong-recipient', effect: 'block', detail });
  }
  for (const path of missing) findings.push({ kind: 'missing-value', effect: 'block', detail: path });
  if (contact.doNotContact)
    findings.push({ kind: 'do-not-contact', effect: 'confirm', detail: contact.name.value });
  const other = otherNames.find(name => !sameName(name, contact.name.value) && mentions(text, name, contact));
  if (other) findings.push({ kind: 'other-name', effect: 'warn', detail: other });
  const language = preferred(contact, 'language');
  const written = checked.guessLanguage(text) ?? checked.variantLanguage;
  if (language && written && base(language) !== base(written)) {
    findings.push({ kind: 'language', effect: 'warn', detail: written });
  }
  const tone = preferred(contact, 'tone');
  if (tone && checked.tone && tone !== checked.tone)
    findings.push({ kind: 'tone', effect: 'warn', detail: checked.tone });
  return findings;
}

/** True when the text speaks to somebody else: the other first name, which is not one of the contact's own names. */
function mentions(text: string, name: string, contact: Contact): boolean {
  const [first = ''] = nameWords(name);
  const own = nameWords(
    `${contact.name.value} ${contact.callName?.value ?? ''} ${contact.company?.value ?? ''}`,
  );
  return first.length >= 3 && !own.includes(first) && nameWords(text).includes(first);
}

/** Whether the reply may go into the box now. `override` lifts a wrong recipient, never a missing value. */
export function mayInsert(
  findings: Finding[],
  { confirmed, override }: { confirmed: boolean; override: boolean },
): boolean {
  return findings.every(finding => {
    if (finding.kind === 'wrong-recipient') return override;
    if (finding.effect === 'confirm') return confirmed;
    return finding.effect === 'warn';
  });
}
