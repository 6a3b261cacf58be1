// Importing mail archives: who becomes a contact, what goes on their timelines, each mail once, and all of it taken back.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../lib/db/database';
import { messageEventId } from '../../lib/identity/message-key';
import { initialSettings } from '../../lib/model/settings';
import { bringMail, dryRunMail, lookIntoMail, type MailChoice } from '../../lib/transfer/import/mail-source';
import { takeImportBack } from '../../lib/transfer/import/take-back';
import { dump, freshDatabase } from '../db/memory';
import { fileOf } from './mail/archive';

let db: Database;
beforeEach(async () => {
  db = freshDatabase();
  const me = { ...initialSettings.me, addresses: ['clara@norte.example'] };
  await db.settings.put({ key: 'settings', value: { ...initialSettings, me } });
});

type Mail = { from: string; to: string; day: number; subject?: string; fields?: string[]; text?: string };
const clara = 'Clara <clara@norte.example>';
const ana = 'Ana Prado <ana@sur.example>';
const bo = 'Bo <bo@x.example>';
const shop = 'Shop <news@shop.example>';

const textOf = ({ from, to, day, subject = 'Grinder', fields = [], text = 'Hello' }: Mail) =>
  [
    'From x@y.example Mon Nov  2 09:00:00 2026',
    ...fields,
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${day} Jun 2026 10:00:00 +0000`,
    `Subject: ${subject}`,
    '',
    text,
    '',
    '',
  ].join('\n');
const archive = (mails: Mail[], name = 'All.mbox') => fileOf(name, mails.map(textOf).join(''));

/** Ana and the user write to each other, Bo wrote once, a shop sends its news. */
const usual: Mail[] = [
  { from: ana, to: clara, day: 1, text: 'It is broken.' },
  { from: clara, to: ana, day: 2, subject: 'Re: Grinder', text: 'I am sorry.\n> It is broken.' },
  { from: bo, to: clara, day: 3, subject: 'Offer' },
  { from: shop, to: clara, day: 4, fields: ['List-Unsubscribe: <https://shop.example/u>'] },
];

const live = () => new AbortController().signal;
const plain: MailChoice = { own: [], withHistory: true, site: 'email' };
const at = Date.UTC(2026, 10, 2);
const silent = () => undefined;

function bring(mails: Mail[], choice: Partial<MailChoice> = {}, id = 'job', signal = live(), tell = silent) {
  const files = archive(mails);
  const file = { name: 'All.mbox', size: files.size, modified: 1 };
  const job = { id, at, file, written: 0, state: 'running' as const };
  const decisions = { choice: 'mine' as const, choices: {}, fields: [] };
  return bringMail(db, { job, files, choice: { ...plain, ...choice }, decisions }, tell, signal);
}
const look = (mails: Mail[], choice: Partial<MailChoice> = {}) =>
  dryRunMail(db, archive(mails), { ...plain, ...choice }, silent, live());
const names = async () => (await db.contacts.toArray()).map(({ name }) => name.value).sort();
const lines = async () =>
  (await db.events.toArray())
    .sort((a, b) => a.at - b.at)
    .map(({ direction, title, text }) => `${direction}: ${title}: ${text}`);
/** All rows but the journal and the job, which tell of the runs. */
const rows = () => dump(db, ['journal', 'imports']);

describe('people of a mail archive', () => {
  it('are those whom the user wrote to, or who wrote three times, and their mails are on their timelines', async () => {
    const { counts, history } = await look(usual);
    expect([counts.new, counts.refused, history]).toEqual([1, 0, 2]);
    expect(await db.contacts.count()).toBe(0);
    const ran = await bring(usual);
    expect(ran).toMatchObject({ counts: { new: 1 }, isStopped: false, history: { added: 2, bulk: 0 } });
    expect(await names()).toEqual(['Ana Prado']);
    expect(await lines()).toEqual(['in: Grinder: It is broken.', 'out: Re: Grinder: I am sorry.']);
    const [first, second] = await db.events.toArray();
    expect(first?.conversation).toBe(second?.conversation);
    expect(await db.imports.get('job')).toMatchObject({ state: 'done' });
  });

  it('can be all who wrote, and senders of newsletters', async () => {
    await bring(usual, { fromMails: 1 }, 'one');
    expect(await names()).toEqual(['Ana Prado', 'Bo']);
    expect(await db.events.count()).toBe(3);
    const { history } = await bring(usual, { fromMails: 1, withBulk: true }, 'two');
    expect(history).toEqual({ added: 1, bulk: 0, undated: 0 });
    expect(await names()).toEqual(['Ana Prado', 'Bo', 'Shop']);
  });

  it('have what they sent to everybody on no timeline, unless that was chosen', async () => {
    const news = { from: ana, to: clara, day: 5, fields: ['List-Unsubscribe: <https://sur.example/u>'] };
    expect((await look([...usual, news])).history).toBe(2);
    expect((await bring([...usual, news])).history).toEqual({ added: 2, bulk: 1, undated: 0 });
    const undated = { ...news, fields: ['Date: soon'], subject: 'When' };
    const { history } = await bring([...usual, news, undated], { withBulk: true }, 'again');
    expect(history).toMatchObject({ added: 3 });
  });

  it('are found by their address, and get the history of mails that were not here', async () => {
    await bring(usual.slice(0, 2), { withHistory: false });
    expect(await db.events.count()).toBe(0);
    expect((await look(usual)).counts).toMatchObject({ new: 0, same: 1 });
    expect((await bring(usual, {}, 'again')).history.added).toBe(2);
    expect((await bring(usual, {}, 'once more')).history.added).toBe(0);
    expect(await db.contacts.count()).toBe(1);
  });

  it('who are here get their mails although the archive alone would not make them contacts', async () => {
    await bring(usual, { fromMails: 1, withHistory: false });
    expect((await bring(usual, {}, 'again')).history.added).toBe(3);
  });

  it('are those of the chosen folders and time', async () => {
    const inbox = ['X-Gmail-Labels: Inbox'];
    const mails = [
      { ...usual[0]!, fields: inbox },
      { ...usual[1]!, fields: ['X-Gmail-Labels: Sent'] },
      { from: bo, to: clara, day: 9, fields: inbox },
    ];
    const chosen = { folders: ['Inbox'], since: Date.UTC(2026, 5, 5), fromMails: 1 };
    expect((await look(mails, chosen)).counts.new).toBe(1);
    await bring(mails, chosen);
    expect(await names()).toEqual(['Bo']);
    expect(await lines()).toHaveLength(1);
  });

  it('are never the user, whose other addresses may be said', async () => {
    const other = 'Clara <clara@home.example>';
    const mails = [...usual, { from: other, to: bo, day: 5 }];
    await bring(mails, { own: ['clara@home.example'] });
    expect(await names()).toEqual(['Ana Prado', 'Bo']);
  });

  it('who are in the trash get nothing', async () => {
    await bring(usual, { withHistory: false });
    await db.contacts.toCollection().modify({ deletedAt: 5 });
    const { counts, history } = await bring(usual, {}, 'again');
    expect([counts.refused, history.added]).toEqual([1, 0]);
  });

  it('come although some mails are refused, each with its place and reason', async () => {
    const broken = { from: 'nobody', to: clara, day: 1 };
    const { counts, lines: review } = await look([broken, ...usual]);
    expect(counts).toMatchObject({ new: 1, refused: 1 });
    expect(review[0]).toMatchObject({ place: 1, reason: 'Its sender is no address: nobody' });
    const zip = fileOf('takeout.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0]));
    const run = await dryRunMail(db, zip, plain, silent, live());
    expect(run.lines.map(({ reason }) => reason)).toEqual([expect.stringContaining('ZIP')]);
  });

  it('have each mail once, also one that lies in two folders or was seen in Gmail before', async () => {
    const gmail = textOf({ ...usual[0]!, fields: ['X-GM-THRID: 1773664405479613283'] }).replace(
      'From x@y.example Mon Nov  2 09:00:00 2026',
      'From 1773664405479613283@xxx Tue Aug 08 12:36:29 +0000 2023',
    );
    await bring([usual[0]!, usual[0]!, usual[1]!]);
    expect(await db.events.count()).toBe(2);
    const [contact] = await db.contacts.toArray();
    const seen = { site: 'gmail', account: '0', id: '189d5261275de363', address: 'ana@sur.example' };
    const id = await messageEventId(seen, contact?.id ?? '');
    await db.events.add({ id, contactId: contact?.id ?? '', kind: 'message', at: 7, createdAt: 7 });
    const files = fileOf('Takeout.mbox', gmail);
    const job = { id: 'gmail', at, file: { name: 'x', size: 1, modified: 1 }, written: 0, state: 'running' };
    const decisions = { choice: 'mine' as const, choices: {}, fields: [] };
    const given = { job: { ...job, state: 'running' as const }, files, choice: plain, decisions };
    expect((await bringMail(db, given, silent, live())).history.added).toBe(0);
    expect(await db.events.count()).toBe(3);
  });
});

describe('an archive', () => {
  it('is looked into before anything is decided: folders, time, people, and who the user probably is', async () => {
    const mails = [
      { ...usual[0]!, fields: ['X-Gmail-Labels: Inbox', 'Delivered-To: clara@home.example'] },
      { ...usual[1]!, fields: ['X-Gmail-Labels: Sent'] },
      { from: 'Clara <clara@old.example>', to: ana, day: 3, fields: ['X-Gmail-Labels: Sent'] },
      { from: 'nobody', to: clara, day: 1 },
    ];
    const summary = await lookIntoMail(db, archive(mails), silent, live());
    expect(summary).toMatchObject({
      counts: { mails: 3, refused: 1, leftOut: 0 },
      folders: [
        { name: 'Sent', mails: 2, role: 'sent' },
        { name: 'Inbox', mails: 1 },
      ],
      range: { first: Date.UTC(2026, 5, 1, 10), last: Date.UTC(2026, 5, 3, 10) },
      ownCandidates: [
        { address: 'clara@old.example', sent: 1, delivered: 0 },
        { address: 'clara@home.example', sent: 0, delivered: 1 },
      ],
      refused: [{ place: 4, refused: 'Its sender is no address: nobody' }],
    });
    expect(await rows()).toBe(await rows());
    expect(await db.contacts.count()).toBe(0);
  });
});

/** Two people, each with many mails in both directions. */
const many: Mail[] = Array.from({ length: 1300 }, (_, place) => {
  const person = place % 2 === 0 ? ana : bo;
  const isOut = place % 3 === 0;
  const subject = `Order ${place}`;
  return { from: isOut ? clara : person, to: isOut ? person : clara, day: 1 + (place % 28), subject };
});

describe('an import of mail', { timeout: 30_000 }, () => {
  it('that was stopped goes on to the same end', async () => {
    await bring(many, {}, 'whole');
    const whole = await rows();
    expect(await db.events.count()).toBe(1300);
    await db.delete();
    db = openDatabase(db.name);
    const me = { ...initialSettings.me, addresses: ['clara@norte.example'] };
    await db.settings.put({ key: 'settings', value: { ...initialSettings, me } });
    const stop = new AbortController();
    db.events.hook('creating', () => stop.abort(new Error('stopped')));
    expect(await bring(many, {}, 'whole', stop.signal)).toMatchObject({
      isStopped: true,
      history: { added: 500 },
    });
    expect(await db.imports.get('whole')).toMatchObject({ state: 'stopped', written: 2 });
    expect(await bring(many, {}, 'whole')).toMatchObject({ isStopped: false, history: { added: 800 } });
    expect(await rows()).toBe(whole);
  });

  it('is taken back as one, with people, addresses and history', async () => {
    await bring(usual, { withHistory: false }, 'earlier');
    const earlier = await rows();
    await bring([...usual, ...many], {}, 'job');
    expect(await db.events.count()).toBeGreaterThan(1300);
    await takeImportBack(db, 'job', silent);
    expect(await rows()).toBe(earlier);
  });

  it('leaves whoever was worked with since, with their history', async () => {
    await bring(many, {}, 'job');
    const before = (await db.events.toArray()).filter(({ title }) => title?.endsWith('0'));
    const [first] = (await db.contacts.toArray()).filter(({ name }) => name.value === 'Bo');
    const id = first?.id ?? '';
    await db.events.add({ id: 'n-1', contactId: id, kind: 'note', at: 1, text: 'Called', createdAt: 1 });
    const count = await db.events.where('[contactId+at]').between([id, 0], [id, Infinity]).count();
    expect(before.length).toBeGreaterThan(0);
    expect((await takeImportBack(db, 'job', silent)).kept).toEqual(['Bo']);
    expect(await names()).toEqual(['Bo']);
    expect(await db.events.count()).toBe(count);
  });
});
