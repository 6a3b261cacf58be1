// The file of one person for reading: one page without scripts, links or pictures, which any browser opens and prints.
import { identityKindNames } from '../identity/kinds';
import type { Source } from '../model/source';
import { html, isolated, type Markup } from './html';
import { changeRows } from './person-changes';
import type { PersonFile } from './person-file';
import { eventNames, sourceNames, stageNames, styleNames } from './words';

/** A line of a table; undefined values are left out. */
type Line = { label: string; value: string | undefined; source?: Source | undefined; at?: number };

/** The page's text. Nothing in it is more than text: every stored value is escaped, and a policy forbids all loading. */
export function personPage(file: PersonFile): string {
  const { contact, madeAt } = file;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${contact.name.value}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<h1>${isolated(contact.name.value)}</h1>
<p>Everything that Regulars holds about this person, on ${time(madeAt)}. Times are in UTC.</p>
${sections(file)}
</body>
</html>
`.markup;
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem }
table { inline-size: 100%; border-collapse: collapse }
th, td { padding: .25rem .75rem .25rem 0; border-block-end: 1px solid; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-wrap }
`;

const sections = (file: PersonFile): Markup[] => [
  table('Person', ['What', 'Value', 'Where it came from', 'When'], personLines(file).map(valueRow)),
  ...(file.merged ?? []).map(contact =>
    table(
      `As they were before they were merged: ${contact.name.value}`,
      ['What', 'Value', 'Where it came from', 'When'],
      personLines({ ...file, contact, draft: undefined, searchWords: [] }).map(valueRow),
    ),
  ),
  table(
    'How they appear',
    ['Kind', 'Value', 'Where it came from', 'When', 'Verified by you'],
    file.identities.map(({ kind, value, label, accountId, source, verifiedAt }) => [
      ...valueRow({
        label: identityKindNames[kind],
        value: [value, label, accountId && `account ${accountId}`].filter(Boolean).join(', '),
        source,
      }),
      verifiedAt === undefined ? 'no' : time(verifiedAt),
    ]),
  ),
  table('History', ['When', 'Kind', 'What', 'Where', 'Written down'], file.events.map(eventRow)),
  table(
    'Follow-ups',
    ['Due', 'What', 'Done', 'Written down'],
    file.followUps.map(({ dueAt, text, doneAt, createdAt }) => [
      time(dueAt),
      isolated(text),
      doneAt === undefined ? 'no' : time(doneAt),
      time(createdAt),
    ]),
  ),
  table(
    'Not this person, as you said',
    ['What', 'When'],
    file.rejections.map(({ key, at }) => [isolated(key), time(at)]),
  ),
  table(
    'Not the same as another contact, as you said',
    ['The other’s number', 'When'],
    file.distinct.map(({ first, second, at }) => [
      isolated(first === file.contact.id ? second : first),
      time(at),
    ]),
  ),
  table('Changes of the last 90 days', ['When', 'Command', 'What', 'Before', 'After'], changeRows(file)),
];

function personLines({ contact, fields, draft, searchWords }: PersonFile): Line[] {
  const named = new Map(fields.map(({ id, name }) => [id, name]));
  return [
    { label: 'Name', value: contact.name.value, source: contact.name.source },
    { label: 'Goes by', value: contact.callName?.value, source: contact.callName?.source },
    { label: 'Company', value: contact.company?.value, source: contact.company?.source },
    { label: 'Title', value: contact.title?.value, source: contact.title?.source },
    { label: 'Stage', value: contact.stage && stageNames[contact.stage] },
    { label: 'Relationship', value: contact.style && styleNames[contact.style] },
    { label: 'Time zone', value: contact.timeZone },
    { label: 'Tags', value: contact.tags.join(', ') || undefined },
    ...contact.preferences.map(({ label, value, source }) => ({ label, value, source })),
    ...contact.fields.map(({ field, value, source }) => ({
      label: named.get(field) ?? field,
      value,
      source,
    })),
    { label: 'Do not contact', value: contact.doNotContact ? 'yes' : 'no' },
    {
      label: 'They agreed to',
      value: contact.consent?.purpose,
      ...(contact.consent && { at: contact.consent.at }),
    },
    { label: 'A note that is not saved yet', value: draft },
    { label: 'Found by the words', value: searchWords.join(', ') || undefined },
    { label: 'Added', value: 'to Regulars', at: contact.createdAt },
    { label: 'Last changed', value: `${contact.version} times in all`, at: contact.updatedAt },
    ...(contact.deletedAt === undefined
      ? []
      : [{ label: 'In the trash', value: 'yes', at: contact.deletedAt }]),
    { label: 'Number in Regulars', value: contact.id },
  ].filter(({ value }) => value !== undefined);
}

const valueRow = ({ label, value, source, at }: Line): (string | Markup)[] => [
  isolated(label),
  isolated(value ?? ''),
  source ? html`${sourceNames[source.from]}${source.url && html`, ${isolated(source.url)}`}` : '',
  time(source?.at ?? at),
];

const directions = { in: 'from them', out: 'to them' };

function eventRow(event: PersonFile['events'][number]): (string | Markup)[] {
  const { kind, at, title, text, direction, site, url, conversation, closedAt, createdAt } = event;
  const how = direction && directions[direction];
  return [
    time(at),
    [eventNames[kind], how].filter(Boolean).join(', '),
    html`${title && isolated(title)}${title && text && '\n'}${text && isolated(text)}${
      closedAt !== undefined && html`\n(closed ${time(closedAt)})`
    }`,
    html`${[site, url, conversation].flatMap(place => (place ? [isolated(place), '\n'] : []))}`,
    time(createdAt),
  ];
}

/** A table under its heading; nothing where it has no rows. */
function table(heading: string, columns: string[], rows: (string | Markup)[][]): Markup {
  if (rows.length === 0) return html``;
  return html`<h2>${heading}</h2>
<table>
<thead><tr>${columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cell => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>
`;
}

/** The same moment for everybody who reads the file. */
function time(at: number | undefined): Markup {
  if (at === undefined) return html``;
  const text = new Date(at).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 16).replace('T', ' ')}</time>`;
}
