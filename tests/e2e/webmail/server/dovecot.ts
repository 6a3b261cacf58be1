// The IMAP server: Dovecot with a configuration of our own, on loopback, for one user.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, listening, startDaemon } from '../../servers/processes';
import type { Owner } from './maildir';

type User = { address: string; password: string };

/** Starts Dovecot below `folder`, reading the mailboxes in `folder/mail`. */
export async function startDovecot(
  folder: string,
  port: number,
  user: User,
  { uid, gid }: Owner,
): Promise<Daemon> {
  const state = join(folder, 'dovecot');
  mkdirSync(join(state, 'state'), { recursive: true });
  writeFileSync(join(state, 'users'), `${user.address}:{PLAIN}${user.password}\n`);
  const folders = ['Sent', 'Drafts', 'Trash', 'Junk'].map(
    name => `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }`,
  );
  const config = `
base_dir = ${state}/run
state_dir = ${state}/state
instance_name = regulars-test
log_path = ${folder}/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = ${uid}
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${state}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
${folders.join('\n')}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
  writeFileSync(join(state, 'dovecot.conf'), config);
  const log = join(folder, 'log/dovecot-start.log');
  return startDaemon('dovecot', 'dovecot', ['-F', '-c', join(state, 'dovecot.conf')], {
    log,
    ready: () => listening(port),
  });
}
