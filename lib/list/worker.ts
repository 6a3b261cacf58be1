// The worker of the list: answers what the full page asks, one answer for each question.
import '../platform/zod';
import { openDatabase } from '../db/database';
import { Desk, type DeskCalls } from './desk';

export type Question = { id: number; name: keyof DeskCalls; input: unknown[] };
export type Reply = { id: number; value: unknown } | { id: number; failed: string };

const desk = new Desk(openDatabase(), told => self.postMessage(told));

async function answer({ id, name, input }: Question): Promise<Reply> {
  try {
    // Only our own page reaches this worker, and its questions are of the types that the desk has.
    const value: unknown = await Reflect.apply(desk[name], desk, input);
    return { id, value };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : 'That did not work.' };
  }
}

self.addEventListener('message', (event: MessageEvent<Question>) => {
  void answer(event.data).then(reply => self.postMessage(reply));
});
