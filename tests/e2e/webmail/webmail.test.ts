// The main job on a real webmail: read a message, know who it is, answer with a prepared reply, find it sent.
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../sites/record';
import { chooseSite, type Opened, openBrowser, sidebarOf } from '../chromium/browser';
import { must } from '../chromium/people';
import * as mailbox from './mailbox';
import { startWebmail, type Webmail } from './server/start';

const thread = 'Re: Grinder arrived broken';
const martas = 'marta.ruiz@roasters.example';

let webmail: Webmail;
let browser: Opened;
let page: Page;

const sidebar = (): Promise<Frame> => sidebarOf(page);
/** Waits until the sidebar names this person. */
const shows = async (name: string) => {
  await (await sidebar()).getByRole('heading', { level: 1, name }).waitFor({ timeout: 8000 });
  record('roundcube', 'server', 'people', once);
};
const once = { right: 1, wrong: 0, missed: 0 };

beforeAll(async () => {
  webmail = await startWebmail(process.env.REGULARS_CORPUS);
  browser = await openBrowser();
  await chooseSite(browser.dashboard, webmail.origin, 'roundcube');
  page = await browser.context.newPage();
  page.setDefaultTimeout(10_000);
  await mailbox.signIn(page, webmail);
});

afterAll(async () => {
  await browser?.close();
  await webmail?.stop();
});

describe('a message beside the list', () => {
  it('shows who wrote it, with guesses from the signature', async () => {
    await mailbox.preview(page, thread);
    await shows('Marta Ruiz');
    const form = await sidebar();
    expect(await form.getByLabel('Email').inputValue()).toBe(martas);
    expect(await form.getByLabel('Phone').inputValue()).toBe('+34 600 55 50 14');
  });

  it('makes a contact of them, known at once and why', async () => {
    const form = await sidebar();
    await form.getByRole('button', { name: 'Add to Regulars' }).click();
    await form.getByText('Same email address').waitFor();
  });

  it('shows the next person when another message is opened', async () => {
    await mailbox.preview(page, 'Angebot für die Mühle');
    await shows('Müller, Jürgen (Vertrieb)');
    await mailbox.preview(page, '新しい豆について');
    await shows('田中 花子');
  });
});

describe('a message that misleads', () => {
  it('is read from the header, not from a body that imitates it', async () => {
    await mailbox.preview(page, 'A mail that imitates the webmail');
    await shows('Ivo Petrov');
    expect(await (await sidebar()).getByText('boss@norte-cafe.test').count()).toBe(0);
  });

  it('with another address for a name is told by its true address', async () => {
    await mailbox.preview(page, 'Invoice overdue');
    const card = await sidebar();
    await card.getByText('billing@evil.example').first().waitFor();
    expect(await card.getByText('Same email address').count()).toBe(0);
  });

  it('from a look-alike domain warns and shows no history', async () => {
    await mailbox.preview(page, 'New bank details');
    const card = await sidebar();
    await card.getByRole('alert').getByText('roastters.example').first().waitFor();
    expect(await card.getByRole('tab', { name: /History/ }).count()).toBe(0);
  });

  it('with another reply address says so', async () => {
    await mailbox.preview(page, 'Answer me elsewhere');
    await shows('Paula Sand');
    await (await sidebar()).getByText('elsewhere@other.example').first().waitFor();
  });
});

describe('a message alone', () => {
  it('shows the card of the person who is known now', async () => {
    await mailbox.openAlone(page, thread);
    await shows('Marta Ruiz');
    await (await sidebar()).getByText('Same email address').waitFor();
  });

  it('keeps the conversation on the timeline once', async () => {
    await page.reload();
    await shows('Marta Ruiz');
    expect(await kept()).toHaveLength(1);
  });
});

/** The messages on Marta's timeline. */
async function kept(): Promise<{ kind: string; direction: string }[]> {
  const [contact] = (await must(browser.dashboard, 'contacts.search', { query: 'Marta', limit: 5 })) as {
    id: string;
  }[];
  const events = await must(browser.dashboard, 'timeline.list', { contactId: contact?.id, limit: 50 });
  return (events as { kind: string; direction: string }[]).filter(event => event.kind === 'message');
}

/** Chooses the reply with this shortcut, fills its blanks, and inserts it. */
async function insertReply(shortcut: string, blanks: Record<string, string>): Promise<void> {
  const card = await sidebar();
  await card.getByRole('tab', { name: 'Quick replies' }).click();
  await card.getByLabel('Search quick replies').fill(`;${shortcut}`);
  for (const [name, value] of Object.entries(blanks)) {
    await card.getByRole('button', { name }).click();
    await card.getByLabel(name).fill(value);
    await card.getByLabel(name).press('Enter');
  }
  await card.getByRole('button', { name: /^Insert/ }).click();
  await card.getByText('Inserted.').waitFor();
  record('roundcube', 'server', 'insertion', once);
}

const blanks = (order: string) => ({ 'order number': order, 'arrival date': 'Friday', 'first name': 'Nora' });

/** The readable text of a sent message: the plain part, or the HTML one without its markup. */
function textOf(data: string): string {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').replace(/=\r\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const isQuoted = /quoted-printable/i.test(data);
  return `${head}\n${isQuoted ? Buffer.from(bytes, 'latin1').toString() : body}`.replace(/\s+/g, ' ');
}

describe('an answer', () => {
  it.each([
    { order: '2041', above: false, where: 'below the quoted message, for who answers there' },
    { order: '2042', above: true, where: 'above the quoted message, for who answers there' },
  ])('in plain text holds the reply once, $where, and arrives', async ({ order, above }) => {
    webmail.setHabits({ rich: false, above });
    await mailbox.openInbox(page, webmail);
    await mailbox.openAlone(page, thread);
    await shows('Marta Ruiz');
    await mailbox.answer(page);
    await mailbox.plainBox(page).waitFor();
    await shows('Marta Ruiz');
    await insertReply('refund', blanks(order));
    const written = await mailbox.plainBox(page).inputValue();
    const [at, quote, signature] = [`order ${order}`, '> Hello Nora', 'Norte Café'].map(text =>
      written.indexOf(text),
    );
    expect(written.split(`order ${order}`).length).toBe(2);
    expect(at! < quote!).toBe(above);
    if (signature !== -1) expect(at).toBeLessThan(signature!);
    const before = webmail.sink.sent.length;
    await mailbox.send(page);
    const sent = await webmail.sink.next(before);
    expect(sent.to).toEqual([martas]);
    expect(textOf(sent.data).split(`order ${order}`).length).toBe(2);
  });

  it('in the rich editor too', async () => {
    webmail.setHabits({ rich: true, above: true });
    await mailbox.openInbox(page, webmail);
    await mailbox.openAlone(page, thread);
    await shows('Marta Ruiz');
    await mailbox.answer(page);
    await mailbox.richBox(page).waitFor();
    await shows('Marta Ruiz');
    await insertReply('refund', blanks('3052'));
    const written = (await mailbox.richBox(page).textContent()) ?? '';
    expect(written.split('order 3052').length).toBe(2);
    expect(written.indexOf('order 3052')).toBeLessThan(written.indexOf('the new burr does not fit'));
    const before = webmail.sink.sent.length;
    await mailbox.send(page);
    const sent = await webmail.sink.next(before);
    expect(sent.to).toEqual([martas]);
    // The rich editor sends both forms, each with the text once.
    expect(textOf(sent.data).split('order 3052').length).toBe(3);
  });
});

describe('real messages', () => {
  it.skipIf(!process.env.REGULARS_CORPUS)(
    'are read as the webmail shows them',
    async () => {
      expect(webmail.corpus).toBeGreaterThan(0);
      const wrong: string[] = [];
      for (let uid = 1; uid <= Math.min(webmail.corpus, 40); uid++) {
        await page.goto(`${webmail.origin}/?_task=mail&_mbox=Corpus&_uid=${uid}&_action=show`);
        const sender = page.locator('#message-header .header-summary .rcmContactAddress').first();
        const shown = (await sender.count()) > 0 ? await sender.getAttribute('title') : undefined;
        if (!shown?.includes('@')) continue;
        const read = await readSender();
        // Texts of the corpus are other people's: only the number of a message is told.
        if (read !== shown.toLowerCase()) wrong.push(`message ${uid}`);
      }
      expect(wrong).toEqual([]);
    },
    180_000,
  );
});

/** The address of the sender that the extension read in the page on screen. */
async function readSender(): Promise<string | undefined> {
  await sidebar();
  return browser.dashboard.evaluate(async url => {
    type Stored = { sighting?: { url: string; people: { role: string; identities: { value: string }[] }[] } };
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(): Promise<Record<string, Stored>> } } };
    };
    const end = Date.now() + 5000;
    while (Date.now() < end) {
      for (const [key, { sighting }] of Object.entries(await chrome.storage.session.get())) {
        if (!key.startsWith('sighting:') || !sighting || !url.includes(sighting.url.split('?')[1] ?? '-'))
          continue;
        const sender = sighting.people.find(person => person.role === 'sender');
        return sender?.identities[0]?.value.toLowerCase();
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return undefined;
  }, page.url());
}
