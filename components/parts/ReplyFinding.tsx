// What a check found in a reply, and the second step where there is one.
import type { Finding } from '../../lib/replies/check';
import { label } from '../../lib/replies/template';

const said: Record<Finding['kind'], (detail: string) => string> = {
  'wrong-recipient': detail => `The box goes to ${detail}, not to this person.`,
  'missing-value': detail => `${label(detail)} is missing.`,
  'do-not-contact': detail => `${detail} asked not to be contacted.`,
  'other-name': detail => `The text names ${detail}.`,
  language: detail => `The text is written in “${detail}”, they prefer another language.`,
  tone: detail => `The tone is “${detail}”, they prefer another.`,
};

type Props = { finding: Finding; onConfirm(): void; onOverride?(): void };

export function ReplyFinding({ finding, onConfirm, onOverride }: Props) {
  return (
    <div class={`finding ${finding.effect}`} role="alert">
      <span class="grow">{said[finding.kind](finding.detail)}</span>
      {finding.effect === 'confirm' && (
        <button type="button" class="link" onClick={onConfirm}>
          Insert all the same
        </button>
      )}
      {finding.kind === 'wrong-recipient' && onOverride && (
        <button type="button" class="link" onClick={onOverride}>
          Insert there
        </button>
      )}
    </div>
  );
}
