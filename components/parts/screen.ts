// The one place where the card is read and written: what is on screen, and every action on it.
import { signal } from '@preact/signals';
import type { CheckAnswer } from '../../lib/crm/inserting';
import type { Changed, Whereabouts } from '../../lib/model/changed';
import type { ContactPatch } from '../../lib/model/contact';
import type { handmadeKinds, TimelineEvent } from '../../lib/model/event';
import type { SeenIdentity } from '../../lib/model/identity';
import type { ContactSummary, OnScreen, Today } from '../../lib/model/on-screen';
import type { Reply } from '../../lib/model/reply';
import type { Settings } from '../../lib/model/settings';
import { readDrafts } from '../../lib/platform/drafts';
import { AnswerError, call } from '../../lib/rpc/client';
import type { ToastContent } from '../ui/Toast';
import { actor } from './act';
import { captureNews, readUnfinished } from './captures';
import { data, lookForTrouble } from './data-state';
import { drafts, dropForgottenDrafts } from './drafts';
import type { Insertion, InsertResult, ReplyChoice } from './ReplyPreview';
import { showTheme } from './show-theme';

/** Where the sidebar stands: in a page, or as the native panel of a window. */
export type Place = { inPage: boolean; windowId?: number };

/** `canRead`: the page beside is one that is read only when the user asks. `captureId`: what was captured of it. */
type View = OnScreen & { tabId: number | null; canRead: boolean; captureId: string | null };

export const view = signal<View | undefined>(undefined);
export const failure = signal<string | undefined>(undefined);
export const replies = signal<Reply[]>([]);
export const settings = signal<Settings | undefined>(undefined);
export const today = signal<Today | undefined>(undefined);
export const older = signal<TimelineEvent[]>([]);
export const toast = signal<ToastContent | undefined>(undefined);

export const dismiss = () => {
  toast.value = undefined;
};

let place: Place = { inPage: false };
/** Somebody the user chose, and the page on which that holds. */
let select: { person: string; page: string } | undefined;
/** The tab that was last looked at. */
let shownTab: number | null = null;
let question = 0;

/** Reads everything that is shown. A late answer to an earlier question is dropped. */
export async function refresh(): Promise<void> {
  const mine = ++question;
  try {
    const next = await call('people.onScreen', { select, windowId: place.windowId });
    if (mine !== question) return;
    if (next.page !== view.value?.page || next.current !== view.value?.current) older.value = [];
    view.value = next;
    shownTab = next.tabId;
    failure.value = undefined;
    if (next.kind === 'nobody' || next.kind === 'list') {
      [today.value, data.value] = await Promise.all([call('followUps.today', {}), call('data.state', {})]);
      await readUnfinished();
    }
  } catch (error) {
    if (mine !== question) return;
    failure.value = error instanceof Error ? error.message : 'Regulars did not answer.';
    await lookForTrouble();
  }
}

async function refreshLists(): Promise<void> {
  const [list, current] = await Promise.all([call('replies.list', {}), call('settings.get', {})]);
  [replies.value, settings.value] = [list, current];
  showTheme(current.theme);
}

/** Begins: presents the ticket, then reads. False where the background does not take this view for ours. */
export async function begin(where: Place, ticket?: string): Promise<boolean> {
  place = where;
  // Where the database can't be opened nothing answers, not even with a failure.
  setTimeout(() => view.value === undefined && void lookForTrouble(), 4000);
  try {
    shownTab = (await call('views.hello', { ticket })).tabId;
    [drafts.value] = await Promise.all([readDrafts(), refresh(), refreshLists()]);
  } catch (error) {
    if (error instanceof AnswerError && error.code === 'forbidden') return false;
    failure.value = error instanceof Error ? error.message : 'Regulars did not answer.';
  }
  return true;
}

/** Whether this view looks at that tab. */
function looksAt({ tabId, windowId }: Whereabouts): boolean {
  return windowId !== undefined && !place.inPage ? windowId === place.windowId : tabId === shownTab;
}

/**
 * What changed in the background. Where another page is on screen, the view goes blank first and then fills, so that
 * nobody's notes stay beside somebody else's message.
 */
export function changed(what: Changed[], where?: Whereabouts): void {
  if (where) {
    if (!looksAt(where)) return;
    if (where.page !== view.value?.page) view.value = undefined;
  }
  if (what.includes('captures')) captureNews.value++;
  if (what.some(item => ['replies', 'settings', '*'].includes(item))) void refreshLists();
  if (what.includes('*')) void dropForgottenDrafts();
  void refresh();
}

export const isInPage = () => place.inPage;
export const windowId = () => place.windowId;

/** Shows a person of the page, or `contact:ID`; undefined for whom the page shows first. */
export function choose(person: string | undefined): void {
  select = person === undefined ? undefined : { person, page: view.value?.page ?? 'nobody' };
  void refresh();
}

/** Runs a command; its toast offers the way back, its refusal says why. Gives whether it was done. */
export const act = actor(toast, async () => {
  await refresh();
  await refreshOlder();
});

export const tabId = () => view.value?.tabId ?? undefined;
export const cardId = () => view.value?.card?.contact.id ?? '';
const current = () => view.value?.people.find(person => person.key === view.value?.current);

/** Everything that the person on screen appears as. */
const seenIdentities = (): SeenIdentity[] => current()?.seen.identities ?? [];

export const saveContact = (patch: ContactPatch) =>
  act('Saved', () => call('contacts.save', { id: cardId(), patch }));

export const addEvent = (kind: (typeof handmadeKinds)[number], text: string) =>
  act('Saved', () => call('timeline.add', { contactId: cardId(), kind, text }));

export const addFollowUp = (text: string, dueAt: number) =>
  act('Follow-up set', () => call('followUps.add', { contactId: cardId(), text, dueAt }));
export const doneFollowUp = (id: string) => act('Done', () => call('followUps.done', { id }));
export const snooze = (id: string, dueAt: number) =>
  act('Snoozed', () => call('followUps.snooze', { id, dueAt }));
export const remember = () => act('Kept in the history', () => call('timeline.remember', { tabId: tabId() }));

/** The person on screen is also this contact: everything they appear as here is linked at once. */
export function link(contact: Pick<ContactSummary, 'id' | 'name'>): Promise<boolean> {
  const identities = seenIdentities();
  if (identities.length === 0) return Promise.resolve(false);
  return act(`Linked to ${contact.name}`, () =>
    call('contacts.link', { id: contact.id, identities, url: view.value?.url, tabId: tabId() }),
  );
}

export function notThisPerson(name: string): Promise<boolean> {
  const identities = seenIdentities();
  if (identities.length === 0) return Promise.resolve(false);
  return act(`Not ${name}`, () => call('contacts.notThisPerson', { id: cardId(), identities }));
}

export function create(patch: ContactPatch, phone: string): Promise<boolean> {
  const identities = [...seenIdentities()];
  if (phone) identities.push({ kind: 'phone', value: phone });
  return act('Added to Regulars', () =>
    call('contacts.create', { patch, identities, from: 'page', url: view.value?.url, tabId: tabId() }),
  );
}

/** Adds somebody of whom there is only a name, by which they are never recognised: their card is shown in its place. */
export async function createNamed(name: string): Promise<void> {
  const { url, page } = view.value ?? {};
  const patch = { name: name.slice(0, 200) };
  await act('Added by name only', async () => {
    const done = await call('contacts.create', { patch, identities: [], from: 'page', url, tabId: tabId() });
    if (view.value?.page === page) select = { person: `contact:${done.result.id}`, page: page ?? 'nobody' };
    return done;
  });
}

/** What speaks against a reply. */
export const check = (choice: ReplyChoice): Promise<CheckAnswer | undefined> =>
  call('replies.check', { ...choice, contactId: cardId(), tabId: tabId() }).catch(() => undefined);

export async function insert(insertion: Insertion): Promise<InsertResult> {
  try {
    const answer = await call('replies.insert', { ...insertion, contactId: cardId(), tabId: tabId() });
    if (answer.ok) return answer;
    if (answer.reason === 'findings') return { ok: false, findings: answer.findings };
    const copied = copy(answer.text);
    const why = answer.reason === 'no-box' ? 'No reply box is open.' : 'The box did not take the text.';
    return { ok: false, findings: [], message: copied ? `${why} The text is copied: paste it.` : why };
  } catch (error) {
    return {
      ok: false,
      findings: [],
      message: error instanceof Error ? error.message : 'That did not work.',
    };
  }
}

/** Copies by the old command: in a frame the clipboard interface is denied. */
export function copy(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  toast.value = copied ? { text: 'Copied' } : { text: 'The browser did not allow copying.', bad: true };
  return copied;
}

/** Reads again what was asked for beyond the card, after some of it may have been changed. */
async function refreshOlder(): Promise<void> {
  const last = view.value?.card?.events.at(-1);
  if (older.value.length === 0 || !last) return;
  const limit = Math.min(100, older.value.length);
  older.value = await call('timeline.list', { contactId: cardId(), before: last.at, limit });
}

export async function showOlder(): Promise<void> {
  const events = [...(view.value?.card?.events ?? []), ...older.value];
  const last = events.at(-1);
  if (!last) return;
  const more = await call('timeline.list', { contactId: cardId(), before: last.at, limit: 50 });
  older.value = [...older.value, ...more];
}

export const search = (query: string) => call('contacts.search', { query, limit: 20 });
export const openDashboard = (route: string) => void call('views.openDashboard', { route });

export async function order(what: 'hide' | 'pick' | 'report' | 'focus'): Promise<void> {
  const answer = await call('views.order', { order: what, windowId: place.windowId });
  if (what === 'report' && answer) copy(answer);
  if (what === 'pick' && answer === 'none')
    toast.value = { text: 'Select an address on the page first, then press this again.' };
}

/** Reads the page beside once. */
export async function readPage(): Promise<void> {
  if (place.windowId === undefined) return;
  try {
    await call('views.read', { windowId: place.windowId });
    await refresh();
    if (view.value?.kind === 'nobody') toast.value = { text: 'Nobody was found on this page.' };
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
}
