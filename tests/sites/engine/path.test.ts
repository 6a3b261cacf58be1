// Patterns for paths of addresses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenFrom } from '../../../lib/sites/engine/path';

describe('a path', () => {
  it.each([
    ['/r/coffee/comments/1abc/hello/', '/r/*/comments/{}/**', '1abc'],
    ['/r/coffee/comments/1abc', '/r/*/comments/{}/**', '1abc'],
    ['/r/coffee/comments', '/r/*/comments/{}/**', undefined],
    ['/@ana.ruiz', '/@{}', 'ana.ruiz'],
    ['/@', '/@{}', undefined],
    ['/ana', '/@{}', undefined],
    ['/norte/shop/issues/12', '/{}/{}/issues/{}', 'norte/shop/12'],
    ['/norte/shop/issues/12', '/{}/{}/{issues}/{}', 'norte/shop/issues/12'],
    ['/norte/shop/pull/12', '/{}/{}/{issues}/{}', undefined],
    ['/in/ana-%C3%B1/', '/in/{}', 'ana-ñ'],
    ['/in/a%2Fb', '/in/{}', undefined],
    ['/in/%E0%A4', '/in/{}', undefined],
    ['/in/%20%E2%80%8E', '/in/{}', undefined],
    ['/feed/update/urn:li:activity:72/', '/feed/update/{}', 'urn:li:activity:72'],
    ['/blog/wp-admin/edit.php', '/**/wp-admin/edit.php', ''],
    ['/wp-admin/edit.php', '/**/wp-admin/edit.php', ''],
    ['/wp-admin/edit.php/x', '/**/wp-admin/edit.php', undefined],
    ['/a/b/author/nora', '/**/author/{}', 'nora'],
    ['/', '/', ''],
    ['/x', '/', undefined],
    ['/x', '/**', ''],
  ])('%s by %s gives %j', (path, pattern, taken) => expect(takenFrom(path, pattern)).toBe(taken));

  it('never gives more than one part for a hole', () => {
    fc.assert(
      fc.property(fc.webPath(), path => {
        const taken = takenFrom(path, '/{}');
        expect(taken === undefined || !taken.includes('/')).toBe(true);
      }),
    );
  });
});
