// Which language a text is in, said only where it is evident.

/** Frequent words that few other languages share. */
const stopWords: Record<string, string> = {
  en: 'the and is are was with for you your have this that from will please thanks would could',
  es: 'el los las una que con para por está usted gracias pero como más muy este su hola saludos',
  de: 'der die das und ist nicht mit für ein eine ich sie wir auf auch danke bitte sehr werden grüße',
  fr: 'le les une est que pour avec dans vous nous pas sur merci bonjour je ce qui votre cordialement',
  pt: 'os uma não com para você obrigado mais muito está por seu sua olá foi também',
  it: 'il gli che non per con una sono grazie questo della più anche ciao saluti',
  nl: 'het een en van niet met voor ik je zijn dank ook wij naar groeten',
  pl: 'nie jest się że dla proszę dziękuję oraz jak czy dzień dobry',
  tr: 've bir bu için ile çok teşekkürler merhaba değil olarak',
};
const wordsOf = new Map(Object.entries(stopWords).map(([tag, words]) => [tag, new Set(words.split(' '))]));

const scripts: [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Arabic}/gu, 'ar'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Cyrillic}/gu, 'ru'],
];

/** A BCP 47 language tag, or undefined where the text is too short or mixed. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 2000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, tag] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(letters, 1);
    if (share > (tag === 'ja' ? 0.15 : 0.5)) return tag;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = [...wordsOf].map(([tag, known]) => ({
    tag,
    hits: words.filter(word => known.has(word)).length,
  }));
  const [best, second] = scores.sort((a, b) => b.hits - a.hits);
  return best && best.hits >= 3 && best.hits >= 1.5 * (second?.hits ?? 0) ? best.tag : undefined;
}
