// The folders or labels of a mail archive, of which some are brought in.
import type { MailSummary } from '../../../lib/transfer/mail/inspect-mail';

type Props = {
  folders: MailSummary['folders'];
  /** Names; undefined: all. */
  chosen: string[] | undefined;
  /** Without `folders`: all. */
  onChange(choice: { folders?: string[] }): void;
};

export function MailFolders({ folders, chosen, onChange }: Props) {
  if (folders.length === 0) return null;
  const toggle = (name: string, isWanted: boolean) => {
    const before = chosen ?? folders.map(folder => folder.name);
    const after = isWanted ? [...before, name] : before.filter(other => other !== name);
    onChange(after.length === folders.length ? {} : { folders: after });
  };
  return (
    <fieldset class="stack tight">
      <legend class="label">Folders</legend>
      <ul class="mail-folders">
        {folders.map(({ name, mails }) => (
          <li key={name}>
            <label class="row">
              <input
                type="checkbox"
                class="check"
                checked={chosen?.includes(name) ?? true}
                onChange={event => toggle(name, event.currentTarget.checked)}
              />
              <bdi class="grow cut">{name}</bdi>
              <span class="meta">{mails.toLocaleString()}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
