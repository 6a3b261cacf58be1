// Real vCard files: who is found in each, as somebody who reads the files says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PersonDraft } from '../../../lib/model/person-draft';
import { everyone } from './people';

type Expected = Pick<PersonDraft, 'name' | 'callName' | 'company' | 'title'> & {
  email: string[];
  phone: string[];
  web: string[];
};

const expected: Record<string, Expected[] | string> = {
  'fullcontact.vcf': [
    {
      name: 'Prefix FirstName MiddleName LastName Suffix',
      callName: 'NickName',
      company: 'Organization1',
      title: 'Title1',
      email: ['home', 'work', 'school', 'other', 'custom'].map(name => `${name}@example.com`),
      // Fax machines are 1116 and 1117.
      phone: [1111, 1112, 1113, 1114, 1115, 1118, 1119].map(end => `555-555-${end}`),
      web: ['homepage', 'blog', 'other', 'custom'].map(name => `http://www.${name}.com`),
    },
  ],
  'gmail-single.vcf': [
    {
      name: 'Greg Dartmouth',
      callName: 'Gman',
      company: 'TheCompany',
      title: 'TheJobTitle',
      email: ['gdartmouth@hotmail.com'],
      phone: ['555 555 1111', '555 555 2222'],
      web: ['http://TheProfile.com'],
    },
  ],
  'issue114.vcf': [
    {
      name: 'Dummy, Dummy',
      company: 'Dummy GmbH',
      email: ['dummy.dummy@dummy.com'],
      phone: ['+49 1234 56789', '+49 9876 54321'],
      web: [],
    },
  ],
  'outlook-2003.vcf': [
    {
      name: 'John Doe III',
      callName: 'Joey',
      company: 'Company, The',
      title: 'The Job Title',
      email: ['jdoe@hotmail.com'],
      // Its numbers are words, and its page is that of the office.
      phone: [],
      web: [],
    },
  ],
  'rfc2426-example.vcf': [
    {
      name: 'Frank Dawson',
      company: 'Lotus Development Corporation',
      email: ['Frank_Dawson@Lotus.com', 'fdawson@earthlink.net'],
      phone: ['+1-919-676-9515'],
      web: ['http://home.earthlink.net/~fdawson'],
    },
    {
      name: 'Tim Howes',
      company: 'Netscape Communications Corp.',
      email: ['howes@netscape.com'],
      phone: ['+1-415-937-3419'],
      web: [],
    },
  ],
  'rfc6351-example.xml': 'There is no vCard in this file.',
};

const folder = join(process.env.REGULARS_CORPUS ?? '', 'vcard');
const found = async (file: string) => {
  const people = await everyone(new Uint8Array(readFileSync(join(folder, file))));
  return people.map(person => {
    if ('refused' in person) return person;
    const { name, callName, company, title, identities } = person.draft;
    const of = (kind: string) => identities.filter(one => one.kind === kind).map(({ value }) => value);
    return { name, callName, company, title, email: of('email'), phone: of('phone'), web: of('web') };
  });
};
const draftOf = async (file: string) => {
  const [person] = await everyone(new Uint8Array(readFileSync(join(folder, file))));
  if (!person || 'refused' in person) throw new Error('Nobody is there.');
  return person;
};

describe.skipIf(!process.env.REGULARS_CORPUS)('real files (skipped without REGULARS_CORPUS)', () => {
  it('are all in the table', () => expect(readdirSync(folder).sort()).toEqual(Object.keys(expected).sort()));

  it.each(Object.entries(expected))('%s', async (file, people) => {
    if (typeof people === 'string') await expect(found(file)).rejects.toThrow(people);
    else expect(await found(file)).toEqual(people);
  });

  it('of Gmail: dates, relatives and places by their labels', async () => {
    expect((await draftOf('gmail-single.vcf')).draft.fields).toEqual([
      { name: 'ICQ', value: '123456789' },
      { name: 'Address (home)', value: '123 Home St, Home City, HM 12345' },
      { name: 'Address (CustomAdrType)', value: '321 Custom St, Custom City, TX, 98765, USA' },
      { name: 'Birthday', value: '1960-09-10' },
      { name: 'Anniversary', value: '1970-06-02' },
      { name: 'Spouse', value: 'MySpouse' },
      { name: 'CustomRelationship', value: 'MyCustom' },
    ]);
  });

  it('of Outlook: the note over its soft breaks, and no word of the certificate', async () => {
    const { draft, remarks } = await draftOf('outlook-2003.vcf');
    expect(draft.notes).toEqual([{ text: 'This is the note field!!\nSecond line\n\nThird line is empty\n' }]);
    expect(draft.createdAt).toBe(Date.UTC(2012, 9, 12, 21, 5, 25));
    expect(draft.fields).toContainEqual({ name: 'Department', value: 'TheDepartment' });
    expect(draft.fields).toContainEqual({ name: 'Phone (work)', value: 'BusinessPhone' });
    expect(draft.fields).toContainEqual({ name: 'Website (work)', value: 'http://web-page-address.com' });
    expect(draft.fields).toContainEqual({ name: 'Birthday', value: '1980-03-21' });
    expect(draft.fields).toContainEqual({ name: 'Other name', value: 'Mr. John Doe III' });
    expect(remarks).toEqual(['Data was left out: KEY.', 'Left out: FBURL.']);
    expect(JSON.stringify(draft)).not.toContain('MIIDITCC');
  });
});
