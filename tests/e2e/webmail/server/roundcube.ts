// The webmail: Debian's Roundcube under PHP's own server, with a database made anew.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, listening, startDaemon } from '../../servers/processes';

type Ports = { http: number; imap: number; smtp: number };
type User = { name: string; address: string };

/** Makes the database with one user; `{}` is filled with PHP's own form of the preferences. */
const makeDatabase = String.raw`
$db = new PDO('sqlite:' . $argv[1]);
$db->exec(file_get_contents('/usr/share/roundcube/SQL/sqlite.initial.sql'));
$preferences = serialize(['message_threading' => ['INBOX' => false]]);
$db->prepare('INSERT INTO users (username, mail_host, created, language, preferences) VALUES (?, ?, datetime("now"), ?, ?)')
   ->execute([$argv[2], '127.0.0.1', 'en_US', $preferences]);
$db->prepare('INSERT INTO identities (user_id, changed, standard, name, email, signature) VALUES (?, datetime("now"), 1, ?, ?, ?)')
   ->execute([$db->lastInsertId(), $argv[3], $argv[2], $argv[3] . "\nNorte Café"]);
`;

const php = (script: string, args: string[]) => execFileSync('php', ['-r', script, '--', ...args]);

/** Starts Roundcube below `folder`. */
export async function startRoundcube(folder: string, ports: Ports, user: User): Promise<Daemon> {
  const config = join(folder, 'config');
  for (const name of ['config', 'temp']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['defaults.inc.php', 'mimetypes.php']) {
    symlinkSync(`/etc/roundcube/${name}`, join(config, name));
  }
  const settings: Record<string, string | number | boolean> = {
    db_dsnw: `sqlite:///${folder}/roundcube.sqlite?mode=0640`,
    imap_host: `127.0.0.1:${ports.imap}`,
    smtp_host: `127.0.0.1:${ports.smtp}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: 'only-for-tests-24-chars!',
    skin: 'elastic',
    language: 'en_US',
    log_driver: 'file',
    log_dir: `${folder}/log/`,
    temp_dir: `${folder}/temp/`,
    login_rate_limit: 1000,
    enable_spellcheck: false,
    timezone: 'UTC',
    prefer_html: true,
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `$config['${name}'] = ${JSON.stringify(value)};`,
  );
  writeFileSync(
    join(config, 'config.inc.php'),
    `<?php\n$config = [];\n$config['plugins'] = [];\n${lines.join('\n')}\ninclude __DIR__ . '/habits.inc.php';\n`,
  );
  setHabits(folder, { rich: false, above: false });
  php(makeDatabase, [join(folder, 'roundcube.sqlite'), user.address, user.name]);
  // Compiled files would be looked at anew only every two seconds, and the habits change sooner.
  const options = [`session.save_path=${folder}/temp`, 'opcache.enable=0'].flatMap(option => ['-d', option]);
  const args = [...options, '-S', `127.0.0.1:${ports.http}`];
  return startDaemon('php', 'php', [...args, '-t', '/var/lib/roundcube/public_html'], {
    log: join(folder, 'log/php.log'),
    env: { ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '4' },
    ready: () => listening(ports.http),
  });
}

/** How the user answers: in the rich editor or in plain text, above the quoted message or below it. */
export type Habits = { rich: boolean; above: boolean };

/** Changes how the user answers, from the next page on. In the configuration, which Roundcube itself never writes. */
export function setHabits(folder: string, { rich, above }: Habits): void {
  const lines = [
    '<?php',
    `$config['htmleditor'] = ${rich ? 1 : 0};`,
    `$config['reply_mode'] = ${above ? 1 : 0};`,
    "$config['dont_override'] = ['htmleditor', 'reply_mode'];",
  ];
  writeFileSync(join(folder, 'config/habits.inc.php'), `${lines.join('\n')}\n`);
}
