// What stands for a worker without a browser: the same code here, beside messages that cross as they do there.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { vi } from 'vitest';
import { serveLocking } from '../../../lib/transfer/backup/locking';

/** Workers that were started and not ended. */
export const running = new Set<MessagePort>();

type Inside = Parameters<typeof serveLocking>[0];
/** Locks what it is given. */
const locks = (port: MessagePort) => {
  const listen: Inside['addEventListener'] = (_type, take) =>
    void port.on('message', data => take({ data } as Parameters<typeof take>[0]));
  serveLocking({ addEventListener: listen, postMessage: answer => port.postMessage(answer) });
};

/** Gives workers, all of which do what `work` does; without it they lock. */
export function giveWorkers(work: (inside: MessagePort) => void = locks): void {
  const start = function start() {
    const { port1: outside, port2: inside } = new MessageChannel();
    work(inside);
    running.add(outside);
    const terminate = () => {
      outside.close();
      running.delete(outside);
    };
    return Object.assign(outside, { terminate });
  };
  vi.stubGlobal('Worker', start);
}
