// The tables of programs that people come from, with what goes wrong in them.
import { describe, expect, it } from 'vitest';
import { inspectCsv } from '../../../lib/transfer/csv/read';
import { draftsOf, emails, fieldOf, file, personIn, readAll } from './files';

const exporterOf = async (text: string) => (await inspectCsv(file(text))).exporter;
/** A table of one person, written as pairs of header and cell. */
const rowOf = (cells: Record<string, string> | [string, string][]) => {
  const pairs = Array.isArray(cells) ? cells : Object.entries(cells);
  const line = (texts: string[]) => texts.map(text => `"${text.replaceAll('"', '""')}"`).join(',');
  return `${line(pairs.map(([name]) => name))}\r\n${line(pairs.map(([, cell]) => cell))}\r\n`;
};

describe('Google Contacts', () => {
  const today = rowOf({
    'First Name': 'Marta',
    'Middle Name': 'Inés',
    'Last Name': 'Ruiz',
    'Phonetic First Name': '',
    'Phonetic Middle Name': '',
    'Phonetic Last Name': '',
    'Name Prefix': 'Dra.',
    'Name Suffix': '',
    Nickname: 'Marta',
    'File As': '',
    'Organization Name': 'Norte Café',
    'Organization Title': 'Owner',
    'Organization Department': 'Kitchen',
    Birthday: '1984-03-12',
    Notes: 'Likes it strong.\nNo sugar.',
    Photo: 'https://lh3.googleusercontent.example/x',
    Labels: 'Regulars ::: Madrid, Spain ::: * myContacts',
    'E-mail 1 - Label': 'Work',
    'E-mail 1 - Value': 'marta@norte.example ::: m.ruiz@norte.example',
    'E-mail 2 - Label': '* Home',
    'E-mail 2 - Value': 'marta@sur.example',
    'Phone 1 - Label': 'Mobile',
    'Phone 1 - Value': '+34 600 555 014 ::: +34 600 555 015',
    'Address 1 - Label': 'Work',
    'Address 1 - Formatted': 'Calle Mayor 1\n28013 Madrid',
    'Address 1 - Street': 'Calle Mayor 1',
    'Address 1 - City': 'Madrid',
    'Website 1 - Label': 'Profile',
    'Website 1 - Value': 'https://www.linkedin.com/in/marta-ruiz/',
    'Relation 1 - Label': 'Spouse',
    'Relation 1 - Value': 'Pau',
    'Custom Field 1 - Label': 'Machine',
    'Custom Field 1 - Value': 'Lever',
  });
  it('of today', async () => {
    expect(await exporterOf(today)).toBe('google');
    const { draft, remarks } = await personIn(today);
    expect(remarks).toEqual([]);
    expect(draft).toEqual({
      place: 2,
      name: 'Dra. Marta Inés Ruiz',
      callName: 'Marta',
      company: 'Norte Café',
      title: 'Owner',
      tags: ['Regulars', 'Madrid', 'Spain'],
      notes: [{ text: 'Likes it strong.\nNo sugar.' }],
      identities: [
        { kind: 'email', value: 'marta@sur.example', label: 'Home' },
        { kind: 'email', value: 'marta@norte.example', label: 'Work' },
        { kind: 'email', value: 'm.ruiz@norte.example', label: 'Work' },
        { kind: 'phone', value: '+34 600 555 014', label: 'Mobile' },
        { kind: 'phone', value: '+34 600 555 015', label: 'Mobile' },
        { kind: 'linkedin', value: 'marta-ruiz' },
      ],
      fields: [
        { name: 'Organization Department', value: 'Kitchen' },
        { name: 'Birthday', value: '1984-03-12' },
        { name: 'Spouse', value: 'Pau' },
        { name: 'Machine', value: 'Lever' },
        { name: 'Address 1', value: 'Calle Mayor 1\n28013 Madrid' },
      ],
    });
  });
  it('of before 2024, whose name is there as a whole and in parts', async () => {
    const text = rowOf({
      Name: 'Marta Ruiz',
      'Given Name': 'Marta',
      'Additional Name': '',
      'Family Name': 'Ruiz',
      'Yomi Name': '',
      Initials: '',
      Nickname: '',
      Birthday: '',
      Notes: '',
      'Group Membership': '* myContacts ::: * friends ::: Regulars',
      'E-mail 1 - Type': '* ',
      'E-mail 1 - Value': 'marta@norte.example',
      'Phone 1 - Type': 'Work',
      'Phone 1 - Value': '+34 600 555 014',
      'Organization 1 - Type': '',
      'Organization 1 - Name': 'Norte Café',
      'Organization 1 - Title': 'Owner',
      'Organization 1 - Department': 'Bar',
    });
    expect(await exporterOf(text)).toBe('google');
    expect((await personIn(text)).draft).toMatchObject({
      name: 'Marta Ruiz',
      company: 'Norte Café',
      title: 'Owner',
      tags: ['friends', 'Regulars'],
      identities: [
        { kind: 'email', value: 'marta@norte.example' },
        { kind: 'phone', label: 'Work' },
      ],
      fields: [{ name: 'Organization 1 - Department', value: 'Bar' }],
    });
  });
});

describe('Outlook', () => {
  const english: [string, string][] = [
    ['Title', 'Dr.'],
    ['First Name', 'Marta'],
    ['Middle Name', ''],
    ['Last Name', 'Ruiz'],
    ['Suffix', ''],
    ['Company', 'Norte Café'],
    ['Department', ''],
    ['Job Title', 'Owner'],
    ['Business Street', 'Calle Mayor 1'],
    ['Business City', 'Madrid'],
    ['Business Postal Code', '28013'],
    ['Business Country/Region', 'Spain'],
    ['Home City', 'Toledo'],
    ["Assistant's Phone", '+34 600 555 099'],
    ['Business Fax', '+34 600 555 098'],
    ['Business Phone', '+34 600 555 014'],
    ['Home Phone 2', '+34 600 555 015'],
    ['Mobile Phone', '+34 600 555 016'],
    ['Company Main Phone', '+34 600 555 000'],
    ['Birthday', '0/0/00'],
    ['Categories', 'Regulars;Madrid'],
    ['E-mail Address', '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=marta'],
    ['E-mail Type', 'EX'],
    ['E-mail Display Name', 'Marta Ruiz (marta@norte.example)'],
    ['E-mail 2 Address', 'marta@norte.example'],
    ['E-mail 2 Type', 'SMTP'],
    ['E-mail 2 Display Name', 'Marta'],
    ['Gender', 'Unspecified'],
    ['Initials', 'M.R.'],
    ['Language', ''],
    ['Notes', 'Likes it strong.'],
    ['Priority', 'Normal'],
    ['Private', 'False'],
    ['Sensitivity', 'Normal'],
    ['Spouse', 'Pau'],
    ['User 1', 'Lever'],
    ['User 2', ''],
    ['Web Page', 'http://www.norte.example'],
  ];
  it('in English, where "Title" is the form of address', async () => {
    const text = rowOf(english);
    expect(await exporterOf(text)).toBe('outlook');
    const { draft, remarks } = await personIn(text);
    expect(draft).toMatchObject({
      name: 'Dr. Marta Ruiz',
      company: 'Norte Café',
      title: 'Owner',
      tags: ['Regulars', 'Madrid'],
      identities: [
        { kind: 'phone', value: '+34 600 555 014', label: 'work' },
        { kind: 'phone', value: '+34 600 555 015', label: 'home' },
        { kind: 'phone', value: '+34 600 555 016', label: 'mobile' },
        { kind: 'email', value: 'marta@norte.example' },
      ],
    });
    expect(remarks).toEqual([
      expect.stringMatching(/^E-mail Address: “\/o=ExchangeLabs.*is no e-mail address/),
    ]);
    expect(fieldOf(draft, 'Address (work)')).toBe('Calle Mayor 1, Madrid, 28013, Spain');
    expect(fieldOf(draft, 'Address (home)')).toBe('Toledo');
    expect(fieldOf(draft, 'User 1')).toBe('Lever');
    for (const noise of ['Priority', 'Private', 'Sensitivity', 'Gender', 'E-mail Type'])
      expect(fieldOf(draft, noise)).toBeUndefined();
  });
  it('keeps numbers of others than the person as text', async () => {
    const { draft } = await personIn(rowOf(english));
    expect(draft.identities.map(({ value }) => value)).not.toContain('+34 600 555 099');
    expect(fieldOf(draft, "Assistant's Phone")).toBe('+34 600 555 099');
    expect(fieldOf(draft, 'Company Main Phone')).toBe('+34 600 555 000');
    expect(fieldOf(draft, 'Business Fax')).toBe('+34 600 555 098');
  });
  it('in German, with semicolons in Windows-1252', async () => {
    const text =
      'Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;' +
      'Telefon geschäftlich;Telefon (privat);Mobiltelefon;Telefon Assistent;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter Name;E-Mail 2: Adresse;' +
      'E-Mail 2: Typ;Geburtstag;Kategorien;Notizen;Partner;Priorität;Privat;Webseite\r\n' +
      'Frau;Jürgen;;Groß;;Nordcafé;;Geschäftsführer;Hauptstr. 1;Köln;50667;+49 30 901820;+49 30 901821;+49 151 23456789;+49 30 901829;' +
      'j.gross@nord.example;SMTP;Groß;j.g@sued.example;SMTP;0.0.00;Stammgäste, VIP;"Mag\nEspresso";Lena;Normal;Falsch;\r\n';
    const source = file(Uint8Array.from(text, sign => sign.charCodeAt(0)));
    const inspection = await inspectCsv(source);
    expect(inspection).toMatchObject({ exporter: 'outlook', delimiter: ';', encoding: 'windows-1252' });
    const [person] = await readAll(source);
    expect(person).toMatchObject({
      draft: {
        name: 'Frau Jürgen Groß',
        company: 'Nordcafé',
        title: 'Geschäftsführer',
        tags: ['Stammgäste', 'VIP'],
        identities: [
          { value: '+49 30 901820', label: 'work' },
          { value: '+49 30 901821', label: 'home' },
          { value: '+49 151 23456789', label: 'mobile' },
          { value: 'j.gross@nord.example' },
          { value: 'j.g@sued.example' },
        ],
        fields: expect.arrayContaining([
          { name: 'Partner', value: 'Lena' },
          { name: 'Telefon Assistent', value: '+49 30 901829' },
        ]),
      },
      remarks: [],
    });
  });
  it('in French, where "Titre" is there twice', async () => {
    const { draft } = await personIn(
      rowOf([
        ['Titre', 'M.'],
        ['Prénom', 'Zoé'],
        ['Deuxième prénom', ''],
        ['Nom', 'Lefèvre'],
        ['Société', 'Café du Nord'],
        ['Titre', 'Gérante'],
        ['Téléphone (bureau)', '+33 1 23 45 67 89'],
        ['Téléphone (domicile)', '+33 1 23 45 67 80'],
        ['Tél. mobile', '+33 6 12 34 56 78'],
        ['Adresse de messagerie', 'zoe@nord.example'],
      ]),
    );
    expect(draft).toMatchObject({
      name: 'M. Zoé Lefèvre',
      company: 'Café du Nord',
      title: 'Gérante',
      identities: [{ label: 'work' }, { label: 'home' }, { label: 'mobile' }, { value: 'zoe@nord.example' }],
    });
  });
});

describe('LinkedIn', () => {
  const text =
    'Notes:\n"When exporting your connection data, you may notice that some of the addresses are missing, ""really"", and so on."\n\n' +
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
    'Marta,Ruiz,https://www.linkedin.com/in/marta-ruiz,,Norte Café,"Owner, Barista",12 Mar 2024\n' +
    ',,,,,,01 Jan 2020\n' +
    'Pau,"Prat, MBA",https://www.linkedin.com/in/pau-prat%C3%A9,pau@sur.example,,,05 Jan 2023\n';
  it('has notes above its header', async () => {
    const inspection = await inspectCsv(file(text));
    expect(inspection).toMatchObject({ exporter: 'linkedin', rowCount: 3 });
    expect(inspection.header[0]).toBe('First Name');
    const people = await readAll(file(text));
    expect(people).toMatchObject([
      {
        draft: {
          place: 5,
          name: 'Marta Ruiz',
          company: 'Norte Café',
          title: 'Owner, Barista',
          identities: [{ kind: 'linkedin', value: 'marta-ruiz' }],
          fields: [{ name: 'Connected On', value: '12 Mar 2024' }],
        },
      },
      { place: 6, refused: expect.any(String) },
      {
        draft: {
          name: 'Pau Prat, MBA',
          identities: [{ kind: 'linkedin' }, { kind: 'email', value: 'pau@sur.example' }],
        },
      },
    ]);
  });
});

describe('HubSpot', () => {
  it('knows who does not want to be written to', async () => {
    const text =
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Create Date,Associated Company,Job Title,' +
      'Unsubscribed from all email,Additional email addresses,LinkedIn URL\n' +
      "51,Marta,Ruiz,marta@norte.example,'+34 600 555 014,Sam,In progress,Marketing Qualified Lead,2024-03-12 10:11,Norte Café,Owner,true," +
      'm@norte.example;ruiz@norte.example,linkedin.com/in/marta-ruiz\n' +
      '52,Pau,Prat,pau@sur.example,3.46E+10,,,Other,2024-13-12 10:11,,,No,,\n';
    expect(await exporterOf(text)).toBe('hubspot');
    const [marta, pau] = await readAll(file(text));
    expect(marta).toMatchObject({
      draft: {
        id: '51',
        name: 'Marta Ruiz',
        stage: 'lead',
        doNotContact: true,
        createdAt: Date.UTC(2024, 2, 12, 10, 11),
        company: 'Norte Café',
        identities: [
          { value: 'marta@norte.example' },
          { kind: 'phone', value: '+34 600 555 014' },
          { value: 'm@norte.example' },
          { value: 'ruiz@norte.example' },
          { kind: 'linkedin', value: 'marta-ruiz' },
        ],
        fields: [
          { name: 'Contact owner', value: 'Sam' },
          { name: 'Lead Status', value: 'In progress' },
        ],
      },
      remarks: [],
    });
    expect(pau).toMatchObject({
      draft: {
        id: '52',
        fields: [
          { name: 'Phone Number', value: '3.46E+10' },
          { name: 'Lifecycle Stage', value: 'Other' },
          { name: 'Create Date', value: '2024-13-12 10:11' },
        ],
      },
      remarks: [
        'Phone Number: “3.46E+10” has lost its digits in a spreadsheet; it is kept as a field.',
        'Lifecycle Stage: “Other” is none of the stages; it is kept as a field.',
        'Create Date: “2024-13-12 10:11” is no date; it is kept as a field.',
      ],
    });
    expect(pau).not.toHaveProperty('draft.doNotContact');
  });
});

describe('Salesforce', () => {
  it('writes a report’s own lines below the people', async () => {
    const text =
      '"Salutation","First Name","Last Name","Title","Account Name","Mailing Street","Mailing City","Phone","Email","Email Opt Out","Created Date"\n' +
      '"Ms.","Marta","Ruiz","Owner","Norte Café","Calle Mayor 1","Madrid","+34 600 555 014","marta@norte.example","1","25/03/2024"\n\n\n' +
      '"Contacts of Sam"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n';
    expect(await exporterOf(text)).toBe('salesforce');
    expect(await readAll(file(text))).toMatchObject([
      {
        draft: {
          name: 'Ms. Marta Ruiz',
          title: 'Owner',
          company: 'Norte Café',
          doNotContact: true,
          createdAt: Date.UTC(2024, 2, 25),
          fields: [{ name: 'Address (mailing)', value: 'Calle Mayor 1, Madrid' }],
        },
      },
      { place: 5, refused: expect.stringContaining('one cell instead of 11') },
      { place: 6, refused: expect.stringContaining('one cell instead of 11') },
    ]);
  });
  it('has other names in its own data', async () => {
    const text =
      'Id,AccountId,FirstName,LastName,Title,MobilePhone,Email,HasOptedOutOfEmail,CreatedDate\n' +
      '003xx,001xx,Marta,Ruiz,Owner,+34600555014,marta@norte.example,false,2024-03-12T10:11:12.000+0100\n';
    expect(await exporterOf(text)).toBe('salesforce');
    expect((await personIn(text)).draft).toMatchObject({
      id: '003xx',
      name: 'Marta Ruiz',
      title: 'Owner',
      createdAt: Date.UTC(2024, 2, 12, 9, 11, 12),
      identities: [{ kind: 'phone', label: 'mobile' }, { kind: 'email' }],
      fields: [{ name: 'AccountId', value: '001xx' }],
    });
  });
});

describe('Streak', () => {
  it('has boxes with stages of the user’s own', async () => {
    const text =
      'Name,Stage,Notes,Assigned To,Email\nNorte Café,Closed Won,Likes it strong,Sam,marta@norte.example\nSur,Waiting,,,\n';
    expect(await exporterOf(text)).toBe('streak');
    expect(await draftsOf(text)).toMatchObject([
      { name: 'Norte Café', stage: 'customer', fields: [{ name: 'Assigned To', value: 'Sam' }] },
      { name: 'Sur', fields: [{ name: 'Stage', value: 'Waiting' }] },
    ]);
  });
  it('may name several people in one box, who are not one', async () => {
    const text = 'Name,Stage,Assigned To,Contacts\nNorte,Lead,Sam,"marta@norte.example, pau@norte.example"\n';
    const { draft } = await personIn(text);
    expect(emails(draft)).toEqual([]);
    expect(fieldOf(draft, 'Contacts')).toBe('marta@norte.example, pau@norte.example');
  });
});
