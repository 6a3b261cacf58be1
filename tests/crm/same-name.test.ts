// A known name at a strange address: told however it is dressed up, never taken for the person, and not told of others.
import { describe, expect, it } from 'vitest';
import { type Office, openOffice } from './office';
import { addPerson, conversation, marta, onScreen, sender, show } from './people';

/** One office for all: nothing below changes anything. */
const office: Promise<Office> = openOffice().then(async opened => {
  await addPerson(opened, 'Marta Ruiz', [marta.value], { company: 'Norte Boats' });
  await addPerson(opened, 'Anna-Lena Vogt', ['al@vogt-segel.example']);
  await addPerson(opened, '李小龙', ['li@xiaolong.example']);
  await addPerson(opened, 'Prof. Hugo Weiß (Werft)', ['hugo@weiss-werft.example']);
  await addPerson(opened, 'Marnix', ['marnix@zeilmakers.example']);
  return opened;
});

async function seen(name: string) {
  const opened = await office;
  await show(opened, conversation([sender(name, 'somebody@elsewhere.test')]));
  const view = await onScreen(opened);
  return { ...view, kinds: view.people[0]?.warnings.map(warning => warning.kind) ?? [] };
}

const rightToLeft = String.fromCharCode(0x202e);
const spoofed = [
  ['Marta Ruiz', 'Marta Ruiz'],
  ['Ruiz, Marta', 'Marta Ruiz'],
  ['MARTA RUIZ', 'Marta Ruiz'],
  ['marta ruiz', 'Marta Ruiz'],
  ['Márta Ruíz', 'Marta Ruiz'],
  ['Dr. Marta Ruiz', 'Marta Ruiz'],
  ['Ms Marta Ruiz', 'Marta Ruiz'],
  ['Frau Marta Ruiz', 'Marta Ruiz'],
  ['Sra. Dña. Marta Ruiz', 'Marta Ruiz'],
  ['Marta Ruiz, PhD', 'Marta Ruiz'],
  ['Marta Ruiz (Support)', 'Marta Ruiz'],
  ['(Marta Ruiz)', 'Marta Ruiz'],
  ['Support (Marta Ruiz)', 'Marta Ruiz'],
  ['Marta Ruiz [extern]', 'Marta Ruiz'],
  ['Marta Ruiz - Norte Boats', 'Marta Ruiz'],
  ['Marta Ruiz | Norte Boats S.L.', 'Marta Ruiz'],
  ['Marta Ruiz|Norte Boats', 'Marta Ruiz'],
  ['Norte Boats: Marta Ruiz', 'Marta Ruiz'],
  ['Marta Ruiz via Billing', 'Marta Ruiz'],
  ['Marta Ruiz @ Norte Boats', 'Marta Ruiz'],
  ['Marta Elena Ruiz', 'Marta Ruiz'],
  ['"Marta Ruiz"', 'Marta Ruiz'],
  ['✉ Marta Ruiz ✓', 'Marta Ruiz'],
  ['Marta.Ruiz', 'Marta Ruiz'],
  ['Marta_Ruiz', 'Marta Ruiz'],
  ['MartaRuiz', 'Marta Ruiz'],
  ['Mаrta Ruiz', 'Marta Ruiz'],
  ['Маrtа Ruіz', 'Marta Ruiz'],
  ['Μarta Ruiz', 'Marta Ruiz'],
  ['Mar\u00adta Ruiz', 'Marta Ruiz'],
  ['Mar\u2062ta Ruiz', 'Marta Ruiz'],
  ['Mar\u200bta Ruiz', 'Marta Ruiz'],
  ['Marta\u200bRuiz', 'Marta Ruiz'],
  ['Mar\u3164ta Ruiz', 'Marta Ruiz'],
  ['Marta\u3164Ruiz', 'Marta Ruiz'],
  ['Marta\u2800Ruiz', 'Marta Ruiz'],
  ['Marta\uffa0 Ruiz', 'Marta Ruiz'],
  ['Marta\u00a0Ruiz', 'Marta Ruiz'],
  ['Ma\u034frta Ruiz', 'Marta Ruiz'],
  ['M\u0336a\u0336r\u0336t\u0336a\u0336 Ruiz', 'Marta Ruiz'],
  [`${rightToLeft}ziuR atraM`, 'Marta Ruiz'],
  ['Ｍａｒｔａ Ｒｕｉｚ', 'Marta Ruiz'],
  ['𝐌𝐚𝐫𝐭𝐚 𝐑𝐮𝐢𝐳', 'Marta Ruiz'],
  ['Ⓜⓐⓡⓣⓐ Ruiz', 'Marta Ruiz'],
  ['🅼🅰🆁🆃🅰 Ruiz', 'Marta Ruiz'],
  ['ᴍᴀʀᴛᴀ ʀᴜɪᴢ', 'Marta Ruiz'],
  ['M4rta Ruiz', 'Marta Ruiz'],
  ['M@rta Ruiz', 'Marta Ruiz'],
  ['Marta Rulz', 'Marta Ruiz'],
  ['Marta Ru1z', 'Marta Ruiz'],
  ['Marta Ru|z', 'Marta Ruiz'],
  ['rnarta ruiz', 'Marta Ruiz'],
  ['Vogt Anna Lena', 'Anna-Lena Vogt'],
  ['Anna‐Lena Vogt', 'Anna-Lena Vogt'],
  ['Αnnа-Lеnа Vοgt', 'Anna-Lena Vogt'],
  ['李 小龙', '李小龙'],
  ['李小龙 (客服)', '李小龙'],
  ['李小龙先生', '李小龙'],
  ['李\u200b小龙', '李小龙'],
  ['Hugo Weiss', 'Prof. Hugo Weiß (Werft)'],
  ['Нugo Wеiß', 'Prof. Hugo Weiß (Werft)'],
  ['Marnix (Zeilmakers)', 'Marnix'],
  ['Herr Mаrnix', 'Marnix'],
  ['Marnix - Zeilmakers', 'Marnix'],
] as const;

describe('a known name at a strange address', () => {
  it.each(spoofed)('is told and suggested, not matched: %j', async (shown, known) => {
    const view = await seen(shown);
    expect(view.kinds).toContain('known-name-other-address');
    expect(view.people[0]?.warnings[0]).toMatchObject({ contact: { name: known } });
    expect(view.stranger?.suggestions[0]).toMatchObject({
      contact: { name: known },
      reason: { kind: 'same-name' },
    });
    expect(view.people[0]?.contact).toBeUndefined();
    expect(view.card).toBeUndefined();
  });
});

const honest = [
  'Marta',
  'Ruiz',
  'M. Ruiz',
  'Marta R.',
  'Marta Reyes',
  'Marta Ruano',
  'Marta Ruizenga',
  'Martha Ruiz',
  'Marla Ruiz',
  'Maria Ruiz',
  'Mara Ruiz',
  'Martin Ruiz',
  'Mario Ruiz',
  'Marta Díaz',
  'Ana Ruiz',
  'Ruiz & Söhne',
  'Norte Boats',
  'Support',
  'Dr. Ruiz',
  'Frau Ruiz',
  'Marta (Ruin)',
  'Marta - Norte Boats',
  'Anna Vogt',
  'Lena Vogt',
  'Anna-Lena',
  'Anna-Lena Voigt',
  'Anna-Luisa Vogt',
  'Annalena Baum',
  'Hugo',
  'Hugo Weber',
  'Prof. Weiß',
  'Werft',
  'Weiß Werft',
  'Hugo Boss',
  '李小',
  '小龙',
  '李大龙',
  '王小龙',
  '李小明',
  'Marnix de Vries',
  'Marnixa',
  'Marius',
  'Jonas Feld',
  'Иван Петров',
  'Μαρία Παπαδοπούλου',
  'محمد علي',
  '김민수',
  'Zoë Ångström',
  'x',
  '?',
];

describe('another name', () => {
  it.each(honest)('is nobody known: %j', async name => {
    const view = await seen(name);
    expect(view.kinds).toEqual([]);
    expect(view.stranger?.suggestions).toEqual([]);
  });
});
