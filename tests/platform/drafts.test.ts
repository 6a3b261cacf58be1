// Drafts of notes: what was typed about somebody who is forgotten goes, and nothing else.
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetDrafts, readDrafts, writeDrafts } from '../../lib/platform/drafts';

beforeEach(() => fakeBrowser.reset());

it('of somebody forgotten go: as a contact, and as whom they were before they were added', async () => {
  await writeDrafts({
    'c-1': 'About Marta',
    'c-2': 'About Jonas',
    'new:email:marta@norte.example': '{"phone":"1"}',
    'new:2 email:marta@norte.example': '{"phone":"2"}',
    'new:email:jonas@feldweg.example': '{"phone":"3"}',
  });
  await forgetDrafts(['c-1', 'contact:c-1', 'email:marta@norte.example']);
  expect(Object.keys(await readDrafts())).toEqual(['c-2', 'new:email:jonas@feldweg.example']);
});
