// A real webmail on loopback: Roundcube, Dovecot and a mail sink, with mailboxes made anew in a scratch folder.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Daemon, freePort, stopDaemon } from '../../servers/processes';
import { startDovecot } from './dovecot';
import { inbox, me } from './inbox';
import { corpusMessages, deliver, type Owner } from './maildir';
import { compose } from './message';
import { type Habits, setHabits, startRoundcube } from './roundcube';
import { type Sink, startSink } from './sink';

export type Webmail = {
  origin: string;
  user: typeof me;
  sink: Sink;
  /** How many messages of the corpus are in the folder Corpus. */
  corpus: number;
  setHabits(habits: Habits): void;
  stop(): Promise<void>;
};

const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user]).toString());

/** Starts everything. What was started is ended again when a later part fails. */
export async function startWebmail(corpusFolder: string | undefined): Promise<Webmail> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-webmail-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'log'));
  const owner: Owner = { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  const corpus = fillMailbox(join(folder, 'mail', me.address), corpusFolder, owner);
  const sink = await startSink();
  const daemons: Daemon[] = [];
  const stop = async () => {
    for (const daemon of daemons.toReversed()) await stopDaemon(daemon);
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ports = { http: await freePort(), imap: await freePort(), smtp: sink.port };
    daemons.push(await startDovecot(folder, ports.imap, me, owner));
    daemons.push(await startRoundcube(folder, ports, me));
    const origin = `http://127.0.0.1:${ports.http}`;
    return { origin, user: me, sink, corpus, setHabits: habits => setHabits(folder, habits), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function fillMailbox(maildir: string, corpusFolder: string | undefined, owner: Owner): number {
  const now = Date.now();
  const recipient = `${me.name} <${me.address}>`;
  for (const draft of inbox) {
    deliver(maildir, compose(draft, recipient, now), now - draft.ago * 3_600_000, owner);
  }
  if (!corpusFolder) return 0;
  const messages = corpusMessages(join(corpusFolder, 'email'));
  for (const [at, message] of messages.entries()) {
    deliver(join(maildir, '.Corpus'), message, now - at * 60_000, owner);
  }
  return messages.length;
}
