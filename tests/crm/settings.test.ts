// Settings are saved one by one: what is not spoken of stays as it is.
import { expect, it } from 'vitest';
import type { Settings } from '../../lib/model/settings';
import { openOffice } from './office';

it('saving one of them leaves all others as they are', async () => {
  const office = await openOffice();
  const recipe = {
    format: 1,
    id: 'kayaks',
    name: 'Kayaks',
    hosts: ['kayaks.example'],
    presence: 'panel',
    channel: 'web',
    pages: [{ kind: 'list' }],
  };
  const rule = { id: 'old', stages: [], months: 12 };
  await office.get('settings.save', {
    recipes: [recipe],
    retention: { rules: [rule], remind: 'monthly' },
    theme: 'dark',
    history: 'never',
  });
  const before = await office.get<Settings>('settings.get', {});
  expect([before.recipes.length, before.retention.rules.length]).toEqual([1, 1]);
  await office.get('settings.save', { namesInNotifications: true });
  expect(await office.get('settings.get', {})).toEqual({ ...before, namesInNotifications: true });
});
