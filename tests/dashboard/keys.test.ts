// From pressed keys to commands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForKeys, nameOfKey } from '../../components/dashboard/palette/keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the name of a key', () => {
  it.each([
    [{ key: 'c' }, 'C'],
    [{ key: 'C', shiftKey: true }, 'Shift C'],
    [{ key: 'k', ctrlKey: true }, 'Ctrl K'],
    [{ key: 'k', metaKey: true }, 'Ctrl K'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'Delete' }, 'Delete'],
    [{ key: 'Shift', shiftKey: true }, undefined],
    [{ key: 'c', altKey: true }, undefined],
  ])('%o is %s', (pressed, name) => {
    expect(nameOfKey({ ...plain, ...pressed })).toBe(name);
  });
});

describe('a key that is pressed', () => {
  let done: string[];
  let life: AbortController;
  beforeEach(() => {
    done = [];
    life = new AbortController();
    const command = (keys: string) => ({
      id: keys,
      label: keys,
      group: 'Test',
      keys,
      run: () => {
        done.push(keys);
      },
    });
    listenForKeys(() => ['T', 'G T', 'Ctrl K'].map(command), life.signal);
  });
  afterEach(() => {
    life.abort();
    document.body.replaceChildren();
  });
  const press = (key: string, on: Element = document.body, more: KeyboardEventInit = {}) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

  it('runs its command, and another one after G', () => {
    press('t');
    press('g');
    press('t');
    press('t');
    expect(done).toEqual(['T', 'G T', 'T']);
  });

  it('is a letter where somebody types, but for those with Ctrl', () => {
    const field = document.body.appendChild(document.createElement('input'));
    press('t', field);
    press('k', field, { ctrlKey: true });
    expect(done).toEqual(['Ctrl K']);
  });

  it('belongs to a dialog that is open', () => {
    document.body.appendChild(document.createElement('dialog')).setAttribute('open', '');
    press('t');
    expect(done).toEqual([]);
  });

  it('does nothing more once nobody listens', () => {
    life.abort();
    press('t');
    expect(done).toEqual([]);
  });
});
