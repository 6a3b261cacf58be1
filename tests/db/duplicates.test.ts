// Who may be one person is found by what both have in common, with the reason; never decided.
import { beforeEach, describe, expect, it } from 'vitest';
import { findDuplicates } from '../../lib/db/duplicates';
import { type Office, openOffice } from '../crm/office';
import { addPerson } from '../crm/people';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

/** The pairs that are suggested: both names, and why. */
async function suggested(): Promise<{ names: string[]; why: string[] }[]> {
  const { pairs } = await findDuplicates(office.db);
  return pairs.map(({ people, reasons }) => ({
    names: people.map(({ name }) => name).sort(),
    why: reasons.map(({ kind, detail }) => `${kind}: ${detail}`),
  }));
}

/** Adds somebody by any identities, with values of custom fields. */
async function add(
  name: string,
  identities: { kind: string; value: string; id?: string }[],
  { fields = [], ...patch }: { fields?: string[]; company?: string } = {},
): Promise<string> {
  for (const field of fields.keys())
    await office.ask('fields.save', {
      field: {
        id: `f-${field}`,
        slug: `f${field}`,
        name: `F${field}`,
        kind: 'text',
        choices: [],
        order: field,
      },
    });
  const { result } = await office.get<{ result: { id: string } }>('contacts.create', {
    patch: { name, ...patch, fields: fields.map((value, at) => ({ field: `f-${at}`, value })) },
    identities,
    from: 'user',
  });
  return result.id;
}

const email = (value: string) => ({ kind: 'email', value });

describe('two contacts are suggested as one', () => {
  it('for an alias of one mailbox', async () => {
    await addPerson(office, 'Marta', ['marta.ruiz@gmail.com']);
    await addPerson(office, 'M. R.', ['martaruiz+shop@googlemail.com']);
    expect(await suggested()).toEqual([
      { names: ['M. R.', 'Marta'], why: ['same-mailbox: martaruiz@gmail.com'] },
    ]);
  });

  it('for one phone number, however a field has it', async () => {
    await add('Marta', [{ kind: 'phone', value: '+34 600 555 014' }]);
    await add('M. R.', [email('m@sur.example')], { fields: ['+34 (600) 55-50-14'] });
    expect(await suggested()).toEqual([{ names: ['M. R.', 'Marta'], why: ['same-phone: +34 600 55 50 14'] }]);
  });

  it('for one profile, as a handle and as a link', async () => {
    await add('Marta', [{ kind: 'linkedin', value: 'marta-ruiz' }]);
    await add('M. R.', [], { fields: ['https://es.linkedin.com/in/Marta-Ruiz/?trk=x'] });
    expect(await suggested()).toEqual([
      { names: ['M. R.', 'Marta'], why: ['same-profile: LinkedIn marta-ruiz'] },
    ]);
  });

  it('for the same name at the same company, by word or by the domain of an address', async () => {
    await addPerson(office, 'Dr. Marta Ruiz', ['marta@norte-boats.example']);
    await addPerson(office, 'Ruiz, Márta', [], { company: 'Norte Boats S.L.' });
    await addPerson(office, 'Jonas Feld', ['jonas@norte-boats.example']);
    expect(await suggested()).toEqual([
      {
        names: ['Dr. Marta Ruiz', 'Ruiz, Márta'],
        why: [expect.stringMatching(/^same-name-company: Norte Boats/)],
      },
    ]);
  });

  it('for a name that is an address of the other', async () => {
    await addPerson(office, 'Marta', ['marta@norte.example']);
    await addPerson(office, 'Marta@Norte.example', []);
    expect(await suggested()).toMatchObject([{ why: ['name-is-address: marta@norte.example'] }]);
  });

  it('with all reasons at once, the surest pair first', async () => {
    await addPerson(office, 'Jo Feld', ['jo@feldweg.example']);
    await addPerson(office, 'Jo Feld', ['j.feld@feldweg.example']);
    await addPerson(office, 'Ana Gil', ['ana@sur.example']);
    await addPerson(office, 'Ana Gil', ['ana+news@sur.example']);
    const [first, second] = await suggested();
    expect(first?.why.map(why => why.split(':')[0])).toEqual(['same-mailbox', 'same-name-company']);
    expect(second?.names).toEqual(['Jo Feld', 'Jo Feld']);
  });
});

describe('nobody is suggested', () => {
  it('for the name alone, a company alone, or the home page of a company', async () => {
    await addPerson(office, 'Marta Ruiz', ['marta@gmail.com']);
    await addPerson(office, 'Marta Ruiz', ['mruiz@gmail.com']);
    await add('Ana', [email('ana@norte.example')], { fields: ['https://norte.example/'] });
    await add('Bo', [email('bo@norte.example')], { fields: ['https://norte.example/'] });
    expect(await suggested()).toEqual([]);
  });

  it('who was told to be somebody else, also after one of them was merged', async () => {
    const one = await addPerson(office, 'Ana Gil', ['ana@sur.example']);
    const two = await addPerson(office, 'Ana Gil', ['ana+news@sur.example']);
    await office.get('contacts.notSame', { ids: [two, one] });
    expect(await suggested()).toEqual([]);
    const three = await addPerson(office, 'Ana G', ['ana.gil@sur.example']);
    await office.get('contacts.merge', { winner: three, loser: two, choices: [] });
    expect(await suggested()).toEqual([]);
  });

  it('who is in the trash, or merged already', async () => {
    const one = await addPerson(office, 'Ana Gil', ['ana@sur.example']);
    const two = await addPerson(office, 'Ana Gil', ['ana+news@sur.example']);
    await office.get('contacts.merge', { winner: one, loser: two, choices: [] });
    expect(await suggested()).toEqual([]);
    await addPerson(office, 'Ana', ['ana+sale@sur.example']);
    expect(await suggested()).toHaveLength(1);
    await office.get('contacts.delete', { id: one });
    expect(await suggested()).toEqual([]);
  });

  it('for what many people share: it is told instead', async () => {
    for (let at = 0; at < 9; at++) await addPerson(office, `Person ${at}`, [`sales+${at}@norte.example`]);
    const { pairs, shared } = await findDuplicates(office.db);
    expect(pairs).toEqual([]);
    expect(shared).toEqual([{ reason: { kind: 'same-mailbox', detail: 'sales@norte.example' }, people: 9 }]);
  });
});

it('finds those who are far apart, through all portions', async () => {
  const sample = await office.db.contacts.get(await addPerson(office, 'Ana Gil', []));
  if (!sample) throw new Error('There is nobody.');
  const name = (at: number) => ({ ...sample.name, value: `Person ${at}` });
  const many = Array.from({ length: 2500 }, (_, at) => ({
    ...sample,
    id: `p-${String(at).padStart(5, '0')}`,
    name: at % 2499 === 0 ? { ...sample.name, value: 'Eva Sol' } : name(at),
    company: { ...sample.name, value: 'Sur' },
  }));
  await office.db.contacts.bulkPut(many);
  expect(await suggested()).toEqual([{ names: ['Eva Sol', 'Eva Sol'], why: ['same-name-company: Sur'] }]);
});
