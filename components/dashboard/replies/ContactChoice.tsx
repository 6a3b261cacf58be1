// Choosing a contact by name, company, address or tag.
import { useRef, useState } from 'preact/hooks';
import type { ContactSummary } from '../../../lib/model/on-screen';
import { call } from '../../../lib/rpc/client';
import { Combo } from '../../ui/Combo';
import { toast } from '../toast';

type Props = {
  label: string;
  /** Somebody who is not offered. */
  except?: string;
  onChoose(contact: ContactSummary): void;
  onLeave(): void;
};

const listed = 8;

export function ContactChoice({ label, except, onChoose, onLeave }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<ContactSummary[]>();
  const asked = useRef(0);
  const search = async (words: string) => {
    setQuery(words);
    const mine = ++asked.current;
    try {
      const next = words.trim() ? await call('contacts.search', { query: words, limit: listed }) : undefined;
      if (mine === asked.current) setFound(next?.filter(({ id }) => id !== except));
    } catch {
      toast.value = { text: 'Searching did not work. Try again.', bad: true };
    }
  };
  return (
    <Combo
      label={label}
      placeholder="Name, company, address, tag"
      items={found?.map(({ id, name, company, address }) => ({
        id,
        label: name,
        // The address first: it tells namesakes at one company apart.
        hint: [address, company].filter(Boolean).join(' · ') || undefined,
      }))}
      none="No one found."
      query={query}
      focused
      onQuery={words => void search(words)}
      onChoose={id => {
        const contact = found?.find(one => one.id === id);
        if (contact) onChoose(contact);
      }}
      onLeave={onLeave}
    />
  );
}
