// What a check found in a reply, and the second step where there is one.
import { languageName } from '../../lib/capture/language-names';
import type { Finding } from '../../lib/replies/check';
import { label } from '../../lib/replies/template';

const said: Record<Finding['kind'], (detail: string) => string> = {
  'wrong-recipient': detail => `The box goes to ${detail}, not to this person.`,
  'missing-value': detail => `${label(detail)} is missing.`,
  'no-recipient': () => 'This box has no recipient yet.',
  'do-not-contact': detail => `${detail} asked not to be contacted.`,
  'other-recipient': detail => `This also goes to ${detail}.`,
  public: detail => `Everybody can read this, and it says ${detail}.`,
  'other-name': detail => `The text names ${detail}.`,
  language: detail => `The text is in ${languageName(detail)}, they prefer another language.`,
  tone: detail => `The tone is ${detail}, they prefer another.`,
};

type Props = {
  finding: Finding;
  /** Given where inserting was tried: the way to do it all the same. */
  onConfirm?(): void;
  onOverride?(): void;
};

export function ReplyFinding({ finding, onConfirm, onOverride }: Props) {
  return (
    <li class={`finding ${finding.effect}`}>
      <span class="grow wrap">{said[finding.kind](finding.detail)}</span>
      {finding.effect === 'confirm' && onConfirm && (
        <button type="button" class="link" onClick={onConfirm}>
          Insert all the same
        </button>
      )}
      {finding.kind === 'wrong-recipient' && onOverride && (
        <button type="button" class="link" onClick={onOverride}>
          Insert there
        </button>
      )}
    </li>
  );
}
