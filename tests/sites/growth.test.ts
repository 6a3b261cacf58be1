// Hostile text costs time in proportion to its length, never its square.
import { describe, expect, it } from 'vitest';
import { normaliseSubject } from '../../lib/identity/message-key';
import { pickAddress } from '../../lib/page/report';
import { cleanName, entriesOf, findAddresses, readAddress } from '../../lib/sites/addresses';
import { readDate } from '../../lib/sites/dates';
import { lineOf } from '../../lib/sites/dom';
import { timeOf } from '../../lib/sites/gmail/time';
import { readMessage } from '../../lib/sites/roundcube/message';
import { parsePage } from './load-page';

/** Milliseconds of one call: the best of some rounds that are long enough to be measured. */
function timeFor(call: () => unknown): number {
  let times = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; ) {
    const start = performance.now();
    for (let time = 0; time < times; time++) call();
    const spent = performance.now() - start;
    if (spent < 3) times *= 2;
    else {
      best = Math.min(best, spent / times);
      round++;
    }
  }
  return best;
}

/** Ten times the text: a square would be 100, a cube 1,000. */
const LIMIT = 18;

function expectProportion(make: (length: number) => () => unknown, length: number): void {
  const short = timeFor(make(length));
  expect(timeFor(make(length * 10)) / short).toBeLessThan(LIMIT);
}

const repeated = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

describe('ten times the text takes about ten times as long', { retry: 3 }, () => {
  it.each(["'", '"', "' ", ' via', 'via ', '«', '\u200E', ' \u0000'])('for a name of %j', piece => {
    expectProportion(length => {
      const name = `${repeated(piece, length - 1)}x`;
      return () => [cleanName(name), readAddress('a@x.test', name)];
    }, 59);
  });

  it.each([',', '"', '\\', '<', '<>', '@', 'a@', '"\\"', ', ', '\n', 'a@x.test,', '"a" <a@x.test>,'])(
    'for a list of %j',
    piece => {
      expectProportion(length => {
        const line = repeated(piece, length);
        return () => entriesOf(line);
      }, 9_000);
    },
  );

  it.each(['@', 'a', 'a@', "'", '.', 'a@x.', '\u200E', '()'])('for addresses in a text of %j', piece => {
    expectProportion(length => {
      const text = repeated(piece, length);
      return () => findAddresses(text);
    }, 900);
  });

  it.each(['1', ' ', ',', '1:', '1:11 ', '1.1.', '٢', ', 1'])('for a date of %j', piece => {
    expectProportion(length => {
      const text = repeated(piece, length);
      return () => [readDate(text, 'en', 1e12), timeOf('198c6747aabb71a9', text, 1e13)];
    }, 8);
  });

  it.each(['Re:', 'Re ', ' ', 'Re[1', 'aw[1]: '])('for a subject of %j', piece => {
    expectProportion(length => {
      const page = parsePage(`<h2>${repeated(piece, length)}</h2>`);
      return () => normaliseSubject(lineOf(page.body, length));
    }, 100);
  });

  it.each(["'", '\\', "\\'", "x('", "('\\", 'a'])('for the script of more recipients, of %j', piece => {
    expectProportion(length => {
      const page = parsePage(`<div id="message-header"><table><tr>
        <td class="header from"><a class="rcmContactAddress" title="a@x.test">Ana</a></td>
        <td class="header to"><a class="morelink">more</a></td></tr></table></div>`);
      page.querySelector('.morelink')?.setAttribute('onclick', `x('${repeated(piece, length)}`);
      return () => readMessage(page, 1e12);
    }, 19_000);
  });
});

it('picking an address from a selection of @ is quick', () => {
  const selected = (text: string) => {
    const page = parsePage('<body></body>');
    Object.defineProperty(page, 'getSelection', { value: () => ({ toString: () => text }) });
    return page;
  };
  expect(timeFor(() => pickAddress(selected('@'.repeat(2000))))).toBeLessThan(20);
  expect(pickAddress(selected('Ana <ana@x.test>, me@localhost'))?.value).toBe('ana@x.test');
  expect(pickAddress(selected('me@localhost or eva@y.test.'))?.value).toBe('eva@y.test');
});
