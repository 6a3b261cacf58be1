// People in pasted text: who is named and what belongs to whom, and nothing that does not stand there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock } from '../../lib/capture/block';

/** Each person in one line: values of a field joined by a comma, fields by a bar, guessed ones with a question mark. */
const read = (text: string, country?: string) =>
  readBlock(text, country ? { country } : {}).people.map(({ values }) =>
    values.map(({ value, guessed }) => value + (guessed ? '?' : '')).join(' | '),
  );

describe('a signature', () => {
  it('is read after its mark; the message, the small print and fax numbers are nobody’s', () => {
    expect(
      read(
        'Hola,\nnos vemos el lunes. Un saludo a Pedro García.\n\n-- \nMarta Ruiz\nHead of Coffee | Norte Roasters\n' +
          'Tel.: 944 12 34 56 · Fax: 944 12 34 57\nMóvil 600 123 456\nmarta@norteroasters.es\nCalle Mayor 5, 48001 Bilbao\n\n' +
          'Aviso legal: este mensaje es confidencial.\nEnviado desde mi iPhone',
        'ES',
      ),
    ).toEqual([
      'Marta Ruiz | Head of Coffee | Norte Roasters | marta@norteroasters.es | +34944123456 | +34600123456 | Calle Mayor 5, 48001 Bilbao',
    ]);
  });

  it('is one person’s; the managing director at its foot is another of the same company', () => {
    expect(
      read(
        'Mit freundlichen Grüßen\n\nDr. Anna Koch\nLeiterin Vertrieb\n\nNorte Kaffee GmbH\nHauptstraße 5\n10115 Berlin\n\n' +
          'Telefon +49 30 901820-12\nTelefax +49 30 901820-13\nanna.koch@norte-kaffee.de\n\nGeschäftsführer: Jonas Weber\n' +
          'Amtsgericht Berlin HRB 12345',
        'DE',
      ),
    ).toEqual([
      'Dr. Anna Koch | Leiterin Vertrieb | Norte Kaffee GmbH | anna.koch@norte-kaffee.de | +493090182012 | Hauptstraße 5, 10115 Berlin',
      'Jonas Weber | Geschäftsführer | Norte Kaffee GmbH',
    ]);
  });

  it('is not taken from quoted mail', () => {
    expect(read('On Monday, Ana Prat wrote:\n> Marta Ruiz\n> marta@norte.es\n\nSent from my iPhone')).toEqual(
      [],
    );
  });
});

describe('a business card', () => {
  it.each([
    [
      'NORTE ROASTERS LTD\n\nMARTA RUIZ\nSales Manager\n\nT 020 7946 0018  M 07911 123456\nE marta@norte.co.uk',
      'GB',
      'MARTA RUIZ | Sales Manager | NORTE ROASTERS LTD | marta@norte.co.uk | +442079460018 | +447911123456',
    ],
    [
      'João Silva | Gestor de Produto | Norte Café, Lda.\nTelem. 912 345 678 | joao@norte.pt',
      'PT',
      'João Silva | Gestor de Produto | Norte Café, Lda. | joao@norte.pt | +351912345678',
    ],
    [
      'Jean Dupont – Directeur commercial – Café du Nord\n01 42 68 53 00\njean.dupont@cafedunord.fr',
      'FR',
      'Jean Dupont | Directeur commercial | Café du Nord | jean.dupont@cafedunord.fr | +33142685300',
    ],
    [
      'Dott.ssa Giulia Bianchi\nResponsabile Acquisti\nNorte S.r.l.\nVia Roma 5 - 20121 Milano\nTel. 02 1234 5678',
      'IT',
      'Dott.ssa Giulia Bianchi | Responsabile Acquisti | Norte S.r.l. | +390212345678 | Via Roma 5 - 20121 Milano',
    ],
    [
      '株式会社ノルテ\n営業部 部長\n山田 太郎（やまだ たろう）\n〒100-0001 東京都千代田区千代田1-1\n電話：03-3581-1234（内線12）\nFAX：03-3581-1235\nyamada@norte.co.jp',
      'JP',
      '山田 太郎 | 営業部 部長 | 株式会社ノルテ | yamada@norte.co.jp | +81335811234;ext=12 | 〒100-0001 東京都千代田区千代田1-1',
    ],
    [
      '王小明\n市场总监\n北方咖啡有限公司\n手机：138 0013 8000\n传真：010-6552-9989\n邮箱：wang@beifang.cn\n地址：北京市朝阳区建国路88号',
      'CN',
      '王小明 | 市场总监 | 北方咖啡有限公司 | wang@beifang.cn | +8613800138000 | 北京市朝阳区建国路88号',
    ],
    [
      'أحمد محمد علي\nمدير المبيعات\nشركة الشمال للقهوة\nهاتف: ٠٢ ٢٧٣٥ ١٢٣٤\nفاكس: ٠٢ ٢٧٣٥ ١٢٣٥\nahmed@shamal.com.eg',
      'EG',
      'أحمد محمد علي | مدير المبيعات | شركة الشمال للقهوة | ahmed@shamal.com.eg | +20227351234',
    ],
    [
      '김민준 부장\n노르테 주식회사\n전화: 02-312-3456\n팩스: 02-312-3457',
      'KR',
      '김민준 | 부장 | 노르테 주식회사 | +8223123456',
    ],
    [
      'Name: Marta Ruiz\nPosition: Head of Coffee\nCompany: Norte Roasters\nEmail: marta at norte dot com\nPhone: (415) 555-2671',
      'US',
      'Marta Ruiz | Head of Coffee | Norte Roasters | marta@norte.com? | +14155552671',
    ],
    [
      'Pieter van den Berg\nAccountmanager\nNoord Koffie B.V.\nKerkstraat 12, 1012 AB Amsterdam',
      'NL',
      'Pieter van den Berg | Accountmanager | Noord Koffie B.V. | Kerkstraat 12, 1012 AB Amsterdam',
    ],
  ])('is one person: %s', (text, country, person) => expect(read(text, country)).toEqual([person]));

  it('has no phone in numbers of papers and orders', () => {
    expect(read('Marta Ruiz\nCIF B48123456\nOrder: 944123456\nNIF 600123456', 'ES')).toEqual(['Marta Ruiz']);
  });
});

describe('several people', () => {
  it('are numbered lines of name, role and company', () => {
    expect(
      read(
        'Speakers:\n1. Marta Ruiz, Head of Support, Norte Café\n2. Jonas Weber, CTO, Cascada Studio\n3. Lee Park, Founder, Parkside',
      ),
    ).toEqual([
      'Marta Ruiz | Head of Support | Norte Café',
      'Jonas Weber | CTO | Cascada Studio',
      'Lee Park | Founder | Parkside',
    ]);
  });

  it.each([
    ['Marta Ruiz\nAna Prat\nJonas Weber', ['Marta Ruiz', 'Ana Prat', 'Jonas Weber']],
    ['- Marta Ruiz (Norte Café)\n- Lee Park (Parkside)', ['Marta Ruiz | Norte Café', 'Lee Park | Parkside']],
    ['CEO: Marta Ruiz\nCTO: Lee Park', ['Marta Ruiz | CEO', 'Lee Park | CTO']],
    [
      'Marta Ruiz\tNorte Café\tmarta@norte.es\nLee Park\tParkside\tlee@parkside.com',
      ['Marta Ruiz | Norte Café | marta@norte.es', 'Lee Park | Parkside | lee@parkside.com'],
    ],
    [
      'Name\tCompany\tE-mail\nMarta Ruiz\tNorte Café\tmarta@norte.es\nLee Park\tParkside\tlee [at] parkside.com',
      ['Marta Ruiz | Norte Café | marta@norte.es', 'Lee Park | Parkside | lee@parkside.com?'],
    ],
    [
      'To: Marta Ruiz <marta@norte.es>, "Prat, Ana" <ana@norte.es>; Jonas <jonas@cascada.example>, info@norte.es',
      ['Marta Ruiz | marta@norte.es', 'Prat, Ana | ana@norte.es', 'Jonas | jonas@cascada.example'],
    ],
    [
      'Marta Ruiz\nHead of Coffee\nmarta@norteroasters.com\nAna Prat\nBuyer\nana@prat.com',
      ['Marta Ruiz | Head of Coffee | marta@norteroasters.com', 'Ana Prat | Buyer | ana@prat.com'],
    ],
    [
      'Marta Ruiz\nNorte Roasters\nmarta@norteroasters.com\n\nAna Prat\nBuyer\nPrat & Sons Inc.',
      ['Marta Ruiz | Norte Roasters | marta@norteroasters.com', 'Ana Prat | Buyer | Prat & Sons Inc.'],
    ],
  ])('are in %s', (text, people) => expect(read(text)).toEqual(people));

  it('are vCards, with their escapes and without their fax', () => {
    expect(
      read(
        'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Marta;;;\r\nFN:Marta Ruiz\r\nORG:Norte\\, Inc.;Sales\r\nTEL;TYPE=work:(415) 555-\r\n 2671\r\n' +
          'TEL;TYPE=fax:(415) 555-2672\r\nitem1.EMAIL:marta@norte.com\r\nEND:VCARD\r\nBEGIN:VCARD\r\n' +
          'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Eva\r\nEND:VCARD',
        'US',
      ),
    ).toEqual(['Marta Ruiz | Norte, Inc. | marta@norte.com | +14155552671', 'Eva Müller']);
  });
});

describe('no person', () => {
  it.each([
    'The team met on Monday in Paris. We talked about New York and San Francisco.',
    '',
    'Total: 1.234,56 €',
    'Opening hours\nMonday – Friday 9:00 – 18:00',
    'info@norte.es, sales@norte.es',
  ])('is in %j', text => expect(read(text)).toEqual([]));

  it('is invented: all names, addresses and roles stand in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'Marta Ruiz',
        'Lee Park',
        'Head of Coffee',
        'Norte GmbH',
        'marta@norte.es',
        '+34 944 12 34 56',
        '\n',
        '\n\n',
        ', ',
        ' | ',
        '\t',
        ' - ',
        'Tel: ',
        'Name: ',
        '1. ',
        '-- \n',
        '> ',
        '山田 太郎',
        '（',
        '(',
        ')',
        'Kind regards\n',
      ),
    );
    const solid = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[\s\p{C}]+/gu, '')
        .toLowerCase();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        for (const { field, value, guessed } of readBlock(text, { country: 'ES' }).people.flatMap(
          ({ values }) => values,
        )) {
          if (guessed || field === 'phone' || field === 'link' || field === 'location') continue;
          expect(solid(text)).toContain(solid(field === 'email' ? value.replace(/@.*/, '@') : value));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is waited for', () => {
    const start = performance.now();
    for (const text of [
      'a@'.repeat(25_000),
      'Marta Ruiz, '.repeat(4000),
      '(1) '.repeat(12_000),
      '\t'.repeat(50_000),
      '- Marta Ruiz\n'.repeat(4000),
    ]) {
      readBlock(text, { country: 'ES' });
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
