// Names beside addresses, and addresses inside texts.
import { describe, expect, it } from 'vitest';
import { cleanName, findAddresses, readAddress } from '../../lib/sites/addresses';

describe('a shown name', () => {
  it.each([
    ['  Ana \u200B  Ruiz\u0007 ', 'Ana Ruiz'],
    ['"Ana"', 'Ana'],
    ["' “Ana” '", '“Ana”'],
    ['«Ana»', 'Ana'],
    ['„Ana“', 'Ana'],
    ["'Ana", "'Ana"],
    ["Ana O'", "Ana O'"],
    ["d'Ana", "d'Ana"],
    ['""', undefined],
    ["'''", undefined],
    ['\u202E', undefined],
    [undefined, undefined],
  ])('%j is %j', (shown, name) => expect(cleanName(shown)).toBe(name));

  it.each([
    ["'Ana' via Team", { name: 'Ana', via: 'Team' }],
    ['Ana via Team via All', { name: 'Ana', via: 'Team via All' }],
    ['via Team', { name: 'via Team' }],
    ['Ana via', { name: 'Ana via' }],
    ['Olivia Team', { name: 'Olivia Team' }],
    ['"" via Team', {}],
  ])('%j is read as %j', (shown, wanted) =>
    expect(readAddress('a@x.test', shown)).toEqual({ value: 'a@x.test', ...wanted }),
  );
});

describe('a text', () => {
  it.each([
    ['Write to ana@x.test.', ['ana@x.test']],
    ["'ana@x.test' or (o'brien@x.test)", ['ana@x.test', "o'brien@x.test"]],
    ['mailto:ana@x.test\u200Eeva@x.test', ['ana@x.test', 'eva@x.test']],
    ['a@b@x.test @x.test ana@', []],
  ])('%j holds %j', (text, wanted) => expect(findAddresses(text)).toEqual(wanted));
});
