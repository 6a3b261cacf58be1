// The entrance: everybody a page tells of, read in slices, best sources first; what was found stands when it is ended early.
import type { CapturedPage } from '../model/capture';
import { combine } from './combine';
import { countryOf } from './country';
import type { Finding, Found, Page } from './finding';
import { guessLanguage } from './language';
import { isOwnPage } from './own-page';
import { structuredSources } from './structured/sources';
import { nothingShown, readVisible } from './visible/read-visible';

export type PageReading = {
  people: Found[][];
  organization?: Found[];
  country?: string;
  language?: string;
  leftOut: CapturedPage['leftOut'];
};

const mostFrames = 20;

/** What has been read until now, and the reading that goes on. */
export type ReadingOfPage = { reading: Generator<undefined, void>; result: () => PageReading };

/** Begins to read a page. `result` gives what is known at any time, however far `reading` has gone. */
export function readPage(page: Page): ReadingOfPage {
  const findings: Finding[] = [];
  const leftOut = new Set<CapturedPage['leftOut'][number]>();
  const whole: Page = { ...page, leftOut };
  let country: string | undefined;
  let ended = false;
  const texts: string[] = [];

  function* read(): Generator<undefined, void> {
    country = countryOf(whole);
    yield;
    const queue: Page[] = [{ ...whole, ...(country && { country }) }];
    for (let at = 0; at < queue.length; at++) {
      const now = queue[at];
      if (!now) break;
      for (const source of structuredSources) yield* source(now, findings);
      const shown = nothingShown();
      yield* readVisible(now, findings, shown);
      if (shown.hasForeignFrames || queue.length + shown.frames.length > mostFrames) leftOut.add('frames');
      queue.push(...shown.frames.slice(0, mostFrames - queue.length).map(document => ({ ...now, document })));
      if (at === 0) texts.push(...shown.lines.slice(0, 200).map(({ text }) => text));
    }
    ended = true;
  }

  const result = (): PageReading => {
    const { people, organization, isCut } = combine(findings, { ownPage: isOwnPage(page) });
    if (!ended) leftOut.add('time');
    if (isCut) leftOut.add('people');
    const lang = page.document.documentElement?.getAttribute('lang')?.trim().slice(0, 35);
    const language =
      lang && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : guessLanguage(texts.join('\n'));
    return {
      people,
      ...(organization && { organization }),
      ...(country && { country }),
      ...(language && { language }),
      leftOut: [...leftOut],
    };
  };
  return { reading: read(), result };
}
