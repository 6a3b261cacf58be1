// MariaDB on a socket in a scratch folder, reached by nobody else.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Daemon, startDaemon } from '../../servers/processes';

const user = 'nobody';
const socketOf = (folder: string) => join(folder, 'run/database.sock');

/** The arguments with which the client reaches the database below `folder`. */
export const clientArgs = (folder: string) => ['--no-defaults', '-uroot', `--socket=${socketOf(folder)}`];

const dataOf = (folder: string) => join(folder, 'data');
const common = (folder: string) => ['--no-defaults', `--user=${user}`, `--datadir=${dataOf(folder)}`];

/** Makes the files of an empty database server below `folder`. */
export async function makeDatabase(folder: string): Promise<void> {
  const data = dataOf(folder);
  for (const path of [data, join(folder, 'run')]) mkdirSync(path, { recursive: true });
  execFileSync('chown', [`${user}:`, data, join(folder, 'run')]);
  const made = [
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--force',
    '--skip-name-resolve',
  ];
  await promisify(execFile)('mariadb-install-db', [...common(folder), ...made]);
}

/** Starts the server on the files that were made, with an empty database for the blog. */
export async function startDatabase(folder: string): Promise<Daemon> {
  const lean = [
    '--skip-networking',
    '--skip-log-bin',
    '--performance-schema=off',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=8M',
    '--character-set-server=utf8mb4',
  ];
  const places = [`--socket=${socketOf(folder)}`, `--pid-file=${folder}/run/database.pid`];
  const create = ['-e', 'CREATE DATABASE wordpress CHARACTER SET utf8mb4'];
  return startDaemon('mariadb', 'mariadbd', [...common(folder), ...places, ...lean], {
    log: join(folder, 'log/mariadb.log'),
    ready: async () => {
      await answers(folder);
      execFileSync('mariadb', [...clientArgs(folder), ...create]);
    },
  });
}

async function answers(folder: string, limit = 30_000): Promise<void> {
  const end = Date.now() + limit;
  while (spawnSync('mariadb-admin', [...clientArgs(folder), 'ping'], { stdio: 'ignore' }).status !== 0) {
    if (Date.now() > end) throw new Error('The database does not answer.');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The rows that a question gives, each as its columns. */
export function query(folder: string, sql: string): string[][] {
  const args = [...clientArgs(folder), '--batch', '--skip-column-names', 'wordpress', '-e', sql];
  const lines = execFileSync('mariadb', args).toString().split('\n').filter(Boolean);
  return lines.map(line => line.split('\t'));
}

/** Where PHP finds the database. */
export const databaseHost = (folder: string) => `localhost:${socketOf(folder)}`;
