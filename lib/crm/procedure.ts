// What a procedure is: who may call it, what it takes, and what it does.
import type { z } from 'zod';
import type { Database } from '../db/database';
import type { CaptureOrder } from '../model/capture-order';
import type { Changed, Whereabouts } from '../model/changed';
import type { DataState } from '../model/data-state';
import type { Session } from './session';

/**
 * Who calls. `page`: our script in a web page, which may be impersonated and gets no contact data. `frame`: the
 * sidebar inside a page. `panel`: the browser's own side panel. `dashboard`: our full tab.
 */
export const callerRoles = ['page', 'frame', 'panel', 'dashboard'] as const;
export type CallerRole = (typeof callerRoles)[number];

/** The apps that may see contacts. */
export const apps: readonly CallerRole[] = ['frame', 'panel', 'dashboard'];
/** The apps in which the page beside can't lure a click: bulk and irreversible work. */
export const safeApps: readonly CallerRole[] = ['panel', 'dashboard'];

export type Caller = {
  role: CallerRole;
  /** Made by the client for this call; equal when a call is repeated. */
  callId: string;
  tabId?: number;
  frameId?: number;
  documentId?: string;
  windowId?: number;
  /** Origin of the page (role `page`), or of the extension. */
  origin: string;
};

/** The tab a call is about: of a frame its own, of the other apps the one they name. */
export const tabOfCall = (caller: Caller, named: number | undefined): number | undefined =>
  caller.role === 'frame' ? caller.tabId : named;

/** A document with our script: a document's id is never used again, a frame's is. */
export type PageOfTab = { tabId: number; frameId: number; documentId?: string };

/** What the browser does for the procedures; passed in, so that they run in tests without one. */
export type Platform = {
  /** Sends to our script in a page and gives its answer; undefined when the page is gone or has none. */
  sendToPage(to: PageOfTab, message: object): Promise<unknown>;
  /** The tab in front of a window. */
  activeTab(windowId: number): Promise<number | undefined>;
  /** The address a tab shows, where the browser tells it: on sites that it allows. */
  tabAddress(tabId: number): Promise<string | undefined>;
  /** Runs the scripts of a site in a tab once; throws where the browser does not allow it. */
  runInTab(tabId: number, site: string): Promise<void>;
  /** Gives an order for a capture to the page of a tab, and its answer back; throws where the browser does not let us in. */
  askPage(tabId: number, order: CaptureOrder): Promise<unknown>;
  openDashboard(route: string): Promise<void>;
  /** Registers our scripts for the sites that are chosen and granted. */
  reconcileSites(): Promise<void>;
  grantedOrigins(): Promise<string[]>;
  /** Refreshes alarm and badge from the database. */
  reschedule(): Promise<void>;
  /** True while bulk work of the full page holds the database. */
  isBulkRunning(): Promise<boolean>;
  dataState(): Promise<DataState>;
  /** Takes the data as it is for complete. */
  acceptData(): Promise<void>;
  /** What was typed about a contact and not yet saved. */
  readDraft(contactId: string): Promise<string | undefined>;
  /** Forgets what was typed about people, by contact ids and identity keys. */
  forgetDrafts(people: string[]): Promise<void>;
  /** Deletes a database that can't be opened, and begins an empty one. */
  discardData(): Promise<void>;
};

export type Context = {
  db: Database;
  session: Session;
  platform: Platform;
  caller: Caller;
  /** Milliseconds since 1970. */
  now: number;
  /** Called with what changed; `where` tells of which tab `on-screen` speaks. */
  changed(what: Changed[], where?: Whereabouts): void;
};

export type Procedure<Input, Output> = {
  roles: readonly CallerRole[];
  input: z.ZodType<Input>;
  run(input: Input, context: Context): Promise<Output>;
};

/** Declares a procedure; exists to infer its types. */
export function procedure<Input, Output>(definition: Procedure<Input, Output>): Procedure<Input, Output> {
  return definition;
}

/** A refusal or failure the caller can understand. `code` is stable, `message` is for people. */
export class CallError extends Error {
  constructor(
    readonly code:
      | 'forbidden'
      | 'invalid'
      | 'not-found'
      | 'conflict'
      | 'busy'
      | 'failed'
      | 'limit'
      | 'hidden',
    message: string,
  ) {
    super(message);
    this.name = 'CallError';
  }
}
