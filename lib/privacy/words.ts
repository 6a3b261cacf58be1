// What stored codes are called for people: sources, stages, relationships, kinds of events.
import type { Contact } from '../model/contact';
import type { EventKind } from '../model/event';
import type { Source } from '../model/source';

/** Where a value came from, as the end of a sentence. */
export const sourceNames: Record<Source['from'], string> = {
  user: 'written by you',
  page: 'read on a page',
  signature: 'read in a signature',
  domain: 'guessed from the address',
  import: 'imported',
};

export const stageNames: Record<NonNullable<Contact['stage']>, string> = {
  lead: 'Lead',
  customer: 'Customer',
  partner: 'Partner',
  former: 'Former',
};

export const styleNames: Record<NonNullable<Contact['style']>, string> = {
  close: 'Close',
  regular: 'Regular',
  light: 'Light',
  'leave-alone': 'Leave alone',
};

export const eventNames: Record<EventKind, string> = {
  message: 'Message',
  comment: 'Comment',
  note: 'Note',
  call: 'Call',
  meeting: 'Meeting',
  promise: 'Promise',
  purchase: 'Purchase',
  issue: 'Issue',
  feedback: 'Feedback',
  capture: 'Capture',
};
