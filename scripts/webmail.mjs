// Checks that a webmail can be started here for the tests; with `--install`, gets what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const packages = [
  // Named first: PHP would bring a web server of its own otherwise.
  'php8.2-cgi',
  'php8.2-cli',
  'php8.2-sqlite3',
  'php8.2-gd',
  'roundcube-core',
  'roundcube-sqlite3',
  'dovecot-imapd',
];

const stop = text => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

if (spawnSync('dpkg-query', ['--version']).status !== 0) stop('The webmail tests need Debian.');
if (process.getuid?.() !== 0) stop('The webmail tests need root: the mail server changes to another user.');

const isInstalled = name => {
  const { stdout } = spawnSync('dpkg', ['-s', name]);
  return /^Status: .* installed$/m.test(stdout?.toString() ?? '');
};
const missing = packages.filter(name => !isInstalled(name));
if (missing.length === 0) process.exit(0);

const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
if (!process.argv.includes('--install')) {
  stop(`The webmail tests need packages that are not installed. Run:\n  ${command.join(' ')}`);
}

// Packages may start their daemons; the tests start them themselves, elsewhere.
const policy = '/usr/sbin/policy-rc.d';
const isOurs = !existsSync(policy);
if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
try {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  process.stderr.write(`$ ${command.join(' ')}\n`);
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status } = spawnSync(command[0], command.slice(1), options);
  process.exitCode = status ?? 1;
} finally {
  if (isOurs) rmSync(policy);
}
