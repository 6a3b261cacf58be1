// Programs whose tables are known: by which headers they are recognised, and what their columns mean there only.
import { foldHeader, type Meaning } from './column-words';
import { ownColumns, ownMeaning } from './own-columns';

export const exporters = [
  'regulars',
  'google',
  'outlook',
  'linkedin',
  'hubspot',
  'salesforce',
  'streak',
] as const;
export type Exporter = (typeof exporters)[number];

/** Headers that stand together in the tables of one program only. */
const signatures: [Exporter, string[]][] = [
  ['regulars', [ownColumns.id, ownColumns.name]],
  ['google', ['E-mail 1 - Value']],
  ['google', ['Group Membership', 'Given Name']],
  ['google', ['Organization Name', 'Labels']],
  ['linkedin', ['First Name', 'Last Name', 'Connected On']],
  ['hubspot', ['Record ID', 'Email']],
  ['hubspot', ['Lifecycle Stage', 'Contact owner']],
  ['salesforce', ['Account Name', 'Last Name']],
  ['salesforce', ['LastName', 'AccountId']],
  ['salesforce', ['HasOptedOutOfEmail']],
  ['streak', ['Name', 'Stage', 'Assigned To']],
  ['outlook', ['E-mail Address', 'Job Title']],
  ['outlook', ['E-Mail-Adresse', 'Weitere Vornamen']],
  ['outlook', ['E-Mail-Adresse', 'E-Mail: Angezeigter Name']],
  ['outlook', ['Adresse de messagerie', 'Prénom']],
];

/** The program that wrote a table with this header; undefined for all that is not known for sure. */
export function exporterOf(header: readonly string[]): Exporter | undefined {
  const cells = new Set(header.map(cell => foldHeader(cell)));
  const exact = new Set(header);
  return signatures.find(([exporter, wanted]) =>
    wanted.every(cell => (exporter === 'regulars' ? exact.has(cell) : cells.has(foldHeader(cell)))),
  )?.[0];
}

/** Columns that say something only beside others, or about the program: folded, separated by `|`. */
const empty: Partial<Record<Exporter, string>> = {
  outlook:
    'email type|email display name|email typ|email angezeigter name|type de messagerie|nom complet de l adresse de messagerie|' +
    'initials|initialen|initiales|internet free busy|internet frei gebucht|directory server|verzeichnisserver|priority|prioritat|' +
    'priorite|private|privat|prive|sensitivity|vertraulichkeit|gender|geschlecht|sexe|given yomi|surname yomi|company yomi',
  google:
    'photo|file as|yomi name|given name yomi|additional name yomi|family name yomi|initials|short name|maiden name|priority|sensitivity|phonetic first name|phonetic middle name|phonetic last name',
};

/** What a column means in the tables of one program; undefined where it means what its words say. */
export function specialMeaning(
  exporter: Exporter | undefined,
  header: readonly string[],
  index: number,
): (Meaning & { labelFrom?: number; name?: string }) | undefined {
  const cell = header[index] ?? '';
  const folded = foldHeader(cell);
  if (exporter === 'regulars') return ownMeaning(header, index);
  if (exporter && empty[exporter]?.split('|').includes(folded)) return { to: 'ignore' };
  if (exporter === 'google') return googleMeaning(header, cell);
  if (exporter === 'outlook' && isFirstTitle(header, index, folded)) return { to: 'prefix' };
  return undefined;
}

/** Outlook writes the form of address as "Title" and the job as "Job Title"; in French both are "Titre". */
function isFirstTitle(header: readonly string[], index: number, folded: string): boolean {
  if (folded !== 'title' && folded !== 'titre') return false;
  return header.some(
    (other, place) => place > index && ['job title', folded, 'profession'].includes(foldHeader(other)),
  );
}

/** Kinds of Google's numbered columns. Those that are not here become fields. */
const googleKinds: Record<string, Meaning['to']> = {
  'e-mail': 'email',
  phone: 'phone',
  website: 'link',
};

/** `E-mail 1 - Value`, whose kind is in `E-mail 1 - Label` (before 2024: `Type`). */
function googleMeaning(header: readonly string[], cell: string) {
  const [, kind, number, part] = /^([\w -]+?) (\d+) - (.+)$/.exec(cell) ?? [];
  if (!kind || !number || !part) return undefined;
  const sibling = (name: string) => header.indexOf(`${kind} ${number} - ${name}`);
  if (part === 'Type' || part === 'Label') return { to: 'label' as const };
  const labelFrom = ['Label', 'Type'].map(sibling).find(place => place !== -1);
  if (part === 'Value')
    return { to: googleKinds[kind.toLowerCase()] ?? ('field' as const), name: kind, labelFrom };
  if (kind === 'Address') {
    const isRepeated = part !== 'Formatted' && sibling('Formatted') !== -1;
    return isRepeated ? { to: 'ignore' as const } : { to: 'address' as const, name: `Address ${number}` };
  }
  if (kind !== 'Organization' || number !== '1') return undefined;
  const meanings = { Name: 'company', Title: 'title' } as const;
  return part === 'Name' || part === 'Title' ? { to: meanings[part] } : undefined;
}
