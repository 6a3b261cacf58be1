// Counting the people of an archive: each once, by the name they give themselves, never more than the limit.
import { describe, expect, it } from 'vitest';
import { ownKeys } from '../../../lib/transfer/mail/own-addresses';
import { PeopleTally } from '../../../lib/transfer/mail/people-tally';
import { clara, fileOf, mailsIn } from './archive';

type Mail = { from: string; to: string; cc?: string; day?: number };

async function tallyOf(mails: Mail[], limit?: number): Promise<PeopleTally> {
  const tally = new PeopleTally(ownKeys(clara).all, limit);
  const files = mails.map(({ from, to, cc = '', day = 1 }, at) =>
    fileOf(`${at}.eml`, `From: ${from}\nTo: ${to}\nCc: ${cc}\nDate: ${day} Jun 2026 10:00 +0000\n\nHello\n`),
  );
  for (const mail of await mailsIn(files, { own: clara })) tally.add(mail);
  return tally;
}

const user = 'clara@norte.example';

describe('people of an archive', () => {
  it('are counted once, however their address is written, and the user and the team are nobody', async () => {
    const tally = await tallyOf([
      { from: 'Ana <ANA@sur.example>', to: user },
      { from: user, to: 'ana@sur.example', cc: 'ana@Sur.example, support@norte.example', day: 3 },
      { from: 'support@norte.example', to: 'bo@x.example', day: 2 },
    ]);
    expect(tally.list()).toMatchObject([
      { address: 'ANA@sur.example', written: 1, received: 1, place: 1, first: Date.UTC(2026, 5, 1, 10) },
      { address: 'bo@x.example', written: 0, received: 1, place: 3 },
    ]);
    expect(tally.remarks()).toEqual([]);
  });

  it('are called as they call themselves in their latest mail, else as others call them', async () => {
    const names = async (mails: Mail[]) => (await tallyOf(mails)).list().map(({ name }) => name);
    const [others, early, late] = [
      { from: user, to: 'My Ana <ana@sur.example>', day: 9 },
      { from: 'Ana Prado <ana@sur.example>', to: user, day: 2 },
      { from: 'Ana Prado Ruiz <ana@sur.example>', to: user, day: 5 },
    ];
    expect(await names([others])).toEqual(['My Ana']);
    expect(await names([others, early])).toEqual(['Ana Prado']);
    expect(await names([late, early])).toEqual(['Ana Prado Ruiz']);
    expect(await names([early, late, others])).toEqual(['Ana Prado Ruiz']);
    expect(await names([{ from: '"bo@y.example" <ana@sur.example>', to: user }])).toEqual([undefined]);
  });

  it('beyond the limit are not counted, and that is said', async () => {
    const mails = ['a', 'b', 'c', 'c', 'a'].map(name => ({ from: `${name}@x.example`, to: user }));
    const tally = await tallyOf(mails, 2);
    expect(tally.list().map(({ address, written }) => `${address} ${written}`)).toEqual([
      'a@x.example 2',
      'b@x.example 1',
    ]);
    expect(tally.remarks()).toEqual(['There are more than 2 people; 2 mails of others were not counted.']);
  });
});
