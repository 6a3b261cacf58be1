// What a card says, as what Regulars keeps of a person.
import { describe, expect, it } from 'vitest';
import { card, known, onePerson } from './people';

describe('a name', () => {
  const composed = async (...lines: string[]) => (await onePerson(card('4.0', ...lines))).draft.name;
  it.each([
    ['N:Prat;Ana;Maria,Rosa;Dr.;Jr.,M.D.', 'Dr. Ana Maria Rosa Prat Jr. M.D.'],
    ['N:山田;太郎;;;', '山田太郎'],
    ['N:김;민준;;;', '김민준'],
    ['N;LANGUAGE=hu:Nagy;Éva;;Dr.;', 'Dr. Nagy Éva'],
    ['N;LANGUAGE=ja:Yamada;Tarō;;;', 'Yamada Tarō'],
    ['N;LANGUAGE=en:Yamada;Taro;;;', 'Taro Yamada'],
    ['N:Ruiz,Soler;Marta;;;;Soler;', 'Marta Ruiz Soler'],
    ['N:;Ana;;;', 'Ana'],
  ])('is composed of its parts: %s', async (line, name) => {
    expect(await composed(line)).toBe(name);
    expect(await composed('FN: ', line)).toBe(name);
  });
  it('is what FN says, and what N says more is kept', async () => {
    const { draft } = await known('N:Prat;Ana;;Dr.;', 'FN;LANGUAGE=ca:Ana Prat', 'FN:Anna P.');
    expect(draft.name).toBe('Ana Prat');
    expect(draft.fields).toEqual([
      { name: 'Other name', value: 'Anna P.' },
      { name: 'Other name', value: 'Dr. Ana Prat' },
    ]);
  });
  it('is in one line without control characters', async () => {
    expect(await composed('FN:\u0000Ana\\nPrat\u0007\u0085')).toBe('Ana Prat');
  });
  it('is the nickname where nothing else is said', async () => {
    expect((await onePerson(card('3.0', 'NICKNAME:Gaviota'))).draft).toMatchObject({
      name: 'Gaviota',
      callName: 'Gaviota',
    });
  });
  it('is cut between characters, and told', async () => {
    const { draft, remarks } = await onePerson(card('4.0', `FN:${'a'.repeat(199)}🦆b`));
    expect(draft.name).toBe('a'.repeat(199));
    expect(remarks).toEqual([`The name “${'a'.repeat(60)}…” was cut short after 200 characters.`]);
  });
});

describe('ways to reach somebody', () => {
  const identities = async (...lines: string[]) => (await known(...lines)).draft.identities;
  it.each([
    ['EMAIL:mailto:ana@n.example', { kind: 'email', value: 'ana@n.example' }],
    [
      'TEL;VALUE=uri;TYPE=cell:tel:+1-418-656-9254;ext=102',
      { kind: 'phone', value: '+1-418-656-9254 ext. 102', label: 'cell' },
    ],
    ['TEL;TYPE=fax,voice:+34600555014', { kind: 'phone', value: '+34600555014', label: 'fax' }],
    ['URL:https://ana.example/me', { kind: 'web', value: 'https://ana.example/me' }],
    ['URL:www.ana.example', { kind: 'web', value: 'www.ana.example' }],
    [
      'URL;TYPE=work:https://es.linkedin.com/in/ana-prat/',
      { kind: 'linkedin', value: 'ana-prat', label: 'work' },
    ],
    ['X-SOCIALPROFILE;TYPE=twitter:http://www.twitter.com/ana', { kind: 'x', value: 'ana' }],
    ['X-SOCIALPROFILE;TYPE=GitHub;x-user=ana:x-apple:ana', { kind: 'github', value: 'ana' }],
    ['SOCIALPROFILE;SERVICE-TYPE=GitHub;VALUE=text:ana', { kind: 'github', value: 'ana' }],
    [
      'SOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME="@ana":https://norte.social/@ana',
      { kind: 'mastodon', value: 'https://norte.social/@ana' },
    ],
    [
      'SOCIALPROFILE;SERVICE-TYPE=Mastodon;VALUE=text:@ana@norte.social',
      { kind: 'mastodon', value: 'https://norte.social/@ana' },
    ],
    [
      'X-SOCIALPROFILE;TYPE=facebook:https://facebook.com/ana',
      { kind: 'web', value: 'https://facebook.com/ana' },
    ],
    ['IMPP;X-SERVICE-TYPE=Twitter:twitter:ana', { kind: 'x', value: 'ana' }],
    ['X-TWITTER:ana', { kind: 'x', value: 'ana' }],
    ['URL:https://www.youtube.com/channel/UCabc', { kind: 'youtube', value: 'UCabc', id: 'UCabc' }],
  ])('%s', async (line, identity) => expect(await identities(line)).toEqual([identity]));

  it('are one where they are the same', async () => {
    expect(
      await identities('URL:https://x.com/ana', 'X-TWITTER:@Ana', 'EMAIL:A@n.example', 'EMAIL:a@n.example'),
    ).toHaveLength(2);
  });

  it.each([
    ['EMAIL:nobody', { name: 'Email', value: 'nobody' }],
    ['TEL;TYPE=home:Ask Eva', { name: 'Phone (home)', value: 'Ask Eva' }],
    ['TEL;TYPE=work,fax:+34 900 555 000', { name: 'Fax (work fax)', value: '+34 900 555 000' }],
    ['URL;TYPE=work:https://norte.example', { name: 'Website (work)', value: 'https://norte.example' }],
    ['IMPP:xmpp:ana@n.example', { name: 'xmpp', value: 'ana@n.example' }],
    ['X-SKYPE-USERNAME:ana', { name: 'Skype', value: 'ana' }],
  ])('are fields where they are of an office, or of a kind that is not known: %s', async (line, field) => {
    expect((await known(line)).draft).toMatchObject({ identities: [], fields: [field] });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:\\nx', 'file:///etc/passwd'])(
    'are no scripts: %s',
    async address => {
      const { draft, remarks } = await known(`URL:${address}`);
      expect([draft.identities, draft.fields]).toEqual([[], []]);
      expect(remarks[0]).toContain('Left out, since it is no address of the web');
    },
  );

  it('are fifty, and the others are told', async () => {
    const { draft, remarks } = await known(
      ...Array.from({ length: 51 }, (_, at) => `EMAIL:a${at}@n.example`),
    );
    expect(draft.identities).toHaveLength(50);
    expect(remarks).toEqual(['Left out, since 50 addresses are there: “a50@n.example”.']);
  });
});

describe('other values', () => {
  it('have their place', async () => {
    const { draft, remarks } = await known(
      'UID:urn:uuid:8b574c60-fd7f-4e99-b584-c5db131ae687',
      'ORG:Norte Café;Kitchen;Bar',
      'TITLE:Owner',
      'TITLE:Buyer',
      'NICKNAME:Ani,Anita',
      'CATEGORIES:Regular,a\\,b,Regular',
      'TZ:Europe/Madrid',
      'LANG;PREF=2:en',
      'LANG;PREF=1:ca',
      'REV:20210314T092838Z',
      'CREATED:2020-03-14T10:28:38+01:00',
      'NOTE;CREATED=20200101T000000Z:First',
      'NOTE:Second',
    );
    expect(draft).toEqual({
      place: 1,
      id: '8b574c60-fd7f-4e99-b584-c5db131ae687',
      name: 'Ana Prat',
      callName: 'Ani',
      company: 'Norte Café',
      title: 'Owner',
      timeZone: 'Europe/Madrid',
      language: 'ca',
      createdAt: Date.UTC(2020, 2, 14, 9, 28, 38),
      identities: [],
      tags: ['Regular', 'a,b'],
      notes: [{ text: 'First', at: Date.UTC(2020, 0, 1) }, { text: 'Second' }],
      fields: [
        { name: 'Department', value: 'Kitchen, Bar' },
        { name: 'Title', value: 'Buyer' },
        { name: 'Nickname', value: 'Anita' },
        { name: 'Other language', value: 'en' },
      ],
    });
    expect(remarks).toEqual([]);
  });

  it.each([
    ['BDAY:19600910', 'Birthday', '1960-09-10'],
    ['BDAY:--0203', 'Birthday', '--02-03'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03', 'Birthday', '--02-03'],
    ['BDAY;VALUE=text:circa 1800', 'Birthday', 'circa 1800'],
    ['BDAY:1953-10-15T00:00:00Z', 'Birthday', '1953-10-15'],
    ['ANNIVERSARY:20090808T1430-0500', 'Anniversary', '2009-08-08 1430-0500'],
    ['GENDER:F', 'Gender', 'female'],
    ['GENDER:O;intersex', 'Gender', 'intersex'],
    [
      'ADR;TYPE=home:;;Calle 1\\nPiso 2;Vigo;;36201;España',
      'Address (home)',
      'Calle 1, Piso 2, Vigo, 36201, España',
    ],
    ['RELATED;TYPE=spouse;VALUE=text:Jon', 'spouse', 'Jon'],
    ['TZ:-0500', 'Time zone', '-0500'],
  ])('are fields by the name that people know: %s', async (line, name, value) => {
    expect((await known(line)).draft.fields).toEqual([{ name, value }]);
  });

  it.each(['20211332T000000Z', '2021-02-30T00:00:00Z', '19691231T235959Z', 'yesterday', '9'.repeat(1000)])(
    'are no times when they are none since 1970: %s',
    async text => {
      const { draft, remarks } = await known(`REV:${text}`);
      expect([draft.createdAt, remarks.length]).toEqual([undefined, 1]);
    },
  );

  it('are named where nothing is made of them', async () => {
    const { draft, remarks } = await known(
      'X-ETAG:1',
      'CALURI:http://c.example',
      'LOGO:http://t.example/spy.png',
    );
    expect(draft.fields).toEqual([]);
    expect(remarks).toEqual(['Data was left out: LOGO.', 'Left out: X-ETAG, CALURI.']);
  });

  it('of a long note nothing is lost', async () => {
    const text = `${'ñ'.repeat(3999)}🦆${'x'.repeat(4000)}`;
    const { draft, remarks } = await known(`NOTE:${text}`);
    expect(draft.notes.map(note => note.text).join('')).toBe(text);
    expect(draft.notes).toHaveLength(3);
    expect(remarks).toEqual(['A long note was divided.']);
  });
});
