// An SMTP server on loopback that keeps what it is given and passes nothing on (RFC 5321, the commands clients use).
import { createServer, type Server, type Socket } from 'node:net';

export type Sent = { from: string; to: string[]; data: string };
export type Sink = {
  port: number;
  sent: Sent[];
  /** The next message that arrives after `count` others; throws when none comes within `limit` ms. */
  next(count: number, limit?: number): Promise<Sent>;
  stop(): Promise<void>;
};

/** Starts the sink on a free port. */
export async function startSink(): Promise<Sink> {
  const sent: Sent[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Set<Socket>();
  const keep = (message: Sent) => {
    sent.push(message);
    for (const wake of waiting) wake();
  };
  const server: Server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(socket, keep);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const next = (count: number, limit = 10_000) =>
    new Promise<Sent>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No mail arrived at the sink.')), limit);
      const look = () => {
        const message = sent[count];
        if (!message) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(message);
      };
      waiting.add(look);
      look();
    });
  const stop = () =>
    new Promise<void>(resolve => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, sent, next, stop };
}

/** One conversation with a client. */
function talk(socket: Socket, keep: (message: Sent) => void): void {
  socket.setEncoding('latin1');
  const say = (text: string) => socket.write(`${text}\r\n`);
  let rest = '';
  let data: string[] | undefined;
  let [from, to]: [string, string[]] = ['', []];
  const addressIn = (text: string) => Buffer.from(/<([^>]*)>/.exec(text)?.[1] ?? '', 'latin1').toString();
  const takeLine = (text: string) => {
    if (text !== '.') return void data?.push(text.startsWith('..') ? text.slice(1) : text);
    keep({ from, to, data: Buffer.from(data?.join('\r\n') ?? '', 'latin1').toString() });
    data = undefined;
    to = [];
    say('250 kept');
  };
  const obey = (text: string) => {
    const verb = text.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return say('250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8');
    if (verb === 'MAIL') from = addressIn(text);
    if (verb === 'RCPT') to.push(addressIn(text));
    if (verb === 'DATA') {
      data = [];
      return say('354 go on');
    }
    if (verb === 'QUIT') {
      say('221 bye');
      return socket.end();
    }
    return say('250 ok');
  };
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const text of lines) data ? takeLine(text) : obey(text);
  });
  say('220 sink');
}
