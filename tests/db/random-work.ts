// Random sequences of commands, as a user might give them.
import fc from 'fast-check';
import type { Office } from '../crm/office';

const names = ['Marta Ruiz', 'Jonas Feld', '李 小龙', 'Zoë Ångström', 'constructor'];
const addresses = [
  'marta@norte-boats.example',
  'info@norte-boats.example',
  'jonas@feldweg.example',
  'x@пример.example',
];
/** Two accounts share a handle after one another; pages show the id or not. */
const accounts = [
  { value: '@marta' },
  { value: '@marta', id: '1' },
  { value: '@marta', id: '2' },
  { value: '@marta_new', id: '1' },
  { value: '@jonas' },
];

const place = fc.nat({ max: 5 });
const identity = fc.oneof(
  fc.constantFrom(...addresses).map(value => ({ kind: 'email' as const, value })),
  fc.constantFrom(...accounts).map(account => ({ kind: 'x' as const, ...account })),
);
const patch = fc.record(
  {
    name: fc.constantFrom(...names),
    company: fc.option(fc.constantFrom('Norte Boats', 'Feldweg')),
    tags: fc.array(fc.constantFrom('sails', 'vip', 'late'), { maxLength: 3 }),
    stage: fc.option(fc.constantFrom('lead', 'customer')),
    doNotContact: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** One command; `who` and `what` are places in what exists by then. */
const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), name: fc.constantFrom(...names), identity }),
  fc.record({ do: fc.constant('save' as const), who: place, patch }),
  fc.record({
    do: fc.constant('link' as const),
    who: place,
    identities: fc.array(identity, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('part' as const), who: place, identity }),
  fc.record({ do: fc.constant('delete' as const), who: place }),
  fc.record({
    do: fc.constant('merge' as const),
    who: place,
    other: place,
    name: fc.constantFrom('winner', 'loser'),
  }),
  fc.record({ do: fc.constant('apart' as const), who: place }),
  fc.record({ do: fc.constant('differ' as const), who: place, other: place }),
  fc.record({ do: fc.constant('note' as const), who: place, kind: fc.constantFrom('note', 'issue') }),
  fc.record({ do: fc.constant('close' as const), what: place, open: fc.boolean() }),
  fc.record({ do: fc.constant('unnote' as const), what: place }),
  fc.record({ do: fc.constant('follow' as const), who: place }),
  fc.record({ do: fc.constant('done' as const), what: place }),
  fc.record({ do: fc.constant('settings' as const), theme: fc.constantFrom('dark', 'light') }),
);
const undoStep = fc.record({ do: fc.constant('undo' as const), what: place });

export const work = fc.array(step, { minLength: 1, maxLength: 14 });
export const workWithUndo = fc.array(fc.oneof({ weight: 3, arbitrary: step }, undoStep), {
  minLength: 1,
  maxLength: 16,
});
type ValueOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
type Step = ValueOf<typeof workWithUndo>[number];

const at = <T>(list: T[], place: number): T | undefined => list[place % Math.max(1, list.length)];

async function callFor(office: Office, step: Step): Promise<[string, unknown]> {
  const { db } = office;
  const ids = async (table: 'contacts' | 'events' | 'followUps' | 'journal', place: number) =>
    (at(await db.table(table).toCollection().primaryKeys(), place) as string | undefined) ?? 'nobody';
  switch (step.do) {
    case 'create':
      return ['contacts.create', { patch: { name: step.name }, identities: [step.identity], from: 'user' }];
    case 'save':
      return ['contacts.save', { id: await ids('contacts', step.who), patch: step.patch }];
    case 'link':
      return ['contacts.link', { id: await ids('contacts', step.who), identities: step.identities }];
    case 'part':
      return ['contacts.notThisPerson', { id: await ids('contacts', step.who), identities: [step.identity] }];
    case 'delete':
      return ['contacts.delete', { id: await ids('contacts', step.who) }];
    case 'merge':
      return [
        'contacts.merge',
        {
          winner: await ids('contacts', step.who),
          loser: await ids('contacts', step.other),
          choices: [{ fact: 'name', from: step.name }],
        },
      ];
    case 'apart':
      return ['contacts.takeApart', { id: await ids('contacts', step.who), theirs: [] }];
    case 'differ':
      return [
        'contacts.notSame',
        { ids: [await ids('contacts', step.who), await ids('contacts', step.other)] },
      ];
    case 'note':
      return [
        'timeline.add',
        { contactId: await ids('contacts', step.who), kind: step.kind, text: 'Something happened.' },
      ];
    case 'close':
      return ['timeline.close', { id: await ids('events', step.what), open: step.open }];
    case 'unnote':
      return ['timeline.remove', { id: await ids('events', step.what) }];
    case 'follow':
      return ['followUps.add', { contactId: await ids('contacts', step.who), text: 'Call', dueAt: 5 }];
    case 'done':
      return ['followUps.done', { id: await ids('followUps', step.what) }];
    case 'settings':
      return ['settings.save', { theme: step.theme }];
    case 'undo':
      return ['journal.undo', { id: await ids('journal', step.what) }];
  }
}

/** Does all steps; what is refused is passed over. Gives the ids of the commands that changed something. */
export async function doWork(office: Office, steps: Step[], day = 'today'): Promise<string[]> {
  const done: string[] = [];
  for (const step of steps) {
    const [name, input] = await callFor(office, step);
    office.clock.now += 1000;
    const id = `${day}-${String(done.length).padStart(3, '0')}-${step.do}`;
    await office.ask(name, input, undefined, id);
    if (await office.db.journal.get(id)) done.push(id);
  }
  return done;
}
