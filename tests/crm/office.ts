// Regulars without a browser: the real procedures behind the real server, over a database in memory.
import { procedures } from '../../lib/crm/calls';
import type { Platform } from '../../lib/crm/procedure';
import { Session } from '../../lib/crm/session';
import type { Database } from '../../lib/db/database';
import type { CaptureOrder } from '../../lib/model/capture-order';
import type { DataState } from '../../lib/model/data-state';
import type { SeenIdentity } from '../../lib/model/identity';
import { callerOf, type Own, type Sender } from '../../lib/rpc/caller';
import { answer, type Surroundings } from '../../lib/rpc/server';
import type { Answer } from '../../lib/rpc/wire';
import { freshDatabase } from '../db/memory';

export const own: Own = { id: 'regularsregulars', origin: 'chrome-extension://regularsregulars' };
export const webmail = 'https://mail.norte.example';
/** Monday, 2 March 2026, 09:00 UTC. */
export const monday = Date.UTC(2026, 2, 2, 9);
export const day = 86_400_000;
export const tabId = 7;

const inTab = { tab: { id: tabId, windowId: 1 } };

/** Who may stand at the door; the first four are ours. */
export const senders = {
  page: {
    id: own.id,
    origin: webmail,
    url: `${webmail}/inbox`,
    frameId: 0,
    documentId: 'doc-page',
    ...inTab,
  },
  frame: {
    id: own.id,
    origin: own.origin,
    url: `${own.origin}/sidepanel.html#ticket`,
    frameId: 4,
    documentId: 'doc-frame',
    ...inTab,
  },
  panel: { id: own.id, origin: own.origin, url: `${own.origin}/sidepanel.html` },
  dashboard: {
    id: own.id,
    origin: own.origin,
    url: `${own.origin}/dashboard.html#/contacts`,
    frameId: 0,
    documentId: 'doc-dashboard',
    tab: { id: 8, windowId: 1 },
  },
} satisfies Record<string, Sender>;

/** The hosts of the social sites that are switched on. */
const social: Record<string, string> = { x: 'https://x.com', linkedin: 'https://www.linkedin.com' };

/** A page of a site, in the same tab. */
export function pageOf(site: string | undefined): Sender {
  const origin = social[site ?? ''] ?? webmail;
  return { ...senders.page, origin, url: `${origin}/1` };
}

export type Ours = keyof typeof senders;

type Order = { regulars: string; order: string; id?: string; text?: string };

export type Office = {
  db: Database;
  session: Session;
  /** Orders that reached the page, in their sequence. */
  orders: Order[];
  /** Names of tables told to views. */
  told: string[];
  /** What the page answers to an order. */
  page: {
    recipients: SeenIdentity[] | undefined;
    isPublic?: boolean;
    takesText: boolean;
    inSight: boolean;
    /** What it answers to orders for a capture. */
    answers?(order: CaptureOrder): unknown;
  };
  /** Counts what the page reported, as its document does. */
  sequence: number;
  /** The clock; tests move it. */
  clock: { now: number };
  bulk: { running: boolean };
  /** Notes that are typed and not yet saved, by contact. */
  drafts: Map<string, string>;
  /** What the browser finds of the database. */
  dataState: { value: DataState['state'] };
  /** Gives the whole answer, refusals too. */
  ask(name: string, input: unknown, from?: Sender, id?: string): Promise<Answer>;
  /** Gives the value; throws on a refusal, so that a test can't go on by mistake. */
  get<T = unknown>(name: string, input: unknown, from?: Sender, id?: string): Promise<T>;
  /** A command's id, to undo it by. */
  done(name: string, input: unknown, from?: Sender, id?: string): Promise<string>;
};

function platformOf(office: Pick<Office, 'orders' | 'page' | 'bulk' | 'drafts' | 'dataState'>): Platform {
  return {
    sendToPage: async (_to, message) => {
      const order = message as Order;
      office.orders.push(order);
      if (order.order === 'composer') {
        const { recipients, isPublic } = office.page;
        return recipients && { recipients, isPublic };
      }
      if (order.order === 'insert') return { ok: office.page.takesText };
      if (order.order === 'in-sight') return office.page.inSight;
      if (order.order === 'here') return true;
      return undefined;
    },
    activeTab: async () => tabId,
    tabAddress: async () => 'https://www.linkedin.com/in/ana-ruiz/',
    runInTab: async () => undefined,
    askPage: async (_tabId, order) => office.page.answers?.(order),
    openDashboard: async () => undefined,
    reconcileSites: async () => undefined,
    grantedOrigins: async () => [`${webmail}/*`],
    reschedule: async () => undefined,
    isBulkRunning: async () => office.bulk.running,
    dataState: async () => ({ state: office.dataState.value, contacts: 0 }),
    acceptData: async () => undefined,
    readDraft: async contactId => office.drafts.get(contactId),
    forgetDrafts: async contactIds => {
      for (const id of contactIds) office.drafts.delete(id);
    },
    discardData: async () => undefined,
  };
}

function memorySession(): Session {
  const store = new Map<string, unknown>();
  return new Session({
    get: async key => structuredClone(store.get(key)),
    set: async (key, value) => void store.set(key, structuredClone(value)),
    remove: async key => void store.delete(key),
    keys: async () => [...store.keys()],
  });
}

/** Opens an empty office in which the webmail is switched on and the frame was opened by us. */
export async function openOffice(db = freshDatabase()): Promise<Office> {
  let calls = 0;
  const shared = {
    orders: [] as Order[],
    page: { recipients: undefined, takesText: true, inSight: true } as Office['page'],
    bulk: { running: false },
    drafts: new Map<string, string>(),
    dataState: { value: 'ok' } as Office['dataState'],
  };
  const clock = { now: monday };
  const told: string[] = [];
  const session = memorySession();
  const surroundings: Surroundings = {
    db,
    session,
    platform: platformOf(shared),
    now: () => clock.now,
    changed: tables => told.push(...tables),
  };
  const office: Office = {
    ...shared,
    db,
    session,
    told,
    sequence: 0,
    clock,
    ask: (name, input, from = senders.dashboard, id = `call-${++calls}`) =>
      answer(procedures, { regulars: 'call', name, id, input }, callerOf(from, own, id), surroundings),
    async get<T>(name: string, input: unknown, from?: Sender, id?: string) {
      const given = await office.ask(name, input, from, id);
      if (!given.ok) throw new Error(`${name}: ${given.code}: ${given.message}`);
      return given.value as T;
    },
    done: async (name, input, from, id) =>
      (await office.get<{ commandId: string }>(name, input, from, id)).commandId,
  };
  await office.get('settings.save', {
    sites: [
      { origin: webmail, site: 'roundcube', presence: 'sidebar', width: 320, collapsed: false },
      { origin: 'https://x.com', site: 'x', presence: 'sidebar', width: 320, collapsed: false },
      {
        origin: 'https://www.linkedin.com',
        site: 'linkedin',
        presence: 'panel',
        width: 320,
        collapsed: false,
      },
    ],
  });
  const ticket = await office.get('page.ticket', {}, senders.page);
  await office.get('views.hello', { ticket }, senders.frame);
  return office;
}
