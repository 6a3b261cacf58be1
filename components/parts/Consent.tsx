// What a contact agreed to, since when, and taking it back for them.
import { fullDate, relativeDate } from '../../lib/dates/relative';
import type { Contact } from '../../lib/model/contact';
import { EditableLine } from './EditableLine';

type Props = {
  consent: Contact['consent'];
  /** An empty purpose: they agree to nothing any more. */
  onSave(purpose: string): void;
};

export function Consent({ consent, onSave }: Props) {
  return (
    <div>
      <dt>They agreed to</dt>
      <dd>
        <EditableLine
          label="What they agreed to"
          value={consent?.purpose ?? ''}
          maxLength={300}
          onSave={onSave}
        />
        {consent && (
          <span class="row end-row">
            <span class="quiet">
              since{' '}
              <time dateTime={new Date(consent.at).toISOString()} title={fullDate(consent.at)}>
                {relativeDate(consent.at, new Date())}
              </time>
            </span>
            <button type="button" class="link calm" onClick={() => onSave('')}>
              Withdrawn
            </button>
          </span>
        )}
      </dd>
    </div>
  );
}
