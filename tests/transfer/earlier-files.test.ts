// Files of earlier versions, and the demo's, come in whole with their settings.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { readSettings } from '../../lib/db/settings';
import { customersFile } from '../../scripts/demo/customers.mjs';
import { emptyFile, imported, install, source, stranger, uninstall } from './installation';

let db: Database;
beforeEach(async () => {
  db = await install();
});
afterEach(() => uninstall(db));

/** As the first version wrote them: without recipes and rules of retention. */
const firstSettings = {
  me: {
    name: 'Sol',
    addresses: ['sol@shop.example'],
    sharedMailboxes: [],
    proposed: [],
    languages: ['es'],
    signature: '',
  },
  sites: [],
  history: 'automatic',
  namesInNotifications: false,
  theme: 'dark',
};

it('of the first version, with settings that had less in them', async () => {
  const contact = { ...stranger, name: { value: 'Marta Ruiz', source } };
  const text = JSON.stringify({ ...emptyFile, contacts: [contact], settings: firstSettings });
  expect(await imported(text, true)).toMatchObject({ added: 1, rejected: [] });
  expect(await readSettings(db)).toMatchObject({ theme: 'dark', recipes: [], me: { name: 'Sol' } });
});

it('of the demo, with nobody refused', async () => {
  const { added, rejected } = await imported(customersFile(), true);
  expect(rejected).toEqual([]);
  expect(added).toBeGreaterThan(0);
});
