// Choosing the variant of a reply that suits the contact, the place and the user.
import type { Reply, ReplyVariant } from '../model/reply';

export type Wish = { language?: string; channel?: string; tone?: string; ownLanguages?: string[] };
export type Choice = {
  variant: ReplyVariant;
  index: number;
  because: 'language' | 'channel' | 'tone' | 'only-one' | 'first';
};

const base = (tag: string) => tag.toLowerCase().split('-')[0];

/** How well a tag fits a wish: exactly, by its base language (`es` for `es-MX`), or not. */
function fits(tag: string | undefined, wish: string | undefined): number {
  if (!tag || !wish) return 0;
  if (tag.toLowerCase() === wish.toLowerCase()) return 2;
  return base(tag) === base(wish) ? 1 : 0;
}

/**
 * The best variant: the contact's language first, then the channel, then the tone, then the user's own languages; of
 * equals the earlier one. A variant for another channel is taken only when there is no other.
 */
export function chooseVariant(reply: Reply, wish: Wish): Choice {
  const scored = reply.variants.map((variant, index) => {
    const language = fits(variant.language, wish.language);
    const channel = !variant.channel ? 0 : variant.channel === wish.channel ? 1 : -8;
    const tone = variant.tone && variant.tone === wish.tone ? 1 : 0;
    const own = (wish.ownLanguages ?? []).some(tag => fits(variant.language, tag) > 0) ? 1 : 0;
    return { variant, index, language, channel, tone, score: language * 100 + channel * 20 + tone * 5 + own };
  });
  const best = scored.reduce((leader, item) => (item.score > leader.score ? item : leader));
  const because =
    reply.variants.length === 1
      ? 'only-one'
      : best.language > 0
        ? 'language'
        : best.channel > 0
          ? 'channel'
          : best.tone > 0
            ? 'tone'
            : 'first';
  return { variant: best.variant, index: best.index, because };
}
