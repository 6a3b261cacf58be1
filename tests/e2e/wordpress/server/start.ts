// A real WordPress on loopback: Debian's, with MariaDB, two themes and invented comments, made anew in a scratch folder.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Daemon, freePort, listening, startDaemon, stopDaemon } from '../../servers/processes';
import { databaseHost, makeDatabase, query, startDatabase } from './database';

/** A comment as the database holds it. */
export type StoredComment = { id: number; parent: number; author: string; text: string };

export type Blog = {
  origin: string;
  user: { login: string; password: string };
  /** Every comment whose text contains `words`. */
  commentsWith(words: string): StoredComment[];
  stop(): Promise<void>;
};

const here = import.meta.dirname;
const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap(name => [`${name}_KEY`, `${name}_SALT`]);

/** Starts everything. What was started is ended again when a later part fails. */
export async function startBlog(): Promise<Blog> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-wordpress-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'log'));
  const daemons: Daemon[] = [];
  const stop = async () => {
    for (const daemon of daemons.toReversed()) await stopDaemon(daemon);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const site = join(folder, 'site');
    // Both are waited for, also when one fails: nothing may write into a folder that is being removed.
    const made = await Promise.allSettled([makeDatabase(folder), copyWordPress(site)]);
    for (const part of made) if (part.status === 'rejected') throw part.reason;
    configure(site, databaseHost(folder));
    daemons.push(await startDatabase(folder));
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    execFileSync('php', [join(here, 'seed.php'), site, origin], { stdio: ['ignore', 'ignore', 'inherit'] });
    daemons.push(
      await startDaemon('php', 'php', ['-S', `127.0.0.1:${port}`, '-t', site, join(here, 'router.php')], {
        log: join(folder, 'log/php.log'),
        env: { PHP_CLI_SERVER_WORKERS: '4' },
        ready: () => listening(port),
      }),
    );
    const commentsWith = (words: string) => readComments(folder, words);
    return { origin, user: { login: 'nora', password: 'nora-password' }, commentsWith, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A copy of its own: Debian's wants a configuration for each host below /etc. */
const copyWordPress = (site: string) =>
  promisify(execFile)('cp', ['--recursive', '--dereference', '/usr/share/wordpress', site]);

function configure(site: string, database: string): void {
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  copyFileSync(join(here, 'must-use.php'), join(site, 'wp-content/mu-plugins/tests.php'));
  const constants: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: database,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    ...Object.fromEntries(keys.map(name => [name, `only-for-tests-${name}`])),
    // Nothing may leave this machine.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_AUTO_UPDATE_CORE: false,
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
  );
  const rest =
    "$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';";
  writeFileSync(join(site, 'wp-config.php'), `<?php\n${lines.join('\n')}\n${rest}\n`);
}

function readComments(folder: string, words: string): StoredComment[] {
  const like = words.replace(/[\\'%_]/g, sign => `\\${sign}`);
  const rows = query(
    folder,
    `SELECT comment_ID, comment_parent, comment_author, comment_content FROM wp_comments WHERE comment_content LIKE '%${like}%'`,
  );
  return rows.map(([id, parent, author = '', text = '']) => ({
    id: Number(id),
    parent: Number(parent),
    author,
    text: text.replaceAll('\\n', '\n').replaceAll('\\r', ''),
  }));
}
