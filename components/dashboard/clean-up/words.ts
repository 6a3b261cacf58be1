// Facts and reasons as people call them.
import type { DuplicateReason } from '../../../lib/model/merge';

const factNames: Record<string, string> = {
  name: 'Name',
  callName: 'Called',
  company: 'Company',
  title: 'Title',
  stage: 'Stage',
  style: 'Relationship',
  timeZone: 'Time zone',
  consent: 'They agreed to',
};

/** What a fact is called: the user's own word where there is one. */
export const factName = ({ fact, label }: { fact: string; label?: string | undefined }): string =>
  label ?? factNames[fact] ?? fact;

const reasonNames: Record<DuplicateReason['kind'], string> = {
  'same-account': 'Same account',
  'same-profile': 'Same profile',
  'same-mailbox': 'Same mailbox',
  'name-is-address': 'The name of one is the address of the other',
  'same-phone': 'Same phone number',
  'same-name-company': 'Same name and company',
};

/** Why two people may be one, without what exactly they share. */
export const reasonName = ({ kind }: DuplicateReason): string => reasonNames[kind];
