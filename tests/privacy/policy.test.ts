// What the content security policy is said to mean.
import { describe, expect, it } from 'vitest';
import { explainPolicy, keepsDataIn } from '../../lib/privacy/policy';
import config from '../../wxt.config';

const closed =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; form-action 'none'; img-src 'self' data:";

describe('a policy', () => {
  it('that forbids every connection keeps data in', () => {
    expect(keepsDataIn(closed)).toBe(true);
  });

  it.each([
    ['connections anywhere', closed.replace("connect-src 'none'", 'connect-src https:')],
    [
      'connections to itself, which a redirect leaves',
      closed.replace("connect-src 'none'", "connect-src 'self'"),
    ],
    ['pictures from elsewhere', closed.replace('data:', 'https://img.example')],
    ['scripts from elsewhere', closed.replace("script-src 'self'", "script-src 'self' https://cdn.example")],
    ['no word about forms, which nothing else covers', closed.replace("form-action 'none';", '')],
    ['no word about the rest', closed.replace("default-src 'none';", '')],
    ['a second word where the first counts', `connect-src *; ${closed}`],
    ['nothing at all', ''],
  ])('with %s does not', (_what, policy) => {
    expect(keepsDataIn(policy)).toBe(false);
  });

  it('is explained rule by rule, and what is open is called open', () => {
    const open = closed.replace("connect-src 'none'", 'connect-src https://sync.example');
    const means = (policy: string) =>
      explainPolicy(policy).find(({ directive }) => directive === 'connect-src')?.means;
    expect(means(closed)).toContain('No connection to any server can be opened');
    expect(means(open)).toBe('Connections to the places named here can be opened.');
  });
});

it('the policy of this extension keeps data in', async () => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is made elsewhere.');
  const made = await manifest({
    browser: 'chrome',
    manifestVersion: 3,
    mode: 'production',
    command: 'build',
  });
  const policy = made.content_security_policy;
  const pages = typeof policy === 'object' && 'extension_pages' in policy ? policy.extension_pages : '';
  expect(keepsDataIn(pages ?? '')).toBe(true);
});
