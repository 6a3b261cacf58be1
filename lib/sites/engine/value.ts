// Values by the steps of a recipe: which element, what of it, and whether that can be the value.
import type { Step, TimeRule, Value } from '../../model/recipe';
import { attribute, cut, lineOf } from '../dom';
import { takenFrom } from './path';
import { ownElements, type Place } from './place';
import { clearName } from './text';

const MAX_VALUE = 320;
const MAX_ADDRESS = 2048;
const shapes = { digits: /^\d{1,40}$/, hex: /^[0-9a-f]{8,128}$/i, word: /^\w{1,60}$/ };

/** What the first step that gives something gives. `who` keeps it from what people wrote. */
export function valueAt(value: Value | undefined, place: Place, who = true): string | undefined {
  if (value === undefined) return undefined;
  for (const step of Array.isArray(value) ? value : [value]) {
    for (const raw of rawValues(step, place, who)) {
      const found = shaped(raw, step, place);
      if (found) return found;
    }
  }
  return undefined;
}

/** Milliseconds since 1970, where the page says them without ambiguity. */
export function timeAt(rule: TimeRule | undefined, place: Place): number | undefined {
  const text = rule && valueAt(rule.value, place);
  if (!rule || !text) return undefined;
  if (rule.as !== 'iso') {
    if (!/^\d{5,20}$/.test(text)) return undefined;
    return checked(Number(BigInt(text) >> BigInt(rule.as.bits)) + rule.as.since);
  }
  return /T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? checked(Date.parse(text)) : undefined;
}

const checked = (at: number) => (at > 0 && at < 8.64e15 ? at : undefined);

function* rawValues(step: Step, place: Place, who: boolean): Generator<string> {
  if (step.from) return yield place.url.href;
  const from = step.anywhere
    ? { ...place, element: place.document.documentElement, items: undefined }
    : place;
  const found = step.find ? ownElements(from, step.find, who) : [from.element];
  for (const start of found) {
    if (step.outside && start.closest(step.outside)) continue;
    const element = step.up ? start.closest(step.up) : start;
    const raw = element && rawOf(element, step);
    if (raw) yield raw;
  }
}

function rawOf(element: Element, step: Step): string | undefined {
  if (step.attribute === undefined) return lineOf(element, MAX_VALUE, step.skip);
  if (element.matches('[type="password"]')) return undefined;
  if (step.attribute === 'value' && 'value' in element) return cut(String(element.value), MAX_VALUE);
  return attribute(element, step.attribute, MAX_ADDRESS);
}

function shaped(raw: string, step: Step, place: Place): string | undefined {
  let text = addressed(raw, step, place);
  if (text === undefined) return undefined;
  if (step.after)
    text = text.includes(step.after) ? text.slice(text.indexOf(step.after) + step.after.length) : '';
  if (step.before) text = text.includes(step.before) ? text.slice(0, text.indexOf(step.before)) : '';
  text = cut(clearName(text), MAX_VALUE);
  if (step.without && text.startsWith(step.without)) text = text.slice(step.without.length);
  const isWrong =
    !text ||
    step.not?.includes(text.toLowerCase()) ||
    (step.starts && !text.startsWith(step.starts)) ||
    (step.shape && !shapes[step.shape].test(text));
  if (isWrong) return undefined;
  return step.as ? step.as.replaceAll('{host}', place.url.host).replace('{}', () => text) : text;
}

/** The part of an address that a step asks for; the text itself where it asks for none. */
function addressed(raw: string, step: Step, place: Place): string | undefined {
  if (step.path === undefined && step.query === undefined && !step.fragment) return raw;
  const url = URL.parse(raw, place.url.href);
  if (!url || !isOfSite(url, place)) return undefined;
  if (step.path !== undefined) {
    const taken = takenFrom(url.pathname, step.path);
    if (taken === undefined || (!step.query && !step.fragment)) return taken;
  }
  return (step.query ? url.searchParams.get(step.query) : decodedFragment(url)) ?? undefined;
}

const decodedFragment = (url: URL) => url.hash.slice(1);

function isOfSite(url: URL, { recipe, url: page }: Place): boolean {
  return recipe.hosts.length > 0 ? recipe.hosts.includes(url.hostname) : url.host === page.host;
}
