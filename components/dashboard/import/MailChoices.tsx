// What of a mail archive is brought in: who the user is in it, which folders, since when, whom, and whether with history.
import { call } from '../../../lib/rpc/client';
import type { MailChoice } from '../../../lib/transfer/import/mail-source';
import type { MailSummary } from '../../../lib/transfer/mail/inspect-mail';
import { useLoaded } from '../load';
import { MailFolders } from './MailFolders';

type Props = { summary: MailSummary; choice: MailChoice; onChange(choice: MailChoice): void };

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

export function MailChoices({ summary, choice, onChange }: Props) {
  const change = (part: Partial<MailChoice>) => onChange({ ...choice, ...part });
  return (
    <section class="stack" aria-labelledby="import-mail">
      <h2 id="import-mail">What to bring in</h2>
      {summary.remarks.map(remark => (
        <p key={remark} class="quiet">
          {remark}
        </p>
      ))}
      <OwnAddresses summary={summary} own={choice.own} onChange={own => change({ own })} />
      <MailFolders
        folders={summary.folders}
        chosen={choice.folders}
        onChange={wanted => {
          const { folders: _before, ...rest } = choice;
          onChange({ ...rest, ...wanted });
        }}
      />
      <label class="field">
        <span class="label">Mails since</span>
        <input
          class="input"
          type="date"
          value={choice.since === undefined ? '' : day(choice.since)}
          min={summary.range && day(summary.range.first)}
          max={summary.range && day(summary.range.last)}
          onChange={event => {
            const { since: _before, ...rest } = choice;
            const { valueAsNumber } = event.currentTarget;
            onChange(Number.isNaN(valueAsNumber) ? rest : { ...rest, since: valueAsNumber });
          }}
        />
      </label>
      <Whom choice={choice} change={change} />
      <History choice={choice} change={change} />
    </section>
  );
}

type PartProps = { choice: MailChoice; change(part: Partial<MailChoice>): void };

function OwnAddresses({
  summary: { ownCandidates },
  own,
  onChange,
}: {
  summary: MailSummary;
  own: string[];
  onChange(own: string[]): void;
}) {
  if (ownCandidates.length === 0) return null;
  return (
    <fieldset class="stack tight">
      <legend class="label">Which of these are you?</legend>
      {ownCandidates.map(({ address }) => (
        <label key={address} class="row">
          <input
            type="checkbox"
            class="check"
            checked={own.includes(address)}
            onChange={event =>
              onChange(
                event.currentTarget.checked ? [...own, address] : own.filter(other => other !== address),
              )
            }
          />
          <bdi class="cut">{address}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Whom({ choice: { fromMails = 3, withBulk = false }, change }: PartProps) {
  return (
    <fieldset class="stack tight">
      <legend class="label">Who becomes a contact</legend>
      <label class="row">
        <span>Whoever you wrote to, and whoever wrote to you at least</span>
        <input
          class="input short"
          type="number"
          min="1"
          max="1000"
          value={fromMails}
          aria-label="How many mails somebody must have written"
          onChange={event => {
            const { valueAsNumber } = event.currentTarget;
            if (valueAsNumber >= 1) change({ fromMails: Math.floor(valueAsNumber) });
          }}
        />
        <span>times</span>
      </label>
      <label class="row">
        <input
          type="checkbox"
          class="check"
          checked={withBulk}
          onChange={event => change({ withBulk: event.currentTarget.checked })}
        />
        Senders of newsletters and the like, too
      </label>
    </fieldset>
  );
}

function History({ choice: { withHistory, site, gmailAccount = '0' }, change }: PartProps) {
  const settings = useLoaded(() => call('settings.get', {}));
  const has = (name: string) => settings?.sites.some(chosen => chosen.site === name) ?? false;
  return (
    <fieldset class="stack tight">
      <legend class="label">Their history</legend>
      <label class="row">
        <input
          type="checkbox"
          class="check"
          checked={withHistory}
          onChange={event => change({ withHistory: event.currentTarget.checked })}
        />
        Put the mails on their timelines: date, subject, direction and an excerpt
      </label>
      {withHistory && has('roundcube') && (
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={site === 'roundcube'}
            onChange={event => change({ site: event.currentTarget.checked ? 'roundcube' : 'email' })}
          />
          I read this mailbox in Roundcube
        </label>
      )}
      {withHistory && has('gmail') && (
        <label class="row">
          <span>Gmail shows this account as number</span>
          <input
            class="input short"
            type="number"
            min="0"
            max="9"
            value={gmailAccount}
            aria-describedby="gmail-account"
            onChange={event => change({ gmailAccount: event.currentTarget.value || '0' })}
          />
          <span id="gmail-account" class="quiet">
            as in its address, /u/0/
          </span>
        </label>
      )}
    </fieldset>
  );
}
