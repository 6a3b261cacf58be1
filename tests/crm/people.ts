// Invented people and messages for the tests of the procedures.
import type { OnScreen } from '../../lib/model/on-screen';
import type { SeenPerson, Sighting } from '../../lib/model/sighting';
import { type Office, pageOf, senders, webmail } from './office';

export const marta = { kind: 'email', value: 'marta.ruiz@norte-boats.example' } as const;
export const jonas = { kind: 'email', value: 'jonas@feldweg.example' } as const;

/** Adds a person from the full page and gives the id. */
export async function addPerson(
  office: Office,
  name: string,
  addresses: string[],
  patch: Record<string, unknown> = {},
): Promise<string> {
  const { result } = await office.get<{ result: { id: string } }>('contacts.create', {
    patch: { name, ...patch },
    identities: addresses.map(value => ({ kind: 'email', value })),
    from: 'user',
  });
  return result.id;
}

export const sender = (name: string | undefined, value: string): SeenPerson => ({
  name,
  identities: [{ kind: 'email', value }],
  role: 'sender',
});

/** An open conversation in which the first of `people` wrote one message to the others. */
export function conversation(people: SeenPerson[], more: Partial<Sighting> = {}): Sighting {
  return {
    site: 'roundcube',
    kind: 'conversation',
    url: `${webmail}/?_uid=31`,
    people,
    conversation: {
      id: 'thread-31',
      title: 'Delivery of the sails',
      messages: [
        {
          id: '<31@norte-boats.example>',
          from: 0,
          to: people.slice(1).map((_person, index) => index + 1),
          at: Date.UTC(2026, 2, 1, 12),
          text: 'Could you tell me when the sails arrive?',
        },
      ],
    },
    ...more,
  };
}

/** The page shows `sighting`. */
export const show = (office: Office, sighting: Sighting | undefined) =>
  office.get('page.sighting', { sighting, sequence: ++office.sequence }, pageOf(sighting?.site));

/** What the sidebar beside that page shows. */
export const onScreen = async <T = OnScreen>(office: Office, person?: string): Promise<T> => {
  const page = await office.get<OnScreen>('people.onScreen', {}, senders.frame);
  const select = person === undefined ? undefined : { person, page: page.page };
  return office.get<T>('people.onScreen', { select }, senders.frame);
};
