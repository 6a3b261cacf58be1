// Correcting what was captured by pointing at other text, and remembering for the site where that stands.
import { z } from 'zod';
import { withFirst } from '../capture/pointed';
import { readSettings, updateSettings } from '../db/settings';
import {
  type Capture,
  type CapturedPerson,
  type CapturedValue,
  capturedPersonSchema,
} from '../model/capture';
import { mostCaptured, mostValues, pointableFields } from '../model/capture-terms';
import { type PlaceRule, pointedAnswerSchema, withPlace } from '../model/pointed';
import { captureOf } from './capture-of';
import { apps, type Context, procedure } from './procedure';

/** The host of an address as places are remembered by; undefined where it has none. */
const hostOf = (address: string | undefined) => (address && URL.parse(address)?.host) || undefined;

/** Where values were pointed at on the site that a tab shows. */
export async function rulesFor({ db, platform }: Pick<Context, 'db' | 'platform'>, tabId: number) {
  const host = hostOf(await platform.tabAddress(tabId).catch(() => undefined));
  const { pointed } = await readSettings(db);
  return pointed.filter(one => one.host === host).map(({ field, block, path }) => ({ field, block, path }));
}

/** A place of a person on the page: that of their name before others. */
function placeOf({ values }: CapturedPerson): number | undefined {
  const placed = values.filter(({ place }) => place !== undefined);
  return (placed.find(({ field }) => field === 'name') ?? placed[0])?.place;
}

/**
 * Lets the user point at the text of a value of one person. Gives what was taken, and the host for which its place is
 * remembered; null where nothing was. Somebody who was added by hand has no place in the capture: theirs is only given.
 */
const point = procedure({
  roles: apps,
  input: z.strictObject({
    id: z.string().max(64),
    /** The place in the list. */
    person: z.number().int().nonnegative().max(mostCaptured),
    field: z.enum(pointableFields),
  }),
  run: async ({ id, person, field }, context) => {
    const { tabId, isLeft, page } = await captureOf(context, id);
    if (isLeft || !page) return null;
    const answer = await context.platform
      .askPage(tabId, {
        order: 'point',
        field,
        people: page.people.map(placeOf),
        ...(page.country && { country: page.country }),
        ...(person < page.people.length && { person }),
      })
      .catch(() => undefined);
    const pointed = pointedAnswerSchema.safeParse(answer);
    if (!pointed.success) return null;
    const { rule, ...said } = pointed.data;
    const value: CapturedValue = { ...said, from: 'hand' };
    await put(context, id, person, value);
    const host = hostOf(page.url);
    if (rule && host) await remember(context, host, rule);
    context.changed(['captures']);
    return { field: value.field, value: value.value, ...(rule && host && { host }) };
  },
});

async function put({ session }: Context, id: string, person: number, value: CapturedValue): Promise<void> {
  const current: Capture | undefined = await session.capture(id);
  const page = current?.page;
  const before = page?.people[person];
  if (!current || !page || !before) return;
  const values = withFirst(before.values, value).slice(0, mostValues);
  const people = page.people.with(person, capturedPersonSchema.parse({ values }));
  await session.setCapture({ ...current, page: { ...page, people } });
}

async function remember({ db, changed, now }: Context, host: string, rule: PlaceRule): Promise<void> {
  await updateSettings(db, settings => ({
    ...settings,
    pointed: withPlace(settings.pointed, { ...rule, host, at: now }),
  }));
  changed(['settings']);
}

/** Ends the pointing. */
const stop = procedure({
  roles: apps,
  input: z.strictObject({ id: z.string().max(64) }),
  run: async ({ id }, context) => {
    const { tabId } = await captureOf(context, id);
    await context.platform.askPage(tabId, { order: 'stop' }).catch(() => undefined);
    return null;
  },
});

export const pointingProcedures = { 'captures.point': point, 'captures.stopPointing': stop };
