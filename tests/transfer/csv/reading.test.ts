// Reading a table from a file: its encoding and shape, how much is held, and stopping in the middle.
import { describe, expect, it } from 'vitest';
import { inspectCsv, readCsv } from '../../../lib/transfer/csv/read';
import { emails, file, madeOf, readAll } from './files';

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
/** Each character as the byte of its number. */
const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));

const table = 'Name,E-Mail\nJosé Müller,jose@norte.example\n';

describe('the encoding', () => {
  it.each([
    ['utf-8', file(table)],
    ['utf-8', file('\ufeff', table)],
    ['utf-16le', file(utf16(`\ufeff${table}`, true))],
    ['utf-16be', file(utf16(`\ufeff${table}`, false))],
    ['utf-16le', file(utf16(table, true))],
    ['utf-16be', file(utf16(table, false))],
    ['windows-1252', file(latin1(table))],
  ] as const)('is found: %s', async (encoding, source) => {
    const inspection = await inspectCsv(source);
    expect(inspection).toMatchObject({ encoding, header: ['Name', 'E-Mail'] });
    expect(inspection.rows).toEqual([['José Müller', 'jose@norte.example']]);
    expect(await readAll(source)).toMatchObject([{ draft: { name: 'José Müller' } }]);
  });

  it.each([
    ['windows-1251', [0xc8, 0xe2, 0xe0, 0xed], 'Иван'],
    ['shift_jis', [0x8e, 0x52, 0x93, 0x63], '山田'],
    ['macintosh', [0x4a, 0x6f, 0x73, 0x8e], 'José'],
    ['utf-8', [0x4a, 0x6f, 0x73, 0xc3, 0xa9, 0xe9, 0xe9], 'José\ufffd\ufffd'],
  ] as const)('is the one that is given: %s', async (encoding, bytes, name) => {
    const source = file('Name,Email\n', Uint8Array.from(bytes), ',a@norte.example\n');
    const given = { encoding };
    expect((await inspectCsv(source)).rows[0]?.[0]).not.toBe(name);
    const { mapping, rows, encoding: told } = await inspectCsv(source, given);
    expect([told, rows[0]?.[0]]).toEqual([encoding, name]);
    for await (const person of readCsv(source, { mapping, given }))
      expect(person).toMatchObject({ draft: { name } });
  });

  it('that is given does not keep the mark of the file in the header', async () => {
    const source = file('\ufeff', table);
    expect((await inspectCsv(source, { encoding: 'utf-8' })).header[0]).toBe('Name');
  });

  it('is found where the first letters beyond ASCII come late', async () => {
    const many = `Name,Email\n${'Ana Prat,ana@norte.example\n'.repeat(9000)}`;
    const last = async (rest: BlobPart) => (await readAll(file(many, rest))).at(-1);
    expect(await last(latin1('José,jose@norte.example'))).toMatchObject({ draft: { name: 'José' } });
    expect(await last('José,jose@norte.example')).toMatchObject({ draft: { name: 'José' } });
  });

  it('is found where a portion ends inside a letter', async () => {
    for (const before of [1, 2]) {
      const padding = 'Ana\n'.repeat(20_000).slice(0, 65_536 - 'Name\n'.length - before - 1);
      const people = await readAll(file(`Name\n${padding}\n€uro Café\n`));
      expect(people.at(-1)).toMatchObject({ draft: { name: '€uro Café' } });
    }
  });

  it('tells of characters that are lost', async () => {
    const broken = new Uint8Array([...new TextEncoder().encode('Name\nJosé\nZoë A'), 0xff, 0x0a]);
    expect(await readAll(file(broken))).toMatchObject([
      { draft: { name: 'José' }, remarks: [] },
      { draft: { name: 'Zoë A\ufffd' }, remarks: ['Characters of this row could not be read.'] },
    ]);
  });

  it('is not guessed for files that are no text', async () => {
    await expect(inspectCsv(file('PK\u0003\u0004', 'rest'))).rejects.toThrow('Save it as CSV');
    await expect(inspectCsv(file(new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0])))).rejects.toThrow('UTF-32');
  });
});

describe('the shape', () => {
  const shapeOf = async (text: string) => {
    const { delimiter, hasHeader, header, rows } = await inspectCsv(file(text));
    return { delimiter, hasHeader, header, rows };
  };
  it.each([',', ';', '\t', '|'] as const)('has cells between %j', async delimiter => {
    const text = `Name,Company,Email\n"Ruiz, Marta; the 1st",Café|Norte,marta@norte.example\n`;
    expect(await shapeOf(text.replace(/,(?! )/g, delimiter))).toMatchObject({
      delimiter,
      header: ['Name', 'Company', 'Email'],
    });
  });
  it('is what the first line of Excel says', async () => {
    expect(await shapeOf('sep=;\r\nNombre;Saldo\r\nAna;1,5\r\n')).toEqual({
      delimiter: ';',
      hasHeader: true,
      header: ['Nombre', 'Saldo'],
      rows: [['Ana', '1,5']],
    });
  });
  it('is not fooled by commas in the cells of a table with semicolons', async () => {
    const text = 'Firma;Ort;Umsatz\nNorte, Ruiz & Co;Wien, Graz;1,5\nSur, Prat & Co;Linz, Wels;2,5\n';
    expect(await shapeOf(text)).toMatchObject({ delimiter: ';', header: ['Firma', 'Ort', 'Umsatz'] });
  });
  it('has no header where the first row is somebody', async () => {
    const text =
      'Ana Prat,ana@norte.example,+34 600 555 014\nMarta Ruiz,marta@norte.example,+34 600 555 015\n';
    const people = await readAll(file(text));
    expect(await shapeOf(text)).toMatchObject({
      hasHeader: false,
      header: ['Column 1', 'Column 2', 'Column 3'],
    });
    expect(people).toMatchObject([
      { draft: { place: 1, name: 'Ana Prat', identities: [{ kind: 'email' }, { kind: 'phone' }] } },
      { draft: { place: 2, name: 'Marta Ruiz' } },
    ]);
  });
  it('has a header of unknown words above values of another kind', async () => {
    expect(await shapeOf('Kto,Adres\nAna,ana@norte.example\n')).toMatchObject({ hasHeader: true });
  });
  it('is what the user says, where that is known better', async () => {
    const text = 'Ana;Prat,Norte\nMarta;Ruiz,Sur\n';
    const given = { delimiter: ';', hasHeader: true } as const;
    expect(await inspectCsv(file(text), given)).toMatchObject({
      header: ['Ana', 'Prat,Norte'],
      hasHeader: true,
    });
  });
  it('is none in an empty file', async () => {
    for (const text of ['', '\ufeff', ' ', '\n\r\n'])
      await expect(inspectCsv(file(text))).rejects.toThrow('This file is empty.');
  });
  it('is refused where the header is', async () => {
    await expect(inspectCsv(file('x,'.repeat(100_000)))).rejects.toThrow('more than 512 columns');
    await expect(inspectCsv(file(`"${'x'.repeat(3_000_000)}"`))).rejects.toThrow('The header can’t be read.');
  });
  it('says how many rows there are, or nearly', async () => {
    const text = (rows: number) => `Name\n${'Ana Prat\n'.repeat(rows)}`;
    expect(await inspectCsv(file(text(30)))).toMatchObject({ rowCount: 30, isCounted: true });
    const { rowCount, isCounted } = await inspectCsv(file(text(100_000)));
    expect(isCounted).toBe(false);
    expect(Math.abs(rowCount - 100_000)).toBeLessThan(100);
  });
});

const mappingOf = async (text: string) => (await inspectCsv(file(text))).mapping;

describe('a large file', () => {
  const header = 'Name,Email\n';
  const row = 'Ana Prat,ana@norte.example\n';
  const chunk = row.repeat(2000);

  it('is looked at without being read', async () => {
    const source = madeOf(
      function* () {
        yield header;
        for (;;) yield chunk;
      },
      2 * 1024 ** 3,
    );
    const { rowCount, isCounted } = await inspectCsv(source);
    expect(isCounted).toBe(false);
    expect(rowCount).toBeGreaterThan((0.9 * 2 * 1024 ** 3) / row.length);
    expect(source.asked()).toBeLessThan(1024 * 1024);
  });

  it('is read as it is asked for, a portion at a time', async () => {
    const source = madeOf(function* () {
      yield header;
      for (;;) yield chunk;
    });
    let read = 0;
    for await (const _person of readCsv(source, { mapping: await mappingOf(header + row) })) {
      read += row.length;
      // Never more than a portion and a piece are waiting to be read.
      expect(source.asked() - read).toBeLessThan(65_536 * 2 + chunk.length);
      if (read > 1024 * 1024) break;
    }
  });

  it('is stopped at once, with the reason that was given', async () => {
    const stop = new AbortController();
    const source = madeOf(function* () {
      yield header;
      for (;;) yield chunk;
    });
    const reason = new Error('Enough.');
    const mapping = await mappingOf(header + row);
    let people = 0;
    const reading = (async () => {
      for await (const _person of readCsv(source, { mapping, signal: stop.signal }))
        if (++people === 10) stop.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    expect(people).toBe(10);
  });

  it('is stopped while it waits for its next bytes', async () => {
    const stop = new AbortController();
    const silent = {
      size: 1,
      stream: () => new ReadableStream({ pull: () => void stop.abort(new Error('Enough.')) }),
    };
    const mapping = await mappingOf(header + row);
    await expect(readCsv(silent, { mapping, signal: stop.signal }).next()).rejects.toThrow('Enough.');
  });

  it('of one line is passed over, and who comes behind it is read', async () => {
    const line = 'x'.repeat(1024 * 1024);
    const source = madeOf(function* () {
      yield header;
      for (let times = 0; times < 100; times++) yield line;
      yield `\n${row}`;
    });
    const people = [];
    for await (const person of readCsv(source, { mapping: await mappingOf(header + row) }))
      people.push(person);
    expect(people).toMatchObject([
      { place: 2, refused: 'This row is longer than 1 MB.' },
      { draft: { place: 3, name: 'Ana Prat' } },
    ]);
  });

  it('of zeros is passed over too', async () => {
    const source = madeOf(function* () {
      yield `${header}${row}`;
      for (let times = 0; times < 20; times++) yield '\0'.repeat(1024 * 1024);
    });
    const people = [];
    for await (const person of readCsv(source, { mapping: await mappingOf(header + row) }))
      people.push(person);
    expect(people).toMatchObject([
      { draft: { name: 'Ana Prat' } },
      { place: 3, refused: expect.any(String) },
    ]);
  });
});

describe('rows', () => {
  it('say the line in the file on which they begin', async () => {
    const people = await readAll(file('Name,Notes\nAna,"a\nb"\n\nMarta,c\n,\n,only a note\n'));
    expect(people.map(person => ('draft' in person ? person.draft.place : person.place))).toEqual([2, 5, 7]);
    expect(people.at(-1)).toEqual({ place: 7, refused: 'This row has no name, no address and no company.' });
  });
  it('with more cells than the header keep them', async () => {
    const [person] = await readAll(file('Name,Email\nAna,ana@norte.example,,more\n'));
    expect(person).toMatchObject({
      draft: { fields: [{ name: 'Column 4', value: 'more' }] },
      remarks: [expect.stringContaining('more cells')],
    });
  });
  it('lose control characters, and it is told', async () => {
    const [person] = await readAll(file('Name,Email\nA\0na\u0007,ana@norte.example\n'));
    expect(person).toMatchObject({ draft: { name: 'Ana' }, remarks: ['Control characters are left out.'] });
  });
  it('can’t bring in what belongs to every object', async () => {
    const [person] = await readAll(file('Name,__proto__,constructor\nAna,x,y\n'));
    expect(person).toMatchObject({
      draft: {
        fields: [
          { name: '__proto__', value: 'x' },
          { name: 'constructor', value: 'y' },
        ],
      },
    });
    expect(Object.prototype).not.toHaveProperty('x');
  });
  it('with several people’s worth of odd addresses keep each text', async () => {
    const [person] = await readAll(
      file('Name,Email\nAna,"ana@norte.example; Ana P <ana.p@norte.example>, not an address"\n'),
    );
    if (!person || !('draft' in person)) throw new Error('refused');
    expect(emails(person.draft)).toEqual(['ana@norte.example', 'ana.p@norte.example']);
    expect(person.draft.fields).toEqual([{ name: 'Email', value: 'not an address' }]);
    expect(person.remarks).toEqual(['Email: “not an address” is no e-mail address; it is kept as a field.']);
  });
});
