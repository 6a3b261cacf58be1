// The checks before a reply is inserted.
import { nameWords, sameName } from '../identity/names';
import { joinPhoneDigits, phoneDigits } from '../identity/phone';
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import { tones } from '../model/preference';
import { baseLanguage, preferred } from './preferred';

export type Finding = {
  kind:
    | 'wrong-recipient'
    | 'missing-value'
    | 'no-recipient'
    | 'do-not-contact'
    | 'other-recipient'
    | 'public'
    | 'other-name'
    | 'language'
    | 'tone';
  /** `block`: not inserted. `confirm`: inserted on a second, separate step. `warn`: said and inserted. */
  effect: 'block' | 'confirm' | 'warn';
  detail: string;
};

/** Somebody the box is addressed to, and whether that is the contact for certain. */
export type Recipient = { isContact: boolean; shown: string; isOwn?: boolean };

export type Checked = {
  text: string;
  missing: string[];
  contact: Contact;
  /** Everybody in the box's recipient fields; undefined where no box is open. */
  recipients?: Recipient[];
  /** The box is read by everybody there, the contact among them or not. */
  place?: { isPublic: true; isContactThere: boolean };
  /** All identities of the contact: addresses and numbers must not stand where everybody reads them. */
  identities: readonly Pick<Identity, 'kind' | 'value'>[];
  otherNames: string[];
  variantLanguage?: string;
  tone?: string;
  guessLanguage(text: string): string | undefined;
};

/** Everything that speaks against inserting `text` for this contact, the graver first. */
export function checkReply(checked: Checked): Finding[] {
  const { contact, missing } = checked;
  const recipients = checkRecipients(checked);
  return [
    ...recipients.filter(({ effect }) => effect === 'block'),
    ...missing.map(detail => ({ kind: 'missing-value' as const, effect: 'block' as const, detail })),
    ...recipients.filter(({ effect }) => effect === 'confirm'),
    ...(contact.doNotContact
      ? [{ kind: 'do-not-contact' as const, effect: 'confirm' as const, detail: contact.name.value }]
      : []),
    ...recipients.filter(({ effect }) => effect === 'warn'),
    ...checkPublic(checked),
    ...checkText(checked),
  ];
}

/** One of the recipients must be the contact for certain; the others are named. */
function checkRecipients({ recipients, place }: Checked): Finding[] {
  if (!recipients) return [];
  if (recipients.length === 0 && place)
    return place.isContactThere
      ? []
      : [{ kind: 'wrong-recipient', effect: 'block', detail: 'everybody here' }];
  if (recipients.length === 0) return [{ kind: 'no-recipient', effect: 'confirm', detail: '' }];
  const others = recipients.filter(({ isContact }) => !isContact);
  if (others.length === recipients.length)
    return [{ kind: 'wrong-recipient', effect: 'block', detail: listed(others) }];
  if (place) return [];
  const strangers = others.filter(({ isOwn }) => !isOwn);
  return strangers.length > 0 ? [{ kind: 'other-recipient', effect: 'warn', detail: listed(strangers) }] : [];
}

/** In a public place, what only the contact should read: their addresses, and their numbers however they are written. */
function checkPublic({ place, identities, text }: Checked): Finding[] {
  if (!place) return [];
  const [lower, digits] = [text.toLowerCase(), joinPhoneDigits(text)];
  const isSaid = ({ kind, value }: Pick<Identity, 'kind' | 'value'>) =>
    kind === 'email'
      ? lower.includes(value.toLowerCase())
      : kind === 'phone' &&
        phoneDigits(value).some(number => number.length >= shortestNumber && digits.includes(number));
  return identities.filter(isSaid).map(({ value }) => ({ kind: 'public', effect: 'confirm', detail: value }));
}

/** Fewer digits than this stand in texts by chance. */
const shortestNumber = 7;

const listed = (recipients: Recipient[]) => [...new Set(recipients.map(({ shown }) => shown))].join(', ');

function checkText(checked: Checked): Finding[] {
  const { contact, otherNames, text } = checked;
  const findings: Finding[] = [];
  const other = otherNames.find(name => !sameName(name, contact.name.value) && mentions(text, name, contact));
  if (other) findings.push({ kind: 'other-name', effect: 'warn', detail: other });
  const language = preferred(contact, 'language');
  const written = checked.guessLanguage(text) ?? checked.variantLanguage;
  if (language && written && baseLanguage(language) !== baseLanguage(written))
    findings.push({ kind: 'language', effect: 'warn', detail: written });
  const tone = tones.find(known => known === preferred(contact, 'tone'));
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
  return first.length >= 3 && !own.includes(first) && text.split(/\s+/).flatMap(nameWords).includes(first);
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
