// An invented contact, to show a reply while it is being written.
import type { CustomField } from '../model/custom-field';
import type { Me } from '../model/settings';
import type { VariableSources } from './variables';

const [name, address] = ['Marta Ruiz', 'marta.ruiz@norte.example'];

/** What stands in a field of each kind. */
const values: Record<CustomField['kind'], string> = {
  text: 'Sample',
  number: '12',
  date: '5 March',
  choice: 'Sample',
  link: 'norte.example/machine',
};

/** Sources in which every variable has a value, except what the user left out about themselves. */
export function exampleSources(
  fields: CustomField[],
  me: Me,
  language: string | undefined,
  now: Date,
): VariableSources {
  const source = { from: 'user' as const, at: now.getTime() };
  const told = (value: string) => ({ value, source });
  const event = { contactId: 'example', at: now.getTime(), createdAt: now.getTime() };
  const preferences = { language: language ?? 'en', tone: 'friendly', channel: 'email', time: 'mornings' };
  return {
    contact: {
      id: 'example',
      name: told(name),
      company: told('Norte Café'),
      title: told('Owner'),
      tags: [],
      preferences: (['language', 'tone', 'channel', 'time'] as const).map(key => ({
        id: key,
        key,
        label: key,
        value: preferences[key],
        source,
      })),
      fields: fields.map(field => ({
        field: field.id,
        value: field.choices[0] ?? values[field.kind],
        source,
      })),
      doNotContact: false,
      createdAt: now.getTime(),
      updatedAt: now.getTime(),
      version: 0,
    },
    identities: [{ key: `email:${address}`, kind: 'email', value: address, contactId: 'example', source }],
    fields,
    conversation: { title: 'Delivery of the grinder', site: 'Gmail' },
    me,
    openIssue: { ...event, id: 'issue', kind: 'issue', title: 'Broken grinder' },
    lastPromise: { ...event, id: 'promise', kind: 'promise', title: 'A call on Friday' },
    now,
    language,
  };
}
