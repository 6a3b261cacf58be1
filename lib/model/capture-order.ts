// What our script in a page is asked to do for a capture; it answers once and keeps nothing but the places of values.
import type { CapturedPage } from './capture';
import type { PointableField } from './capture-terms';
import type { PlaceRule, PointedAnswer } from './pointed';

/** What the user meant when they asked: the whole page, what is selected, or one link or picture of it. */
export type CaptureAim =
  | { kind: 'page' }
  | { kind: 'selection' }
  | { kind: 'link'; url: string }
  | { kind: 'image'; url: string };

export type CaptureOrder =
  | {
      order: 'read';
      aim: CaptureAim;
      country?: string | undefined;
      /** The user asked for a large page to be read for longer. */
      isPatient?: boolean;
      /** Where values were pointed at on this site. */
      rules?: PlaceRule[] | undefined;
    }
  /** Outlines where a value stands, and brings it into view where that is asked for. */
  | { order: 'show'; place: number; scroll: boolean }
  | { order: 'clear' }
  | PointOrder
  /** Ends the pointing. */
  | { order: 'stop' };

/** Lets the user point at the text of a value. False where they let it be. */
export type PointOrder = {
  order: 'point';
  field: PointableField;
  country?: string | undefined;
  /** A place of each person who was read, and of which of them a value is wanted; of nobody who was read where absent. */
  people: (number | undefined)[];
  person?: number | undefined;
};

export type CaptureAnswer = CapturedPage | PointedAnswer | boolean;
