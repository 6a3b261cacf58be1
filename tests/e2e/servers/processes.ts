// Starting daemons by hand, and ending exactly those that were started.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect, createServer } from 'node:net';

export type Daemon = { name: string; child: ChildProcess };

/**
 * Starts a program whose output goes into a file, and waits until it is `ready`; one that does not get there is ended again,
 * and this throws. It leads a group of its own, so that its children end with it.
 */
export async function startDaemon(
  name: string,
  command: string,
  args: string[],
  { log, ready, env = {} }: { log: string; ready: () => Promise<void>; env?: Record<string, string> },
): Promise<Daemon> {
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    stdio: ['ignore', output, output],
    detached: true,
    env: { ...process.env, ...env },
  });
  closeSync(output);
  const daemon = { name, child };
  // A program that is missing says so in an event, which would end the tests where nobody listens.
  const missing = new Promise<never>((_, reject) => child.once('error', reject));
  try {
    await Promise.race([ready(), missing]);
    return daemon;
  } catch (error) {
    await stopDaemon(daemon);
    throw error;
  }
}

/** Ends a daemon and its children, and waits until it is gone; one that does not listen is killed. */
export async function stopDaemon({ child }: Daemon): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  signalGroup(pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

/** A port on loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resolves when something accepts connections on the port; throws when nobody does within `limit` ms. */
export async function listening(port: number, limit = 15_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await accepts(port))) {
    if (Date.now() > end) throw new Error(`Nobody listens on port ${port}.`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
