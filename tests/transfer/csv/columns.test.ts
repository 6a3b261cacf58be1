// What columns mean by their words, and what single cells say.
import { describe, expect, it } from 'vitest';
import { headerKey, mappingSchema } from '../../../lib/transfer/csv/mapping';
import { inspectCsv, readCsv } from '../../../lib/transfer/csv/read';
import { draftsOf, fieldOf, file, personIn } from './files';

const targets = async (header: string) => {
  const { mapping } = await inspectCsv(file(`${header}\n`), { hasHeader: true });
  return mapping.columns.map(({ to, label }) => (label ? `${to} (${label})` : to));
};

describe('headers', () => {
  it.each([
    [
      'name,first name,last name,e-mail,phone,company,job title,notes,tags,address,website,time zone',
      'name firstName lastName email phone company title notes tags address link timeZone',
    ],
    [
      'Vorname,Nachname,E-Mail,Telefon,Firma,Funktion,Notizen,Schlagwörter,Straße,PLZ,Ort,Webseite,Sprache,Kein Kontakt',
      'firstName lastName email phone company title notes tags address address address link language doNotContact',
    ],
    [
      'Nombre,Apellidos,Correo electrónico,Teléfono,Empresa,Cargo,Notas,Etiquetas,Dirección,Página web,Fecha de creación',
      'firstName lastName email phone company title notes tags address link createdAt',
    ],
    [
      'Prénom,Nom,Courriel,Téléphone,Société,Fonction,Remarques,Étiquettes,Adresse,Site web,Ne pas contacter',
      'firstName lastName email phone company title notes tags address link doNotContact',
    ],
    [
      'Nome,Sobrenome,E-mail,Telefone,Empresa,Cargo,Observações,Marcadores,Endereço,Site',
      'firstName lastName email phone company title notes tags address link',
    ],
    [
      'Nome,Cognome,Indirizzo e-mail,Telefono,Azienda,Ruolo,Osservazioni,Etichette,Indirizzo,Sito web',
      'firstName lastName email phone company title notes tags address link',
    ],
    [
      'Voornaam,Tussenvoegsel,Achternaam,E-mailadres,Telefoonnummer,Bedrijf,Functie,Opmerkingen,Labels,Adres,Website',
      'firstName middleName lastName email phone company title notes tags address link',
    ],
    ['氏名,メールアドレス,電話番号,会社名,役職', 'name email phone company title'],
    ['이름,이메일,전화번호,회사', 'name email phone company'],
    ['Имя,Фамилия,Телефон,Компания', 'firstName lastName phone company'],
    ['FULL_NAME,emailAddress,companyName', 'name email company'],
  ])('are understood: %s', async (header, expected) => {
    expect((await targets(header)).join(' ')).toBe(expected);
  });
  it('say what kind of number it is', async () => {
    expect(
      await targets('Work phone,Telefon (privat),Teléfono móvil,E-mail 2 (work),Business Street'),
    ).toEqual(['phone (work)', 'phone (home)', 'phone (mobile)', 'email (work)', 'address (work)']);
  });
  it('with a name and a given name have the family name in the former', async () => {
    expect(await targets('Name,Vorname,Ort')).toEqual(['lastName', 'firstName', 'address']);
    expect(await targets('Nom,Email')).toEqual(['name', 'email']);
    expect(await targets('Nombre,Email')).toEqual(['name', 'email']);
  });
  it('of consent say what somebody agreed to, and when', async () => {
    const { draft } = await personIn('Name,Consent,Consent date\nAna,Newsletter,2024-03-01\n');
    expect(draft).toMatchObject({ consent: 'Newsletter', consentAt: Date.UTC(2024, 2, 1) });
    expect(await targets('Einwilligung,Einwilligung am,OPTIN_TIME')).toEqual([
      'consent',
      'consentAt',
      'field',
    ]);
  });
  it('of a date of consent alone keep it as a field, since nothing says what for', async () => {
    const { draft, remarks } = await personIn('Name,Consent date\nAna,2024-03-01\n');
    expect(draft.consentAt).toBeUndefined();
    expect(draft.fields).toEqual([{ name: 'Consent date', value: '2024-03-01T00:00:00.000Z' }]);
    expect(remarks).toHaveLength(1);
  });
  it('that are unknown become fields by their names, each by its own', async () => {
    const { draft } = await personIn('Name,Machine,Machine,,Favourite  drink\nAna,Lever,Filter,x,Tea\n');
    expect(draft.fields).toEqual([
      { name: 'Machine', value: 'Lever' },
      { name: 'Machine 2', value: 'Filter' },
      { name: 'Column 4', value: 'x' },
      { name: 'Favourite drink', value: 'Tea' },
    ]);
  });
  it('that are there twice keep both values', async () => {
    const { draft } = await personIn('Name,Company,Firma\nAna,Norte,Sur\n');
    expect(draft).toMatchObject({ company: 'Norte', fields: [{ name: 'Firma', value: 'Sur' }] });
  });
  it('of any length are read in time', async () => {
    const start = performance.now();
    await inspectCsv(file(`${'a b '.repeat(15_000)},${'é'.repeat(20_000)}\nx,y\n`));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a mapping', () => {
  it('is plain data that can be kept and changed', async () => {
    const source = file('Kunde,Firma\nAna,Norte\n');
    const { mapping } = await inspectCsv(source);
    const kept = mappingSchema.parse(JSON.parse(JSON.stringify(mapping)));
    expect(kept).toEqual(mapping);
    const columns = kept.columns.map(column => ({
      ...column,
      to: column.to === 'company' ? 'tags' : column.to,
    }));
    const changed = mappingSchema.parse({ ...kept, columns });
    expect((await readCsv(source, { mapping: changed }).next()).value).toMatchObject({
      draft: { name: 'Ana', tags: ['Norte'] },
    });
  });
  it('that gives two columns to what a person has once loses neither', async () => {
    const source = file('Name,Seat,Branch,Since\nAna,Norte,Sur,2024-01-05\nPau,,Este,2024-01-06\n');
    const { mapping } = await inspectCsv(source);
    const columns = mapping.columns.map(column => ({
      ...column,
      to: ['Seat', 'Branch'].includes(column.name) ? ('company' as const) : column.to,
    }));
    const people = readCsv(source, { mapping: { ...mapping, columns } });
    expect((await people.next()).value).toMatchObject({
      draft: { company: 'Norte', fields: [{ name: 'Branch', value: 'Sur' }, { name: 'Since' }] },
      remarks: ['Branch: “Sur” is the second of its kind; it is kept as a field.'],
    });
    expect((await people.next()).value).toMatchObject({ draft: { company: 'Este' }, remarks: [] });
  });
  it('is found again by a key of the header', async () => {
    const key = await headerKey(['Name', 'E-Mail']);
    expect(key).toMatch(/^[\da-f]{64}$/);
    expect(await headerKey([' name', 'e-mail '])).toBe(key);
    expect(await headerKey(['E-Mail', 'Name'])).not.toBe(key);
    expect(await headerKey(['Name,E-Mail'])).not.toBe(key);
  });
});

describe('names', () => {
  const nameOf = async (text: string) => (await draftsOf(text))[0]?.name;
  it.each([
    ['First name,Middle name,Last name\nMarta,Inés,Ruiz', 'Marta Inés Ruiz'],
    ['First name,Last name\n太郎,山田', '山田太郎'],
    ['First name,Last name\n민수,김', '김민수'],
    ['First name,Last name\nジョン,スミス', 'ジョン・スミス'],
    ['Vezetéknév,Keresztnév\nNagy,Anna', 'Nagy Anna'],
    ['First name,Last name,Language\nAnna,Nagy,Hungarian', 'Nagy Anna'],
    ['First name,Middle name,Last name,Language\nAnh,Thị,Nguyễn,vi', 'Nguyễn Thị Anh'],
    ['First name,Last name\nWei,Zhang', 'Wei Zhang'],
    ['Voornaam,Tussenvoegsel,Achternaam\nJan,van der,Berg', 'Jan van der Berg'],
    ['Last name,Company\nRuiz,Norte', 'Ruiz'],
  ])('are put together: %s', async (text, name) => expect(await nameOf(`${text}\n`)).toBe(name));
});

describe('cells', () => {
  const one = (header: string, cell: string) => personIn(`Name,${header}\nAna,"${cell}"\n`);
  it.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['x', true],
    ['ja', true],
    ['Oui', true],
    ['no', undefined],
    ['', undefined],
    ['0', undefined],
    ['FALSE', undefined],
    ['nein', undefined],
  ])('say whether to contact: %j', async (cell, expected) => {
    expect(await one('Do not contact', cell)).toMatchObject({
      draft: expected ? { doNotContact: true } : {},
      remarks: [],
    });
    expect((await one('Do not contact', cell)).draft.doNotContact).toBe(expected);
  });
  it('that say neither yes nor no mean: do not contact', async () => {
    const { draft, remarks } = await one('Opted out', '2024-01-05');
    expect(draft.doNotContact).toBe(true);
    expect(remarks).toEqual([
      'Opted out: “2024-01-05” is neither yes nor no, and is taken for “do not contact”.',
    ]);
  });
  it.each([
    ['Kunde', 'customer'],
    ['closed-won', 'customer'],
    ['Prospect', 'lead'],
    ['ehemaliger Kunde', 'former'],
    ['Partner', 'partner'],
  ])('name a stage: %s', async (cell, stage) => expect((await one('Stage', cell)).draft.stage).toBe(stage));
  it.each([
    ['2024-03-05', [2024, 2, 5]],
    ['5.3.2024', [2024, 2, 5]],
    ['25/03/2024', [2024, 2, 25]],
    ['3/25/2024', [2024, 2, 25]],
    ['Mar 5, 2024', [2024, 2, 5]],
    ['2024/3/5', [2024, 2, 5]],
  ] as const)('say a day: %s', async (cell, [year, month, day]) =>
    expect((await one('Created', cell)).draft.createdAt).toBe(Date.UTC(year, month, day)),
  );
  it('are not guessed where day and month could be either', async () => {
    const { draft, remarks } = await one('Created', '3/4/2024');
    expect(draft.createdAt).toBeUndefined();
    expect(fieldOf(draft, 'Created')).toBe('3/4/2024');
    expect(remarks).toEqual([
      'Created: “3/4/2024” may put the day or the month first; it is kept as a field.',
    ]);
    const others = await draftsOf('Name,Created\nAna,3/4/2024\nPau,3/25/2024\n');
    expect(others[0]?.createdAt).toBe(Date.UTC(2024, 2, 4));
  });
  it('with numbers without a country are read where the country is known', async () => {
    const text = 'Name,Phone\nAna,600 555 014\n';
    expect((await personIn(text)).draft).toMatchObject({
      identities: [],
      fields: [{ name: 'Phone', value: '600 555 014' }],
    });
    // Whole, since the rest of the import does not know the table's country.
    expect((await personIn(text, { country: 'ES' })).draft).toMatchObject({
      identities: [{ kind: 'phone', value: '+34600555014' }],
      fields: [],
    });
  });
  it('with profiles become identities, other pages stay text', async () => {
    const { draft } = await one(
      'Website',
      'https://x.com/ana https://norte.example https://www.linkedin.com/company/norte javascript:alert(1)',
    );
    expect(draft.identities).toEqual([{ kind: 'x', value: 'ana' }]);
    expect(fieldOf(draft, 'Website')).toBe(
      'https://norte.example\nhttps://www.linkedin.com/company/norte\njavascript:alert(1)',
    );
  });
  it.each([
    ['Twitter', '@ana', 'x', '@ana'],
    ['LinkedIn', 'https://de.linkedin.com/in/ana-prat/', 'linkedin', 'ana-prat'],
    ['GitHub', 'ana-prat', 'github', 'ana-prat'],
    ['Mastodon', 'ana@norte.social', 'mastodon', 'https://norte.social/@ana'],
    ['Mastodon', '@ana@norte.social', 'mastodon', 'https://norte.social/@ana'],
    ['Mastodon', 'norte.social/@ana', 'mastodon', 'https://norte.social/@ana'],
  ])('hold a handle: %s', async (header, cell, kind, value) =>
    expect((await one(header, cell)).draft.identities).toEqual([{ kind, value }]),
  );
  it.each([
    ['Twitter', 'n/a'],
    ['Twitter', 'none'],
    ['Instagram', 'Unknown'],
    ['LinkedIn', 'Ana Prat'],
    ['LinkedIn', 'yes'],
    ['LinkedIn', 'https://www.linkedin.com/company/norte'],
    ['Mastodon', 'ana'],
    ['GitHub', 'https://evil.example/ana'],
  ])('hold no handle, which would make two people one: %s, %s', async (header, cell) => {
    const { draft, remarks } = await one(header, cell);
    expect(draft.identities).toEqual([]);
    expect(fieldOf(draft, header)).toBe(cell);
    expect(remarks).toEqual([`${header}: “${cell}” is no profile; it is kept as a field.`]);
  });
  it('with a whole name beside other parts keep both', async () => {
    const [same, other] = await draftsOf(
      'Display name,First name,Last name\nAna Prat,ana,Prat\nFront desk,Ana,Prat\n',
    );
    expect(same).toMatchObject({ name: 'Ana Prat', fields: [] });
    expect(other).toMatchObject({
      name: 'Front desk',
      fields: [{ name: 'Name in parts', value: 'Ana Prat' }],
    });
  });
  it('that are too long are cut, and it is told', async () => {
    const { draft, remarks } = await personIn(
      `Name,Story,Notes\n${'n'.repeat(300)},${'s'.repeat(3000)},${'o'.repeat(9000)}\n`,
    );
    expect(draft.name).toHaveLength(200);
    expect(fieldOf(draft, 'Story')).toHaveLength(2000);
    expect(draft.notes.map(({ text }) => text.length)).toEqual([4000, 4000, 1000]);
    expect(remarks).toHaveLength(2);
  });
});
