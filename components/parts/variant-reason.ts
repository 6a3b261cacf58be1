// Why this variant of a reply is shown, in words: "Spanish, their language".
import { languageName } from '../../lib/capture/language-names';
import type { ReplyVariant } from '../../lib/model/reply';
import { channelNames } from '../../lib/replies/channel-names';
import type { Choice } from '../../lib/replies/choose';

const reasons: Record<Choice['because'] | 'choice', string> = {
  language: 'their language',
  'own-language': 'your language',
  channel: 'where you write',
  tone: 'their tone',
  'only-one': 'the only variant',
  first: 'the first variant',
  choice: 'your choice',
};

/** What the variant was made for, what decided first: "Email, where you write · Formal". */
export function variantReason(variant: ReplyVariant, because: Choice['because'] | 'choice'): string {
  const language = variant.language ? languageName(variant.language) : 'Any language';
  const channel = variant.channel && channelNames[variant.channel];
  const tone = variant.tone && variant.tone.charAt(0).toUpperCase() + variant.tone.slice(1);
  const traits = [language, channel, tone].filter(trait => trait !== undefined);
  const first = { channel, tone }[String(because)] ?? language;
  const rest = traits.filter(trait => trait !== first && trait !== 'Any language');
  return [`${first}, ${reasons[because]}`, ...rest].join(' · ');
}
