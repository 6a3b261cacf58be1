// The golden pages of captures in a real Chromium, laid out: who is read of them, by the built script, and nothing is changed.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapturedPage } from '../../../lib/model/capture';
import type { CaptureOrder } from '../../../lib/model/capture-order';
import { chromiumPath } from '../../../scripts/browser.mjs';
import { compare, type FieldCounts, noCounts } from '../../capture/compare';
import { isHeld, pagePaths, readFiles } from '../../capture/load-page';

const script = readFileSync(join(import.meta.dirname, '../../../.output/chrome-mv3-test/capture.js'), 'utf8');

let browser: Browser;
let page: Page;
const counts: FieldCounts = noCounts();

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** What the built script tells of a page that is opened at its own address; its own scripts and pictures do not run. */
async function captured(path: string): Promise<{ read: CapturedPage; unchanged: boolean }> {
  const { url, html } = readFiles(path);
  await page.unrouteAll();
  await page.route('**', route =>
    route.request().url() === url.href
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(url.href, { waitUntil: 'domcontentloaded' });
  const before = await page.content();
  await page.evaluate(script);
  const order: CaptureOrder = { order: 'read', aim: { kind: 'page' }, isPatient: true };
  const read = await page.evaluate(
    given =>
      (globalThis as unknown as { regularsCapture(order: unknown): Promise<unknown> }).regularsCapture(given),
    order,
  );
  return { read: read as CapturedPage, unchanged: (await page.content()) === before };
}

describe.each(pagePaths().filter(path => !isHeld(path)))('%s', path => {
  it(`${basename(path)} stays as it is, and nothing of what must never come out of it does`, async () => {
    const { read, unchanged } = await captured(path);
    const { expected } = readFiles(path);
    compare(
      read.people.map(({ values }) => values),
      expected.people,
      counts,
      [],
    );
    const all = [...read.people, ...(read.organization ? [read.organization] : [])];
    const values = all.flatMap(one => one.values.map(({ value }) => value));
    expect({ unchanged, never: values.filter(value => expected.never?.includes(value)) }).toEqual({
      unchanged: true,
      never: [],
    });
    expect(read.leftOut).not.toContain('time');
  });
});

it.each(['name', 'email'] as const)('at most 2 of 100 %ss are wrong and 10 of 100 missed', field => {
  const { right, wrong, missed } = counts[field];
  expect(right).toBeGreaterThan(50);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
  expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
});
