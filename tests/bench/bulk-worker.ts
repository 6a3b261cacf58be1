// Runs in a worker of the extension: the yardsticks of bulk work, on the very rows and bytes that it is about.
import '../../lib/platform/zod';
import { Encrypter } from 'age-encryption';
import { openDatabase } from '../../lib/db/database';
import { domainRows } from '../../lib/db/derived';
import type { Identity } from '../../lib/model/identity';
import type { JournalEntry } from '../../lib/model/journal';
import { pack } from '../../lib/transfer/backup/pack';
import { takeSnapshot } from '../../lib/transfer/backup/snapshot';
import { problemOf } from '../../lib/transfer/backup/verify';
import type { Mapping } from '../../lib/transfer/csv/mapping';
import { readCsv } from '../../lib/transfer/csv/read';

export type BulkTask =
  /** A table of invented people. */
  | { do: 'table'; people: number }
  /** Reading the table, and nothing else. */
  | { do: 'read'; file: Blob; mapping: Mapping }
  /** Only finding the rows that the import wrote, which is a part of the next. */
  | { do: 'gather'; batch: string }
  /** These rows once more, by `bulkPut` into a database of their own. */
  | { do: 'write'; batch: string }
  /** Nobody has been brought in. */
  | { do: 'empty' }
  | { do: 'backup' };

const words = (text: string) => text.split(' ');
const first = words(
  'Ana Ben Carla David Elena Farid Greta Hugo Irina Jonas Keiko Lena Marta Nora Omar Paula',
);
const last = words(
  'Ruiz Okafor Novak Weiss Tanaka Haddad Petrov Sand Vogt Raman Meyer Costa Silva Kim Diaz Roth',
);
const titles = words('Owner Buyer Designer Founder Accountant Support');

function line(at: number): string {
  const [given, family] = [first[at % 16], `${last[Math.floor(at / 16) % 16]}${Math.floor(at / 256)}`];
  const phone = `+34 6${String(10_000_000 + at).slice(0, 2)} ${String(at).padStart(6, '0')}`;
  const note = at % 10 === 0 ? `"Asked for a catalogue, and to be called ""after six"".\nOrder ${at}"` : '';
  const email = `person${at}@company${at % 5000}.example`;
  return `${given},${family},${email},${phone},Company ${at % 5000},${titles[at % 6]},"Newsletter, Spain",K-${at},${note}`;
}

function table(people: number): Blob {
  const head = 'First Name,Last Name,Email,Phone,Company,Job Title,Tags,Customer number,Notes';
  return new Blob([head, ...Array.from({ length: people }, (_item, at) => `\n${line(at)}`)]);
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

async function read(file: Blob, mapping: Mapping): Promise<number> {
  let people = 0;
  for await (const person of readCsv(file, { mapping })) if ('draft' in person) people++;
  return people;
}

type Written = [table: string, rows: unknown[]][];

/** What a portion of the import wrote; its domains are those that came with it. */
async function writtenBy(db: ReturnType<typeof openDatabase>, entry: JournalEntry, domains: Set<string>) {
  const tables = Map.groupBy(entry.changes, change => change.table);
  const written: Written = [...tables].map(([name, changes]) => [name, changes.map(({ after }) => after)]);
  const identities = (tables.get('identities') ?? []).map(({ after }) => after as Identity);
  const fresh = domainRows(identities).filter(({ domain }) => !domains.has(domain));
  for (const { domain } of fresh) domains.add(domain);
  const search = await db.search.bulkGet(entry.contactIds);
  return [...written, ['search', search], ['domains', fresh], ['journal', [entry]]] satisfies Written;
}

/** What the import wrote, portion by portion. */
async function gather(batch: string): Promise<Written[]> {
  const db = openDatabase();
  const domains = new Set<string>();
  const portions: Written[] = [];
  for (const entry of await db.journal.where('batch').equals(batch).toArray())
    portions.push(await writtenBy(db, entry, domains));
  return portions;
}

async function write(batch: string): Promise<number> {
  const portions = await gather(batch);
  const yardstick = openDatabase('regulars-yardstick');
  await yardstick.delete();
  await yardstick.open();
  const { ms } = await timed(async () => {
    for (const portion of portions)
      await yardstick.transaction('rw', yardstick.tables, async () => {
        await Promise.all(portion.map(([name, rows]) => yardstick.table(name).bulkPut(rows)));
      });
  });
  yardstick.close();
  return ms;
}

const passphrase = 'correct horse battery staple';

/** As a backup is packed and locked, with nothing around it. */
async function floor(json: Blob): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(18);
  encrypter.setPassphrase(passphrase);
  const locked = await encrypter.encrypt(json.stream().pipeThrough(new CompressionStream('gzip')));
  await locked.pipeTo(new WritableStream());
}

export type BackupTimes = Awaited<ReturnType<typeof backup>>;

/** Rounds of making and floor in turn; the least of each counts, since what else the computer does only adds. */
const rounds = 5;

async function backup() {
  const db = openDatabase();
  const texts: Blob[] = [];
  await takeSnapshot(db, text => texts.push(new Blob([text])));
  const json = new Blob(texts);
  const [making, least]: [number[], number[]] = [[], []];
  let made = await pack(write => takeSnapshot(db, write), passphrase);
  for (let round = 0; round < rounds; round++) {
    least.push((await timed(() => floor(json))).ms);
    const { ms, result } = await timed(() => pack(write => takeSnapshot(db, write), passphrase));
    making.push(ms);
    made = result;
  }
  const verified = await timed(() => problemOf(made.file, passphrase, made.result.sums));
  if (verified.result) throw new Error(verified.result);
  return {
    made: Math.min(...making),
    floor: Math.min(...least),
    verified: verified.ms,
    bytes: json.size,
    making,
    least,
  };
}

async function carryOut(task: BulkTask): Promise<unknown> {
  if (task.do === 'table') return table(task.people);
  if (task.do === 'read') return (await timed(() => read(task.file, task.mapping))).ms;
  if (task.do === 'empty') return openDatabase().delete();
  if (task.do === 'gather') return (await gather(task.batch)).length;
  return task.do === 'write' ? write(task.batch) : backup();
}

self.addEventListener('message', ({ data }: MessageEvent<BulkTask>) => {
  carryOut(data).then(
    result => self.postMessage({ result }),
    error => self.postMessage({ failed: String(error) }),
  );
});
