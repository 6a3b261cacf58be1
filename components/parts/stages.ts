// The stages of a relationship as people call them.
import type { Contact } from '../../lib/model/contact';

export const stageNames: Record<NonNullable<Contact['stage']>, string> = {
  lead: 'Lead',
  customer: 'Customer',
  partner: 'Partner',
  former: 'Former',
};
