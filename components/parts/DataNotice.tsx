// Said where the database is not as it was left: what happened, what is safe, and what to do.
import { TriangleAlert } from 'lucide';
import type { DataState, DataTrouble } from '../../lib/model/data-state';
import { Icon } from '../ui/Icon';

type Props = { data: DataState | undefined; onHelp(): void };

/** `action` names the button. */
const texts: Record<DataTrouble, { title: string; action: string; text(contacts: number): string }> = {
  emptied: {
    title: 'Your people are gone',
    action: 'Restore',
    text: contacts =>
      `There were ${contacts}, and the browser lost them. Bring them back from a backup or an export. Nothing is written over the loss before you decide.`,
  },
  full: {
    title: 'The disk is full',
    action: 'Export',
    text: () =>
      'Nothing new can be saved. Everybody is still here and can be read and exported. Free some space; then it goes on by itself.',
  },
  newer: {
    title: 'Your data are newer than this Regulars',
    action: 'Export',
    text: () =>
      'A later version wrote them. This one changes nothing, so that nothing is lost: update Regulars. Everything can be exported meanwhile.',
  },
  blocked: {
    title: 'Another window holds your data',
    action: 'Try again',
    text: () =>
      'They are being brought up to date, and an older window of Regulars is in the way. Close it, or restart the browser. Nothing is lost.',
  },
  unreadable: {
    title: 'Your data can’t be opened',
    action: 'Try again',
    text: () =>
      'The browser refuses to open them. Restart it before anything else. If that does not help, a backup can be restored into an empty database, in the full page under Data.',
  },
};

export function DataNotice({ data, onHelp }: Props) {
  if (!data || data.state === 'ok') return null;
  const { title, action, text } = texts[data.state];
  return (
    <div class="notice danger" role="alert">
      <Icon node={TriangleAlert} />
      <h2>{title}</h2>
      <button type="button" class="link" onClick={onHelp}>
        {action}
      </button>
      <p>{text(data.contacts)}</p>
    </div>
  );
}
