// What a restore would change, list by list, and the differences to look at.
import type { ComponentChildren } from 'preact';
import { fullDate } from '../../../lib/dates/relative';
import type { Preview, ShownDifference } from '../../../lib/transfer/backup/restore';

/** What each list is called on screen. */
const names: Record<Preview['lists'][number]['list'], string> = {
  fields: 'Custom fields',
  contacts: 'People',
  identities: 'Addresses and accounts',
  events: 'History',
  followUps: 'Follow-ups',
  replies: 'Quick replies',
  rejections: '“Not this person”',
  distinct: 'Pairs that are not the same',
  savedViews: 'Saved lists',
};

/** Fields whose own name is no word of the screen. */
const fieldNames: Record<string, string> = {
  callName: 'called',
  closedAt: 'closed',
  contactId: 'person',
  deletedAt: 'in the trash since',
  doNotContact: 'do not contact',
  dueAt: 'due',
  fields: 'custom fields',
  style: 'relationship',
  timeZone: 'time zone',
  verifiedAt: 'verified',
};

export function RestorePreview({ preview, children }: { preview: Preview; children: ComponentChildren }) {
  const { exportedAt, lists, differences, rejected } = preview;
  return (
    <section class="stack" aria-label="What would change">
      <p>
        Made on <time>{fullDate(exportedAt)}</time>.
      </p>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">List</th>
            {['New', 'Changed', 'The same', 'Stays as here', 'Refused'].map(title => (
              <th key={title} scope="col" class="num">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lists.map(({ list, counts: { added, changed, same, kept, refused } }) => (
            <tr key={list}>
              <th scope="row">{names[list]}</th>
              {[added, changed, same, kept, refused].map((count, at) => (
                <td key={at} class="num">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rejected.length > 0 && (
        <details>
          <summary class="link">What is refused, and why</summary>
          <ul class="card">
            {rejected.slice(0, 50).map(({ list, row, reason }) => (
              <li key={`${list} ${row}`} class="row">
                {names[list]} {row}: <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {differences.length > 0 && (
        <details>
          <summary class="link">What differs ({differences.length})</summary>
          <ul class="card">
            {differences.map((difference, at) => (
              <DifferenceLine key={at} difference={difference} />
            ))}
          </ul>
        </details>
      )}
      {children}
    </section>
  );
}

function DifferenceLine({ difference: { name, list, fate, fields } }: { difference: ShownDifference }) {
  return (
    <li class="row wrap">
      <span class="grow">
        <bdi>{name}</bdi> <span class="meta">{names[list]}</span>
        <ul>
          {fields.map(({ field, here, there }) => (
            <li key={field}>
              <span class="meta">{fieldNames[field] ?? field}</span>: here <bdi>{here || 'nothing'}</bdi>, in
              the file <bdi>{there || 'nothing'}</bdi>
            </li>
          ))}
        </ul>
      </span>
      <span class="meta">{fate === 'kept' ? 'stays as here' : 'becomes as in the file'}</span>
    </li>
  );
}
