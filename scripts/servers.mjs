// Checks that a server can be started here for the tests: `webmail` or `wordpress`; with `--install`, gets what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Debian's packages of each. The first of PHP is named first: it would bring a web server of its own otherwise. */
const packages = {
  webmail: [
    'php8.2-cgi',
    'php8.2-cli',
    'php8.2-sqlite3',
    'php8.2-gd',
    'roundcube-core',
    'roundcube-sqlite3',
    'dovecot-imapd',
  ],
  wordpress: [
    // Never started: WordPress asks for some web server, and PHP has one.
    'nginx-light',
    'php8.2-cgi',
    'php8.2-cli',
    'php8.2-mysql',
    'php8.2-gd',
    'wordpress',
    'wordpress-theme-twentytwentyone',
    'wordpress-theme-twentytwentythree',
    'mariadb-server',
  ],
};

const stop = text => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const [server] = process.argv.slice(2);
if (!Object.hasOwn(packages, server))
  stop(`node scripts/servers.mjs ${Object.keys(packages).join('|')} [--install]`);
if (spawnSync('dpkg-query', ['--version']).status !== 0) stop(`The tests with a real ${server} need Debian.`);
if (process.getuid?.() !== 0)
  stop(`The tests with a real ${server} need root: its server changes to another user.`);

const isInstalled = name => {
  const { stdout } = spawnSync('dpkg', ['-s', name]);
  return /^Status: .* installed$/m.test(stdout?.toString() ?? '');
};
const missing = packages[server].filter(name => !isInstalled(name));
if (missing.length === 0) process.exit(0);

const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages[server]];
if (!process.argv.includes('--install')) {
  stop(`The tests with a real ${server} need packages that are not installed. Run:\n  ${command.join(' ')}`);
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
