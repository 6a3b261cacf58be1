import { describe, expect, it } from 'vitest';
import { Patience } from '../../../lib/sites/engine/patience';

/** Looks, each of which takes so many milliseconds. */
function looks(...durations: number[]): string[] {
  let now = 0;
  const patience = new Patience(() => now);
  const at = (duration: number) => () => {
    now += duration;
    return 'found';
  };
  return durations.map(duration => patience.look(at(duration), 'nothing'));
}

describe('patience with a recipe', () => {
  it('does not use what a look found that took too long', () => {
    expect(looks(10, 301, 10)).toEqual(['found', 'nothing', 'found']);
  });

  it('ends after three such looks in a row', () => {
    expect(looks(400, 400, 10, 400, 400, 400, 10)).toEqual([
      'nothing',
      'nothing',
      'found',
      'nothing',
      'nothing',
      'nothing',
      'nothing',
    ]);
  });

  it('ends with a recipe that the browser does not understand', () => {
    const patience = new Patience(() => 0);
    const fail = () => {
      throw new SyntaxError();
    };
    expect(patience.look(fail, 'nothing')).toBe('nothing');
    expect(patience.look(() => 'found', 'nothing')).toBe('nothing');
  });
});
