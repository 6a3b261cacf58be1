// The screen for captures, with a person opened and everything unfolded, has no violation that axe finds, in both themes.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from './panel';
import { must } from './people';
import { canPress, openWindow, type Window } from './window';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const team = readFileSync(join(import.meta.dirname, '../../capture/pages/team--elementor-agency.html'));

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };
type Axe = { run(context: unknown, options: unknown): Promise<{ violations: Finding[] }> };

/** What axe finds by the rules of WCAG 2.2 A and AA, a line each. */
const violations = (panel: Panel) =>
  panel.run(async () => {
    const { axe: checker } = globalThis as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await checker.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
  });

describe.skipIf(!canPress)('people of a page', () => {
  let server: Server;
  let window: Window;
  let panel: Panel;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(team);
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    window = await openWindow({ 'Alt+Shift+C': 'capture' });
    const known = [{ kind: 'email', value: 'malcolm@brightpathmedia.com' }];
    const add = (name: string, identities: object[]) =>
      must(window.dashboard, 'contacts.create', {
        patch: { name, title: 'Partner' },
        identities,
        from: 'user',
      });
    await add('Malcolm O’Dowd', known);
    await add('Priya Raghunathan', []);
    const page = await window.context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/team`);
    await page.bringToFront();
    window.press('alt+shift+c');
    panel = await window.panel();
    await panel.click('Save Harriet Lindqvist');
    await panel.click('Tags, stage, note, follow-up, consent');
    await panel.fill('Follow up: what to do', 'Call');
    await panel.run({ toString: () => `() => { ${axe} }` } as never);
  });
  afterAll(async () => {
    panel?.close();
    await window?.close();
    server?.close();
  });

  it.each([
    ['light', 'a contact', 1],
    ['dark', 'a namesake', 2],
  ])('in %s, with %s opened', async (theme, _who, place) => {
    await must(window.dashboard, 'settings.save', { theme });
    await panel.run(at => document.querySelectorAll<HTMLElement>('.captured-name')[at]?.click(), place);
    await expect
      .poll(() => panel.run(() => document.querySelectorAll('.captured-fields input').length))
      .toBeGreaterThan(3);
    expect(await violations(panel)).toEqual([]);
  });
});
