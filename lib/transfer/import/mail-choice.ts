// What is proposed for a mail archive before anybody changes it.
import type { MailSummary } from '../mail/inspect-mail';
import type { MailChoice } from './mail-source';

/** Folders whose mails are nobody's history. */
const unwanted = new Set(['spam', 'trash', 'drafts']);
/** Whoever wrote so often is proposed although the user never answered. */
const often = 3;

/** Everything but spam, trash and drafts, as the one who sent what lies in the folders of sent mails. */
export function firstChoice({ folders, ownCandidates }: MailSummary): MailChoice {
  const wanted = folders.filter(({ role }) => !role || !unwanted.has(role)).map(({ name }) => name);
  return {
    own: ownCandidates.filter(({ sent }) => sent > 0).map(({ address }) => address),
    ...(wanted.length < folders.length && { folders: wanted }),
    fromMails: often,
    withBulk: false,
    withHistory: true,
    site: 'email',
  };
}
