// What lives as long as the browser does: sightings of tabs, open views, tickets. Survives the worker.
import { z } from 'zod';
import { capturedIdentities } from '../identity/captured';
import { type Capture, captureSchema } from '../model/capture';
import { type SeenPerson, seenPersonSchema, sightingSchema } from '../model/sighting';

/** Where the session is kept: `storage.session`, or a map in tests. */
export type SessionStore = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
};

const storedSightingSchema = z.strictObject({
  sighting: sightingSchema.optional(),
  frameId: z.number(),
  documentId: z.string().optional(),
  /** Counted by the document, so that a repeated older sighting is told from the latest. */
  sequence: z.number(),
});
export type StoredSighting = z.infer<typeof storedSightingSchema>;

/** The people of the conversation that a tab showed last, and the origin that showed it. */
const threadSchema = z.strictObject({ origin: z.string(), people: z.array(seenPersonSchema) });
export type Thread = z.infer<typeof threadSchema>;

const viewSchema = z.strictObject({
  tabId: z.number(),
  frameId: z.number(),
  documentId: z.string().optional(),
  /** Origin of the page it stands in. */
  origin: z.string(),
});
export type View = z.infer<typeof viewSchema>;

/** One for each tab at most: a new one takes the place of the one before. */
const ticketSchema = z.strictObject({
  id: z.string(),
  origin: z.string(),
  issuedAt: z.number(),
  usedBy: z.number().optional(),
});
export type Ticket = z.infer<typeof ticketSchema>;

const minute = 60_000;
const useSchema = z.strictObject({ since: z.number(), count: z.number() });

/**
 * Reads and writes session state; what does not parse counts as absent. What was read or written is remembered while
 * the background lives, since nobody else writes here.
 */
export class Session {
  private readonly known = new Map<string, unknown>();
  private counting: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: SessionStore) {}

  private async read<T>(key: string, schema: z.ZodType<T>): Promise<T | undefined> {
    if (this.known.has(key)) return this.known.get(key) as T | undefined;
    const parsed = schema.safeParse(await this.store.get(key));
    const value = parsed.success ? parsed.data : undefined;
    if (!this.known.has(key)) this.known.set(key, value);
    return this.known.get(key) as T | undefined;
  }

  private write(key: string, value: unknown): Promise<void> {
    this.known.set(key, value);
    return this.store.set(key, value);
  }

  private remove(key: string): Promise<void> {
    this.known.set(key, undefined);
    return this.store.remove(key);
  }

  sighting(tabId: number): Promise<StoredSighting | undefined> {
    return this.read(`sighting:${tabId}`, storedSightingSchema);
  }

  setSighting(tabId: number, sighting: StoredSighting): Promise<void> {
    return this.write(`sighting:${tabId}`, sighting);
  }

  thread(tabId: number): Promise<Thread | undefined> {
    return this.read(`thread:${tabId}`, threadSchema);
  }

  /** Remembers the people of a conversation beyond its page: they may be answered from the next one. */
  setThread(tabId: number, thread: Thread | undefined): Promise<void> {
    return thread ? this.write(`thread:${tabId}`, thread) : this.remove(`thread:${tabId}`);
  }

  ticket(tabId: number): Promise<Ticket | undefined> {
    return this.read(`ticket:${tabId}`, ticketSchema);
  }

  setTicket(tabId: number, ticket: Ticket): Promise<void> {
    return this.write(`ticket:${tabId}`, ticket);
  }

  view(tabId: number, frameId: number): Promise<View | undefined> {
    return this.read(`view:${tabId}:${frameId}`, viewSchema);
  }

  setView(view: View): Promise<void> {
    return this.write(`view:${view.tabId}:${view.frameId}`, view);
  }

  /** All frames that were confirmed and not yet gone. */
  async views(): Promise<View[]> {
    const keys = (await this.store.keys()).filter(key => key.startsWith('view:'));
    const views = await Promise.all(keys.map(key => this.read(key, viewSchema)));
    return views.filter(view => view !== undefined);
  }

  capture(id: string): Promise<Capture | undefined> {
    return this.read(`capture:${id}`, captureSchema);
  }

  setCapture(capture: Capture): Promise<void> {
    return this.write(`capture:${capture.id}`, capture);
  }

  dropCapture(id: string): Promise<void> {
    return this.remove(`capture:${id}`);
  }

  /** What was captured and neither saved nor dropped, the latest first. */
  async captures(): Promise<Capture[]> {
    const keys = (await this.store.keys()).filter(key => key.startsWith('capture:'));
    const captures = await Promise.all(keys.map(key => this.read(key, captureSchema)));
    return captures.filter(capture => capture !== undefined).sort((a, b) => b.at - a.at);
  }

  /** Forgets everything about a tab; called when it closes. */
  async forgetTab(tabId: number): Promise<void> {
    await this.setThread(tabId, undefined);
    await this.forgetDocument(tabId);
  }

  /** Forgets what a tab's document showed; called when it loads another. */
  async forgetDocument(tabId: number): Promise<void> {
    await this.remove(`sighting:${tabId}`);
    await this.remove(`ticket:${tabId}`);
    for (const key of await this.store.keys()) {
      if (key.startsWith(`view:${tabId}:`)) await this.remove(key);
    }
  }

  /** Forgets what tabs showed and whom they were about, wherever one of those people is. */
  async forgetPeople(isOne: (person: SeenPerson) => boolean): Promise<void> {
    for (const key of await this.store.keys()) {
      const people = await this.peopleUnder(key);
      if (people.some(isOne)) await this.remove(key);
    }
  }

  private async peopleUnder(key: string): Promise<SeenPerson[]> {
    if (key.startsWith('sighting:'))
      return (await this.read(key, storedSightingSchema))?.sighting?.people ?? [];
    if (key.startsWith('thread:')) return (await this.read(key, threadSchema))?.people ?? [];
    if (!key.startsWith('capture:')) return [];
    const { page } = (await this.read(key, captureSchema)) ?? {};
    return (page?.people ?? []).map(person => ({ identities: capturedIdentities(person), role: 'profile' }));
  }

  /** Adds `amount` to the use of `what` in the running minute and gives the sum; one after the other, so that none is lost. */
  use(what: string, amount: number, now: number): Promise<number> {
    const next = this.counting.then(() => this.count(`use:${what}`, amount, now));
    this.counting = next.catch(() => undefined);
    return next;
  }

  private async count(key: string, amount: number, now: number): Promise<number> {
    const earlier = await this.read(key, useSchema);
    const current = earlier && now - earlier.since < minute ? earlier : { since: now, count: 0 };
    const count = current.count + amount;
    await this.write(key, { since: current.since, count });
    return count;
  }
}
