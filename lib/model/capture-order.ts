// What our script in a page is asked to do for a capture; it answers once and keeps nothing but the places of values.
import type { CapturedPage } from './capture';

/** What the user meant when they asked: the whole page, what is selected, or one link or picture of it. */
export type CaptureAim =
  | { kind: 'page' }
  | { kind: 'selection' }
  | { kind: 'link'; url: string }
  | { kind: 'image'; url: string };

export type CaptureOrder =
  /** `isPatient`: the user asked for a large page to be read for longer. */
  | { order: 'read'; aim: CaptureAim; country?: string | undefined; isPatient?: boolean }
  /** Outlines where a value stands, and brings it into view where that is asked for. */
  | { order: 'show'; place: number; scroll: boolean }
  | { order: 'clear' };

export type CaptureAnswer = CapturedPage | boolean;
