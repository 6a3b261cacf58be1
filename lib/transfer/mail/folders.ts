// Folders and labels of a mail, and what the usual ones are for, in the languages of large mail services.
import { type Fields, first, wordsOf } from './header';
import { FOLDER_LIMIT } from './limits';

export type FolderRole = 'sent' | 'drafts' | 'spam' | 'trash';

const roles: Record<FolderRole, string> = {
  sent: 'sent|sent mail|sent items|sent messages|gesendet|gesendete objekte|gesendete elemente|enviados|enviado|elementos enviados|envoyés|messages envoyés|éléments envoyés|inviata|posta inviata|posta inviati|verzonden|verzonden items|wysłane|elementy wysłane|gönderilmiş|gönderilmiş postalar|gönderilenler|skickat|sendt|odeslaná pošta|отправленные|送信済み|送信済みメール|已发邮件|已发送|보낸편지함',
  drafts:
    'draft|drafts|entwurf|entwürfe|borradores|brouillons|bozze|bozza|concepten|rascunhos|wersje robocze|taslaklar|utkast|черновики|下書き|草稿|임시보관함',
  spam: 'spam|junk|junk e-mail|junk-e-mail|bulk mail|correo no deseado|courrier indésirable|posta indesiderata|ongewenste e-mail|lixo eletrônico|спам|迷惑メール|垃圾邮件|스팸함',
  trash:
    'trash|deleted|deleted items|deleted messages|bin|papierkorb|gelöschte elemente|papelera|eliminados|elementos eliminados|corbeille|éléments supprimés|cestino|posta eliminata|prullenbak|verwijderde items|lixeira|kosz|çöp kutusu|papperskorg|корзина|ゴミ箱|已删除邮件|휴지통',
};
const roleOf = new Map(
  (['sent', 'drafts', 'spam', 'trash'] as const).flatMap(role =>
    roles[role].split('|').map(name => [name, role] as const),
  ),
);

/** What a folder is for, by its name or the last part of its path; undefined for the user's own. */
export function folderRole(folder: string): FolderRole | undefined {
  const name = folder.split(/[/.]/).at(-1) ?? '';
  return roleOf.get(name.trim().normalize('NFC').toLowerCase());
}

/** The labels of a mail in an archive of Google; else the folder of its file. */
export function foldersOf(fields: Fields, folder: string | undefined): string[] {
  const labels = first(fields, 'x-gmail-labels');
  if (labels === undefined) return folder === undefined ? [] : [folder];
  return [...new Set(splitLabels(wordsOf(labels, 8000)))].slice(0, FOLDER_LIMIT);
}

/** Values between commas; one with a comma in it stands in quotes. */
function splitLabels(line: string): string[] {
  const parts = line.match(/"[^"]*"|[^",]+/g) ?? [];
  return parts.map(part => part.replaceAll('"', '').trim().slice(0, 200)).filter(Boolean);
}
