// Choosing the variant of a reply that suits the contact, the place and the user.
import { languageTag } from '../capture/language-names';
import type { Reply, ReplyVariant } from '../model/reply';
import { baseLanguage } from './preferred';

/** What is wished for; `channel` is where the reply will be written. */
export type Wish = { language?: string; channel?: string; tone?: string; ownLanguages?: string[] };
export type Choice = {
  variant: ReplyVariant;
  index: number;
  because: 'language' | 'own-language' | 'channel' | 'tone' | 'only-one' | 'first';
};

/** How well a variant's tag fits a language: exactly, by its base (`es` for `es-MX`), or not. */
function fits(tag: string, wish: string): number {
  if (tag.toLowerCase() === wish.toLowerCase()) return 2;
  return baseLanguage(tag) === baseLanguage(wish) ? 1 : 0;
}

/** The contact's language, then the one that serves for any, then the user's own in their order, then the rest. */
function languageRank(tag: string | undefined, { language, ownLanguages = [] }: Wish): number {
  if (!tag) return 200;
  if (language && fits(tag, language) > 0) return 300 + fits(tag, language);
  const own = ownLanguages.findIndex(words => fits(tag, languageTag(words) ?? words) > 0);
  if (own === -1) return 0;
  // Whose language nobody knows is written to in the user's own.
  return (language ? 100 : 300) - own;
}

/** What was made for the wish, then what serves for any, then what was made for something else. */
function rank(made: string | undefined, wish: string | undefined): number {
  if (!made) return 1;
  return made.toLowerCase() === wish?.toLowerCase() ? 2 : 0;
}

/** The best variant by language, then by channel, then by tone; of equals the earlier one. Says what decided. */
export function chooseVariant(reply: Reply, wish: Wish): Choice {
  const ranked = reply.variants.map((variant, index) => ({
    variant,
    index,
    language: languageRank(variant.language, wish),
    channel: rank(variant.channel, wish.channel),
    tone: rank(variant.tone, wish.tone),
  }));
  const best = ranked.reduce((leader, item) => {
    const by = item.language - leader.language || item.channel - leader.channel || item.tone - leader.tone;
    return by > 0 ? item : leader;
  });
  return { variant: best.variant, index: best.index, because: reasonOf(best, reply, wish) };
}

function reasonOf({ variant }: { variant: ReplyVariant }, reply: Reply, wish: Wish): Choice['because'] {
  if (variant.language && wish.language && fits(variant.language, wish.language) > 0) return 'language';
  if (reply.variants.length === 1) return 'only-one';
  if (variant.language && languageRank(variant.language, wish) > 0) return 'own-language';
  if (rank(variant.channel, wish.channel) === 2) return 'channel';
  return rank(variant.tone, wish.tone) === 2 ? 'tone' : 'first';
}
