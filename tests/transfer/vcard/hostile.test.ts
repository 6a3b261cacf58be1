// Hostile files: bounded in memory, linear in time, each refusal with its place.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personDraftSchema } from '../../../lib/model/person-draft';
import { readVcards } from '../../../lib/transfer/vcard/read';
import { card, everyone, known, onePerson } from './people';

const megabyte = 1024 * 1024;
const times = (count: number, text: string) => text.repeat(count);
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** A file that says one thing again and again, without taking the memory for it. */
class Repeated extends Blob {
  constructor(
    private readonly unit: Blob,
    private readonly count: number,
  ) {
    super();
  }

  override get size(): number {
    return this.unit.size * this.count;
  }

  /** Within one repetition. */
  override slice(start = 0, end = this.size): Blob {
    const from = start % this.unit.size;
    return this.unit.slice(from, from + end - start);
  }
}

const begin = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n';

describe('what never ends', () => {
  it.each([
    ['a value', `NOTE:${times(2 * megabyte, 'x')}\r\n`],
    ['folding', `NOTE:x\r\n${times(megabyte, ' x\r\n')}`],
    ['folding that adds nothing', `NOTE:x\r\n${times(megabyte + 1, ' \r\n')}`],
    [
      'a soft break',
      `NOTE;ENCODING=QUOTED-PRINTABLE:x\r\n${times(megabyte, 'x=\r\n')}\r\n`.replace(':x\r\n', ':x=\r\n'),
    ],
    ['a head', `NOTE;X=${times(2 * megabyte, 'x')}:y\r\n`],
  ])('%s is refused with its place, and the next person is read', async (_name, lines) => {
    expect(await everyone(begin, lines, 'END:VCARD\r\n', card('3.0', 'FN:Eva'))).toMatchObject([
      { place: 1, refused: 'What begins on line 4 goes on for more than 1 MB.' },
      { draft: { place: 2, name: 'Eva' } },
    ]);
  });

  it('a name of half a megabyte is cut, and so is the remark on it', async () => {
    const { draft, remarks } = await onePerson(card('4.0', `FN:${times(megabyte / 2, 'ñ').slice(0, -10)}`));
    expect(draft.name).toBe(times(200, 'ñ'));
    expect(remarks).toEqual([`The name “${times(60, 'ñ')}…” was cut short after 200 characters.`]);
  });

  it('a card of many large values is refused', async () => {
    const note = `NOTE:${times(megabyte - 10, 'x')}`;
    expect(await everyone(card('4.0', 'FN:Ana', note, note, note, note, note))).toEqual([
      { place: 1, refused: 'This card is larger than 4 MB without its photos.' },
    ]);
  });
});

describe('photos', () => {
  it.each([
    ['in one line', `PHOTO;ENCODING=b:${times(3 * megabyte, 'A')}\r\n`],
    ['folded', `PHOTO;ENCODING=b:\r\n${times(50_000, ` ${times(70, 'A')}\r\n`)}`],
    ['as an address', `PHOTO:data:image/svg+xml,${times(3 * megabyte, 'A')}\r\n`],
    ['that are not called so', `X-PICTURE;ENCODING=b:${times(3 * megabyte, 'A')}\r\n`],
  ])('are left out however large: %s', async (_name, lines) => {
    const { draft, remarks } = await onePerson(begin, lines, 'TITLE:Owner\r\nEND:VCARD\r\n');
    expect(draft).toEqual({
      place: 1,
      name: 'Ana',
      title: 'Owner',
      identities: [],
      tags: [],
      notes: [],
      fields: [],
    });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(/left out/);
  });

  it('of many, nothing is kept while the file is read', async () => {
    const [head, foot] = [`${begin}PHOTO;ENCODING=b:`, '\r\nEND:VCARD\r\n'];
    const photo = times(2 * megabyte - head.length - foot.length, 'A');
    const kept: number[] = [];
    let people = 0;
    for await (const person of readVcards(new Repeated(new Blob([head, photo, foot]), 60))) {
      expect(person).toMatchObject({ draft: { name: 'Ana' }, remarks: ['A photo was left out.'] });
      if (people++ % 10 > 0) continue;
      // The second time waits for what the first one found.
      collectGarbage();
      collectGarbage();
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      kept.push(arrayBuffers + heapUsed);
    }
    expect(people).toBe(60);
    expect(Math.max(...kept) - Math.min(...kept)).toBeLessThan(4 * megabyte);
  }, 30_000);
});

describe('too many', () => {
  it('groups are read up to the bound, and told', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `g${at}.EMAIL:a${at}@n.example\r\ng${at}.X-ABLabel:l${at}\r\n`,
    );
    const { draft, remarks } = await onePerson(begin, ...lines, 'END:VCARD\r\n');
    expect(draft.identities).toHaveLength(50);
    expect(remarks[0]).toBe('Of its 20002 properties the first 2000 were read.');
    expect(remarks.at(-1)).toMatch(/^And \d+ more remarks\.$/);
    expect(remarks).toHaveLength(101);
  });

  const agents = (depth: number) =>
    `${begin}${times(depth, `AGENT:\r\n${begin}`)}${times(depth + 1, 'END:VCARD\r\n')}`;
  it('cards in cards are one person up to twenty deep', async () => {
    const { draft, remarks } = await onePerson(agents(20));
    expect(draft).toMatchObject({ name: 'Ana', fields: [{ name: 'Assistant', value: 'Ana' }] });
    expect(remarks).toContain('A card within the card of an assistant was left out.');
  });
  it.each([21, 50_000])('are refused beyond: %i', async depth => {
    expect(await everyone(agents(depth), card('3.0', 'FN:Eva'))).toMatchObject([
      { place: 1, refused: 'Cards stand in cards, more than 20 deep.' },
      { draft: { place: 2, name: 'Eva' } },
    ]);
  });
  it('assistants beside one another are bounded too', async () => {
    const { draft } = await onePerson(begin, times(5000, `AGENT:\r\n${begin}END:VCARD\r\n`), 'END:VCARD\r\n');
    expect(draft.fields).toEqual([{ name: 'Assistant', value: 'Ana' }]);
  });
  it('cards without an end are each one person', async () => {
    const people = await everyone(times(20_000, begin));
    expect(people).toHaveLength(20_000);
  });
});

describe('names of the language itself', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'are words like others: %s',
    async word => {
      const { draft } = await known(
        `${word}:x`,
        `${word}.TITLE;${word}=x:Owner`,
        `${word}.X-ABLabel:${word}`,
        `NICKNAME:${word}`,
        `CATEGORIES:${word}`,
        `X-REGULARS-FIELD;X-NAME=${word}:${word}`,
        `X-${word}:x`,
        `X-REGULARS-STAGE:${word}`,
        `X-REGULARS-STYLE:${word}`,
        `SOCIALPROFILE;SERVICE-TYPE=${word}:${word}`,
        `KIND:${word}`,
        `UID:${word}`,
      );
      expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
      expect(draft).toEqual({
        place: 1,
        id: word,
        name: 'Ana Prat',
        title: 'Owner',
        callName: word,
        tags: [word],
        identities: [],
        notes: [],
        fields: [{ name: word, value: word }],
      });
      expect(Object.keys({})).toEqual([]);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    },
  );
});

describe('any file at all', () => {
  const words = [
    'BEGIN:VCARD',
    'END:VCARD',
    'VERSION:2.1',
    'VERSION:4.0',
    'AGENT:',
    'FN',
    'N',
    'TEL',
    'EMAIL',
    'ADR',
    'ORG',
  ];
  const more = [
    'PHOTO',
    'BDAY',
    'NOTE',
    'URL',
    'X-ABLabel',
    '\r\n',
    '\n',
    '\r',
    ' ',
    '\t',
    ':',
    ';',
    ',',
    '=',
    '"',
    '\\',
    '^n',
  ];
  const signs = [
    ';TYPE=',
    ';ENCODING=QUOTED-PRINTABLE',
    ';BASE64',
    ';CHARSET=UTF-16',
    ';PREF=1',
    ';ALTID=1',
    '=C3',
    '__proto__',
  ];
  const text = fc.array(
    fc.oneof(fc.constantFrom(...words, ...more, ...signs), fc.string({ unit: 'binary', maxLength: 8 })),
    { maxLength: 80 },
  );

  it('gives people who fit the model, or reasons', async () => {
    await fc.assert(
      fc.asyncProperty(text, async pieces => {
        for (const person of await everyone(`BEGIN:VCARD\nFN:Ana\n${pieces.join('')}`)) {
          if ('draft' in person) personDraftSchema.parse(person.draft);
          else expect(person.refused).toMatch(/\.$/);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('of bytes that are no text too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async noise => {
        for (const person of await everyone(begin, new Uint8Array(noise), '\r\nEND:VCARD'))
          if ('draft' in person) personDraftSchema.parse(person.draft);
      }),
    );
  });
});

describe('time', () => {
  /** Milliseconds of this process’s work, whatever else the machine does, for the fastest of three. */
  const cost = async (file: string) => {
    const blob = new Blob([file]);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = process.cpuUsage();
      for await (const _person of readVcards(blob));
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, (user + system) / 1000);
    }
    return best;
  };
  const value = (line: (count: number) => string) => (size: number) =>
    `${begin}${line(size)}\r\nEND:VCARD\r\n`;

  it.each<[string, (size: number) => string]>([
    ['cards', size => times(size / 50, card('3.0', 'FN:Ana', 'EMAIL:a@n.example'))],
    ['folds', value(size => `NOTE:x${times(size / 8, '\r\n x')}`)],
    ['backslashes', value(size => `NOTE:${times(size, '\\')}`)],
    ['semicolons', value(size => `ADR:${times(size, ';')}`)],
    ['commas', value(size => `CATEGORIES:${times(size, 'a,')}`)],
    ['quotes', value(size => `TITLE;X=${times(size, '"')}:Owner`)],
    ['parameters', value(size => `TITLE${times(size / 4, ';X=1')}:Owner`)],
    ['types', value(size => `TEL;TYPE=${times(size / 2, 'a,')}:+34600555014`)],
    ['slashes of a web address', value(size => `URL:https://${times(size, '/')}x`)],
    ['slashes of an account', value(size => `X-TWITTER:${times(size, '/')}x`)],
    ['at signs', value(size => `SOCIALPROFILE;SERVICE-TYPE=Mastodon:${times(size, '@a')}`)],
    ['blanks', value(size => `FN:${times(size, ' ')}x`)],
    ['blanks of a number', value(size => `TEL:${times(size, '( ')}x`)],
    ['soft breaks', value(size => `NOTE;QUOTED-PRINTABLE:${times(size / 8, '=20=\r\n')}`)],
    ['carets', value(size => `TITLE;X=${times(size, '^')}:Owner`)],
    ['properties', size => value(() => times(size / 40, 'EMAIL:a@n.example\r\n'))(size)],
    ['labels', value(size => `item1.X-ABLabel:${times(size / 4, '_$!<')}`)],
    ['stray lines', size => `${begin}END:VCARD\r\n${times(size / 4, 'x\r\n')}`],
  ])('grows with the file, not faster: %s', async (_name, file) => {
    const [small, large] = [await cost(file(40_000)), await cost(file(400_000))];
    // Ten times as much takes about ten times as long; what is quadratic takes a hundred times, and minutes.
    expect(large).toBeLessThan(Math.max(small, 50) * 40);
  });
});
