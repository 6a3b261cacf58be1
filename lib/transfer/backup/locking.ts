// Locking beside other work: a worker of its own, since making a key of a passphrase keeps one busy for a second.
import { lock } from './lock';
import { eachPiece, joined } from './pieces';

/** The passphrase comes first, then the pieces, which the browser keeps until they are locked. */
type Wish = { passphrase: string } | { piece: Blob } | 'end';
type Answer = { file: Blob } | { failed: true };

/** The side of the worker, or of what stands for it. */
type Inside = {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<Wish>) => void): void;
};
type Outside = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** What the worker does: it locks what it is given, and answers once with the whole file. */
export function serveLocking(inside: Inside): void {
  const pieces = new TransformStream<Blob, Uint8Array>({
    async transform(piece, controller) {
      controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
    },
  });
  const writer = pieces.writable.getWriter();
  const fail = () => inside.postMessage({ failed: true });
  inside.addEventListener('message', ({ data }) => {
    if (data === 'end') writer.close().catch(fail);
    else if ('piece' in data) writer.write(data.piece).catch(fail);
    else locked(pieces.readable, data.passphrase).then(file => inside.postMessage({ file }), fail);
  });
}

async function locked(content: ReadableStream<Uint8Array>, passphrase: string): Promise<Blob> {
  const parts: Blob[] = [];
  await eachPiece(await lock(content, passphrase), part => parts.push(part));
  return joined(parts);
}

export type Locking = {
  /** Throws a sentence where locking has failed: nothing more needs to be made. */
  check(): void;
  add(piece: Blob): void;
  /** The locked file. Throws a sentence where there is none. */
  finish(): Promise<Blob>;
  /** Ends the worker, whatever it is doing. */
  end(): void;
};

const startLockWorker = (): Outside =>
  new Worker(new URL('./lock-worker.ts', import.meta.url), { type: 'module' });

/** Starts locking at once, before there is anything to lock; the caller ends it. */
export function startLocking(passphrase: string, start = startLockWorker): Locking {
  const worker = start();
  let failure: Error | undefined;
  const file = new Promise<Blob>((resolve, reject) => {
    const fail = () => {
      failure = new Error('The backup could not be locked. This computer may be short of memory.');
      reject(failure);
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) => ('file' in data ? resolve(data.file) : fail());
    worker.onerror = fail;
    worker.onmessageerror = fail;
  });
  // Whoever never comes to ask for the file hears of it by `check`.
  file.catch(() => undefined);
  const ask = (wish: Wish) => worker.postMessage(wish);
  ask({ passphrase });
  return {
    check() {
      if (failure) throw failure;
    },
    add: piece => ask({ piece }),
    finish() {
      ask('end');
      return file;
    },
    end: () => worker.terminate(),
  };
}
