// Finding a reply by its shortcut or by words.
import { nameWords } from '../identity/names';
import type { Reply } from '../model/reply';

function rank(reply: Reply, words: string[], shortcut: string | undefined): number | undefined {
  if (shortcut !== undefined) {
    const own = reply.shortcut?.toLowerCase();
    if (own === undefined || !own.startsWith(shortcut)) return undefined;
    return own === shortcut ? 1000 : 500;
  }
  const name = nameWords(`${reply.name} ${reply.shortcut ?? ''} ${reply.tags.join(' ')}`);
  const body = nameWords(reply.variants.map(variant => variant.body).join(' '));
  let sum = 0;
  for (const word of words) {
    if (name.some(other => other.startsWith(word))) sum += 10;
    else if (body.some(other => other.startsWith(word))) sum += 1;
    else return undefined;
  }
  return sum;
}

/** Replies that fit `query`: `;ref` by shortcut, else by words of name, tags and text. The often used come first. */
export function findReplies(replies: Reply[], query: string): Reply[] {
  const text = query.trim();
  if (text === '') return replies.toSorted((a, b) => a.order - b.order);
  const shortcut = text.startsWith(';') ? text.slice(1).toLowerCase() : undefined;
  const words = nameWords(text);
  if (shortcut === undefined && words.length === 0) return [];
  return replies
    .flatMap(reply => {
      const score = rank(reply, words, shortcut);
      return score === undefined ? [] : [{ reply, score }];
    })
    .sort((a, b) => b.score - a.score || b.reply.uses - a.reply.uses || a.reply.order - b.reply.order)
    .map(({ reply }) => reply);
}
