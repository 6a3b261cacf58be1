// Reading files as programs write them: versions, folding, encodings, and what stands beside the cards.
import { describe, expect, it } from 'vitest';
import { looksLikeVcard, readVcards } from '../../../lib/transfer/vcard/read';
import { bytes, card, everyone, known, onePerson } from './people';

const nameIn = async (...parts: BlobPart[]) => (await onePerson(...parts)).draft.name;
const noteIn = async (...parts: BlobPart[]) => (await onePerson(...parts)).draft.notes[0]?.text;

describe('lines', () => {
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Prat i', '  Solé', 'END:VCARD', ''];
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
  ])('may end with %s', async (_name, end) => {
    expect(await nameIn(lines.join(end))).toBe('Ana Prat i Solé');
  });
  it('may be folded by a tab, and in the middle of a parameter', async () => {
    expect((await known('EMA', '\tIL;TY', ' PE=work:ana@n', ' orte.example')).draft.identities).toEqual([
      { kind: 'email', value: 'ana@norte.example', label: 'work' },
    ]);
  });
  it('may be folded inside of a character', async () => {
    const encoded = new TextEncoder().encode('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Søren\r\nEND:VCARD\r\n');
    const at = encoded.indexOf(0xc3) + 1;
    expect(await nameIn(encoded.slice(0, at), '\r\n ', encoded.slice(at))).toBe('Søren');
  });
  it('keep the blank that they are folded at in 2.1, and lose it later', async () => {
    const folded = ['NOTE:one', ' two'];
    expect(await noteIn(card('2.1', 'FN:Ana', ...folded))).toBe('one two');
    expect(await noteIn(card('3.0', 'FN:Ana', ...folded))).toBe('onetwo');
  });
  it('need no end at the end of the file', async () => {
    expect(await nameIn('BEGIN:VCARD\nFN:Ana\nEND:VCARD')).toBe('Ana');
  });
  it('may be cut anywhere into the portions in which a file is read', async () => {
    const many = card('3.0', 'FN:Ana Solé', `NOTE:${'ñ'.repeat(30)}`).repeat(3000);
    const people = await everyone(many);
    expect(people).toHaveLength(3000);
    const said = new Set(
      people.map(one => JSON.stringify({ ...one, draft: 'draft' in one && { ...one.draft, place: 0 } })),
    );
    expect(said.size).toBe(1);
  });
});

describe('character sets', () => {
  const utf16 = (text: string, isBig: boolean) =>
    bytes(
      [...text]
        .map(letter => {
          const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255];
          return String.fromCharCode(...(isBig ? [high, low] : [low, high]));
        })
        .join(''),
    );
  const text = card('3.0', 'FN:Łukasz 山');
  it.each([
    ['UTF-8 with a mark', `\uFEFF${text}`],
    ['UTF-8 with a mark before each card', `\uFEFF${text.replace('FN', 'X-A:1\r\nFN')}`],
    ['UTF-16, little end first', utf16(`\uFEFF${text}`, false)],
    ['UTF-16, big end first', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 without a mark', utf16(text, false)],
    ['UTF-16 without a mark, big end first', utf16(text, true)],
  ])('%s', async (_name, file) => {
    expect(await nameIn(file)).toBe('Łukasz 山');
    expect(looksLikeVcard(await new Blob([file]).text())).toBe(true);
  });

  it('marks between cards that were put together are no text', async () => {
    expect(await everyone(`\uFEFF${text}`, `\uFEFF${text}`)).toHaveLength(2);
  });
  it('what is not UTF-8 is Windows-1252, line by line', async () => {
    const { draft } = await onePerson(bytes(card('3.0', 'FN:Jos\xe9 \x80', 'TITLE:Caf\xc3\xa9')));
    expect(draft).toMatchObject({ name: 'José €', title: 'Café' });
  });
  it('a card may name its own', async () => {
    const file = card(
      '2.1',
      'FN;CHARSET=ISO-8859-2:\xa3ukasz',
      'NOTE;CHARSET=SHIFT_JIS;QUOTED-PRINTABLE:=8E=52=93=63',
    );
    const { draft } = await onePerson(bytes(file));
    expect(draft).toMatchObject({ name: 'Łukasz', notes: [{ text: '山田' }] });
  });
  it('one that nobody knows is told', async () => {
    const { remarks } = await onePerson(card('2.1', 'FN;CHARSET=UTF-9;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9'));
    expect(remarks).toEqual(['The character set UTF-9 is not known.']);
  });
});

describe('vCard 2.1', () => {
  it('has quoted-printable with soft breaks, in the middle of a character too', async () => {
    const lines = [
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=',
      '=A9 =3D two=0D=0A=',
      'lines; and =3B:',
    ];
    expect(await noteIn(card('2.1', 'FN:Ana', ...lines))).toBe('Café = two\nlines; and ;:');
  });
  it('loses nothing where a soft break is the last thing said', async () => {
    expect(await everyone(card('2.1', 'FN;QUOTED-PRINTABLE:Ana=').repeat(2))).toHaveLength(2);
    expect((await onePerson(card('2.1', 'FN;QUOTED-PRINTABLE:Ana=', '', 'TITLE:Owner'))).draft.title).toBe(
      'Owner',
    );
  });
  it('has bare parameters', async () => {
    const { draft } = await onePerson(card('2.1', 'FN:Ana', 'TEL;WORK;VOICE:+34 600 555 014'));
    expect(draft.identities).toEqual([{ kind: 'phone', value: '+34 600 555 014', label: 'work' }]);
  });
  it.each([
    ['with blanks', '  '],
    ['without', ''],
  ])('has photos in BASE64, folded %s, of which nothing is kept', async (_name, indent) => {
    const photo = ['PHOTO;JPEG;BASE64:', `${indent}AAAA`, `${indent}BBBB==`, ''];
    const { draft, remarks } = await onePerson(card('2.1', 'FN:Ana', ...photo, 'TITLE:Owner'));
    expect(draft).toMatchObject({ title: 'Owner' });
    expect(remarks).toEqual(['A photo was left out.']);
    expect(JSON.stringify(draft)).not.toMatch(/AAAA|BBBB/);
  });
  it('has text in BASE64', async () => {
    expect(await noteIn(card('2.1', 'FN:Ana', 'NOTE;BASE64:Q2Fmw6k='))).toBe('Café');
  });
  it('separates nothing by commas, and knows no line ends by letters', async () => {
    const { draft } = await onePerson(card('2.1', 'N:Prat, Solé;Ana', 'ORG:Norte; a\\;b', 'NOTE:C:\\new'));
    expect(draft).toMatchObject({ name: 'Ana Prat, Solé', company: 'Norte', notes: [{ text: 'C:\\new' }] });
    expect(draft.fields).toEqual([{ name: 'Department', value: 'a;b' }]);
  });
  it('has cards of assistants in cards, whose words are not those of their boss', async () => {
    const agent = [
      'AGENT:',
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN:Susan',
      'EMAIL:s@n.example',
      'TITLE:Aide',
      'END:VCARD',
    ];
    const { draft, remarks } = await onePerson(card('2.1', 'FN:Ana', ...agent, 'TITLE:Owner'));
    expect(draft).toMatchObject({ name: 'Ana', title: 'Owner', identities: [] });
    expect(draft.fields).toEqual([{ name: 'Assistant', value: 'Susan, s@n.example' }]);
    expect(remarks).toEqual(['Of the card of an assistant, name, address and number were kept.']);
  });
});

describe('vCard 3.0 and 4.0', () => {
  it('have escapes', async () => {
    expect((await known('NOTE:a\\, b\\; c\\nd\\\\n\\N e\\x')).draft.notes).toEqual([
      { text: 'a, b; c\nd\\n\n e\\x' },
    ]);
  });
  it('have parameters in quotes, and encoded by RFC 6868', async () => {
    const { draft } = await known(
      'EMAIL;X-A="a;b:c,d";TYPE="home,pref":a@n.example',
      "X-REGULARS-FIELD;X-NAME=^'a^'^n^^b:1",
    );
    expect(draft.identities).toEqual([{ kind: 'email', value: 'a@n.example', label: 'home' }]);
    expect(draft.fields).toEqual([{ name: '"a" ^b', value: '1' }]);
  });
  it('may have quotes that don’t match', async () => {
    expect((await known('TITLE;X-A="a:Owner')).draft.title).toBe('Owner');
  });
  it('have labels for groups', async () => {
    const { draft } = await known(
      'item1.EMAIL:a@n.example',
      'ITEM1.X-ABLabel:_$!<Assistant>!$_',
      'a.b.TEL:+34600555014',
    );
    expect(draft.identities).toEqual([
      { kind: 'email', value: 'a@n.example', label: 'Assistant' },
      { kind: 'phone', value: '+34600555014' },
    ]);
  });
  it('say by ALTID the same in several ways, of which the preferred one counts', async () => {
    const { draft, remarks } = await known('TITLE;ALTID=1;LANGUAGE=fr:Patron', 'TITLE;ALTID=1;PREF=1:Boss');
    expect(draft).toMatchObject({ title: 'Boss', fields: [] });
    expect(remarks).toEqual(['Another way of saying TITLE was left out.']);
  });
  it('say by PREF which is the best', async () => {
    const { draft } = await known(
      'EMAIL;PREF=2:b@n.example',
      'TEL:+34600555014',
      'EMAIL:c@n.example',
      'EMAIL;PREF=1:a@n.example',
    );
    expect(draft.identities.map(({ value }) => value)).toEqual([
      'a@n.example',
      '+34600555014',
      'b@n.example',
      'c@n.example',
    ]);
  });
  it('have cards of assistants as their text', async () => {
    const { draft } = await onePerson(
      card('3.0', 'FN:Ana', 'AGENT:BEGIN:VCARD\\nFN:Susan\\nTEL:+1\\nEND:VCARD\\n'),
    );
    expect(draft).toMatchObject({ name: 'Ana', fields: [{ name: 'Assistant', value: 'Susan, +1' }] });
  });
});

describe('what stands beside the people', () => {
  it('is refused where it is nobody, each with its reason and place', async () => {
    const file = [
      card('4.0', 'KIND:group', 'FN:Team', 'MEMBER:urn:uuid:1'),
      card('3.0', 'X-ADDRESSBOOKSERVER-KIND:group', 'FN:Team'),
      card('4.0', 'NOTE:Who?'),
      card('4.0', 'EMAIL:ana@n.example'),
      'FN:Lost\r\nNOTE:lost\r\n',
      card('4.0', 'KIND:location', 'FN:Norte'),
    ].join('');
    expect((await everyone(file)).map(person => ('refused' in person ? person : person.draft.place))).toEqual(
      [
        { place: 1, refused: 'This card is a group, not a person.' },
        { place: 2, refused: 'This card is a group, not a person.' },
        { place: 3, refused: 'This card has neither a name nor an address.' },
        4,
        { place: 5, refused: 'What begins on line 20 belongs to no card.' },
        { place: 6, refused: 'This card is a place, not a person.' },
      ],
    );
  });
  it('an organisation is somebody to write to', async () => {
    const { draft, remarks } = await known('KIND:org');
    expect([draft.name, remarks]).toEqual(['Ana Prat', ['This card is an organisation.']]);
  });
  it('a card without an end is read, and told', async () => {
    const [one, other] = await everyone('BEGIN:VCARD\r\nFN:Ana\r\n', card('3.0', 'FN:Eva'));
    expect(one).toMatchObject({
      draft: { name: 'Ana' },
      remarks: ['This card has no end; something of it may be missing.'],
    });
    expect(other).toMatchObject({ draft: { name: 'Eva' }, remarks: [] });
  });
  it('a line that says nothing is told', async () => {
    expect((await known('no property', ';:x')).remarks).toEqual([
      'Line 4 can’t be read and was left out.',
      'Line 5 can’t be read and was left out.',
    ]);
  });
  it.each(['', 'Name;Email\r\nAna;a@n.example', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', '<vcards/>'])(
    'a file without a card is none: %j',
    async file => expect(everyone(file)).rejects.toThrow('There is no vCard in this file.'),
  );
  it('is told apart by the beginning of a file', () => {
    for (const head of ['BEGIN:VCARD\r\nVERSION:3.0', '\uFEFF\n begin:vcard\n', 'BEGIN:vCard'])
      expect(looksLikeVcard(head)).toBe(true);
    for (const head of ['', 'Name,BEGIN:VCARD', 'BEGIN:VCALENDAR\r\n', '<vcards>', 'BEGIN:VCARDS\n'])
      expect(looksLikeVcard(head)).toBe(false);
  });
});

describe('reading', () => {
  it('ends when it is called off, before the next person', async () => {
    const calledOff = new AbortController();
    const people = readVcards(new Blob([card('3.0', 'FN:Ana').repeat(5000)]), { signal: calledOff.signal });
    expect((await people.next()).done).toBe(false);
    calledOff.abort(new Error('Enough.'));
    await expect(people.next()).rejects.toThrow('Enough.');
  });
});
