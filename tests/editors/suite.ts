// What holds for every editor, in either browser: the text arrives once, is the editor's own, and can be taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inserted } from '../../lib/page/insert';
import { type Served, serveEditors } from './serve';
import { texts } from './texts';

/** What a browser does for the suite. */
export type Driver = {
  /** Opens a test page and waits for its editor. */
  open(url: string): Promise<void>;
  read(): Promise<{ state: string; isAwake: boolean; sent: number }>;
  /** Runs `testPage.focus()`. */
  focusEditor(): Promise<void>;
  /** Gives the focus to the page beside, as a click into the sidebar does. */
  focusBeside(): Promise<void>;
  /** Real keys, one after the other, to where the focus is. */
  press(...keys: string[]): Promise<void>;
  /** Runs the insertion in the extension's own world of the page. */
  insert(text: string): Promise<Inserted>;
  close(): Promise<void>;
};

type Kind = {
  /** Its page. */
  editor: string;
  /** What its library makes of every paste, where that is not just the text in its place. */
  makes?: { note: string; of: (left: string, text: string, right: string) => string };
};

const kinds: Kind[] = [
  { editor: 'textarea' },
  { editor: 'react-textarea' },
  { editor: 'contenteditable' },
  { editor: 'shadow' },
  { editor: 'draft' },
  { editor: 'lexical' },
  { editor: 'prosemirror' },
  { editor: 'tiptap' },
  { editor: 'quill' },
  { editor: 'slate' },
  {
    editor: 'tinymce',
    makes: {
      note: 'sets pasted paragraphs apart from the line around them',
      of: (left, text, right) =>
        text.includes('\n') ? [left.trim(), text, right].filter(Boolean).join('\n\n') : left + text + right,
    },
  },
  { editor: 'ckeditor' },
  { editor: 'rooster' },
  { editor: 'strict/textarea' },
  { editor: 'strict/contenteditable' },
  { editor: 'strict/lexical' },
  {
    editor: 'strict/prosemirror',
    makes: {
      note: 'may read no HTML here, and drops blank lines of plain text',
      of: (left, text, right) => left + text.replace(/\n+/g, '\n') + right,
    },
  },
];

const draft = 'Hi Ana';

/** Tests all editors by a driver that `start` opens, given the source of the insertion. */
export function testEditors(start: (inserter: string) => Promise<Driver>): void {
  let served: Served;
  let driver: Driver;

  beforeAll(async () => {
    served = await serveEditors();
    driver = await start(served.inserter);
  });
  afterAll(async () => {
    await driver?.close();
    served?.stop();
  });

  /** Opens an editor with a text in it, presses keys there, and leaves for the page beside. */
  const open = async (editor: string, written: string, ...keys: string[]) => {
    await driver.open(`${served.origin}/${editor}?text=${encodeURIComponent(written)}`);
    await driver.focusEditor();
    await driver.press(...keys);
    await driver.focusBeside();
  };
  const insertedAndTakenBack = async (text: string, shown: string, before: string) => {
    expect(await driver.insert(text)).toEqual({ ok: true });
    expect(await driver.read()).toEqual({ state: shown, isAwake: true, sent: 0 });
    await driver.press('Control+z');
    const isAwake = before !== '';
    await expect.poll(driver.read, { interval: 10 }).toEqual({ state: before, isAwake, sent: 0 });
  };

  const named = kinds.map(kind => ({
    ...kind,
    name: [kind.editor, kind.makes?.note].filter(Boolean).join(', which '),
  }));
  describe.each(named)('$name', ({ editor, makes }) => {
    const shown = (left: string, text: string, right: string) =>
      makes ? makes.of(left, text, right) : left + text + right;

    // What a policy forbids is a way of writing; it does not depend on the text.
    const names = editor.startsWith('strict/') ? ['paragraphs'] : Object.keys(texts);
    it.each(names)('takes %s into an empty box, and gives it back', async name => {
      const text = texts[name as keyof typeof texts];
      await open(editor, '');
      expect(await driver.read()).toEqual({ state: '', isAwake: false, sent: 0 });
      await insertedAndTakenBack(text, shown('', text, ''), '');
    });

    it('takes paragraphs where the caret is, and gives back what was there', async () => {
      const text = texts.paragraphs;
      await open(editor, draft, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
      await insertedAndTakenBack(text, shown('Hi ', text, 'Ana'), draft);
    });

    it('takes a line in place of what is selected, and gives that back', async () => {
      const text = texts['one line'];
      await open(editor, draft, 'Control+a');
      await insertedAndTakenBack(text, text, draft);
    });
  });

  describe('a box', () => {
    const failed = { ok: false, reason: 'The box did not take the text.' };
    const gone = { ok: false, reason: 'The reply box is gone.' };
    const text = texts['one line'];

    it('gets line feeds for the line ends of Windows, to the last', async () => {
      await open('tiptap', '');
      expect(await driver.insert('Dear Marta,\r\nthank you.\r\n')).toEqual({ ok: true });
      expect((await driver.read()).state).toBe('Dear Marta,\nthank you.\n');
    });

    it.each([
      ['that shows it late is waited for', 'late', { ok: true }, text],
      ['that refuses a paste is not written into by other means', 'refusing', failed, ''],
      ['whose send button stays asleep did not take it', 'deaf', failed, text],
      ['that doubles it did not take it as it was', 'doubling', failed, text + text],
      ['that is replaced when it gets the focus is left alone', 'replaced', gone, ''],
    ])('%s', async (_, as, answer, state) => {
      await driver.open(`${served.origin}/odd?as=${as}`);
      await driver.focusBeside();
      expect(await driver.insert(text)).toEqual(answer);
      expect(await driver.read()).toMatchObject({ state, sent: 0 });
    });
  });
}
