// The release build in a Chromium with a window, on a screen of its own, whose keyboard the browser hears as a person's.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumPath } from '../../../scripts/browser.mjs';
import { firstPage, withExtension } from './browser';
import { openPanel, type Panel } from './panel';

const extension = join(realpathSync(join(import.meta.dirname, '../../..')), '.output/chrome-mv3');

/** Whether this machine has what a screen and a keyboard are made of. */
export const canPress = ['Xvfb', 'xdotool'].every(tool => spawnSync('which', [tool]).status === 0);

export type Window = {
  context: BrowserContext;
  dashboard: Page;
  /** The screen, as programs name it. */
  display: string;
  /** Presses keys as `alt+shift+c`. */
  press(keys: string): void;
  /** The browser's own side panel, as soon as it is open. */
  panel(): Promise<Panel>;
  close(): Promise<void>;
};

/** An extension that is loaded from a folder is named by the folder's path. */
const idOf = (path: string) =>
  [...createHash('sha256').update(path).digest('hex').slice(0, 32)]
    .map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** Starts a screen; the program picks its number and tells it. */
async function openScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('There is no screen.')));
    screen.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return { display, screen };
}

/**
 * Opens a fresh profile. Browsers give an extension that is loaded from a folder no keys: they are put into the profile as
 * the user would on the browser's page for shortcuts.
 */
export async function openWindow(keys: Record<string, string>): Promise<Window> {
  const { display, screen } = await openScreen();
  const profile = mkdtempSync(join(tmpdir(), 'regulars-window-'));
  mkdirSync(join(profile, 'Default'));
  const commands = Object.fromEntries(
    Object.entries(keys).map(([key, command]) => [
      `linux:${key}`,
      { command_name: command, extension: idOf(extension), global: false },
    ]),
  );
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { commands } }));
  const env = { ...process.env, DISPLAY: display } as Record<string, string>;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: null,
    env,
    args: [
      ...withExtension(extension),
      '--remote-debugging-port=0',
      '--ozone-platform=x11',
      '--window-position=0,0',
      '--window-size=1280,900',
    ],
  });
  const dashboard = await firstPage(context);
  const tell = (...words: string[]) => execFileSync('xdotool', words, { env, encoding: 'utf8' }).trim();
  const press = (combination: string) => {
    const [window = ''] = tell('search', '--onlyvisible', '--class', 'chromium').split('\n').slice(-1);
    tell('windowfocus', '--sync', window);
    tell('key', combination);
  };
  const panel = () => openPanel(profile);
  const close = async () => {
    await context.close();
    screen.kill();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, dashboard, display, press, panel, close };
}
