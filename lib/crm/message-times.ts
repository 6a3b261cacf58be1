// When the messages of a conversation happened, also where the page does not say it.
import type { SeenMessage } from '../model/sighting';

/**
 * A time (ms) for each message, never after `now`. One without a time stands just before the next that has one, else
 * just after the one before it, so that the order of the page is kept; a conversation without times ends `now`.
 */
export function messageTimes(messages: readonly SeenMessage[], now: number): number[] {
  const stated = messages.map(({ at }) => (at === undefined ? undefined : Math.min(at, now)));
  const times: number[] = [];
  for (const [place, at] of stated.entries()) {
    const next = stated.findIndex((other, index) => index > place && other !== undefined);
    const following = stated[next];
    const last = times.at(-1);
    if (at !== undefined) times.push(at);
    else if (following !== undefined) times.push(following - (next - place));
    else if (last !== undefined) times.push(last + 1);
    else times.push(now - (messages.length - 1 - place));
  }
  return times.map(at => Math.max(0, Math.min(at, now)));
}
