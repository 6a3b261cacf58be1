// For whom replies are shown while they are written: a contact, or the invented example, and where it would be written.
import { signal } from '@preact/signals';
import type { CustomField } from '../../../lib/model/custom-field';
import type { Card } from '../../../lib/model/on-screen';
import type { Reply } from '../../../lib/model/reply';
import type { Me } from '../../../lib/model/settings';
import { type Choice, chooseVariant } from '../../../lib/replies/choose';
import { exampleSources } from '../../../lib/replies/example';
import { preferred } from '../../../lib/replies/preferred';
import type { VariableSources } from '../../../lib/replies/variables';
import { call } from '../../../lib/rpc/client';
import { useLoaded } from '../load';

/** Stays while the page is open, whichever reply is edited. */
export const shownFor = signal<{ id?: string; channel: string }>({ channel: 'email' });

/** Whom and with what a text is filled in. */
export type PreviewFor = { card?: Card | undefined; fields: CustomField[]; me: Me };

/** The card of the chosen contact, undefined for the example and for one who is gone. */
export function useShownCard(): Card | undefined {
  const { id } = shownFor.value;
  const read = async () => (id === undefined ? undefined : call('contacts.get', { id }));
  const card = useLoaded(read, id ?? '');
  return card?.contact.id === id ? card : undefined;
}

/** What the variables stand for: of a contact what is known, of their latest conversation its title. */
export function sourcesFor({ card, fields, me }: PreviewFor, language: string | undefined): VariableSources {
  const now = new Date();
  if (!card) return exampleSources(fields, me, language, now);
  const last = card.events.find(({ kind, title }) => kind === 'message' && title);
  return {
    ...card,
    fields,
    conversation: { title: last?.title, site: last?.site },
    me,
    openIssue: card.openIssues[0],
    now,
    language,
  };
}

/** The variant they would get there, and why. */
export function choiceFor(reply: Reply, context: PreviewFor): Choice {
  const { contact } = sourcesFor(context, undefined);
  return chooseVariant(reply, {
    language: preferred(contact, 'language'),
    channel: shownFor.value.channel,
    tone: preferred(contact, 'tone'),
    ownLanguages: context.me.languages,
  });
}
