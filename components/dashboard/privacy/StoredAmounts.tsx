// What is stored, how much of it, and where.
import { useEffect, useState } from 'preact/hooks';
import { bytesOf } from './counts';

const kinds: Record<string, { name: string; what: string }> = {
  contacts: {
    name: 'People',
    what: 'names, companies, tags, preferences, your own fields, what they agreed to',
  },
  identities: { name: 'Addresses and accounts', what: 'mail, phone, profiles; with where each was read' },
  events: {
    name: 'History',
    what: 'notes, calls, issues; date, subject, link and first words of messages you keep',
  },
  followUps: { name: 'Follow-ups', what: 'what to do, and when' },
  replies: { name: 'Quick replies', what: 'your texts' },
  fields: { name: 'Your own fields', what: 'their names and choices' },
  savedViews: { name: 'Saved lists', what: 'filters and columns' },
  rejections: { name: '“Not this person”', what: 'addresses that you parted from somebody' },
  distinct: { name: '“Not the same”', what: 'pairs of people you told apart' },
  journal: { name: 'Changes', what: 'what was before and after, for Undo; gone after 90 days' },
  merged: { name: 'Other values', what: 'of people who were merged, or kept beside yours in an import' },
  trash: { name: 'People in the trash', what: 'gone for good after 30 days' },
  forgotten: { name: 'Fingerprints', what: 'of people who were forgotten; see below' },
};

const number = new Intl.NumberFormat();

/** The room the browser says is taken, in bytes; undefined where it does not say. */
function useRoom(amounts: unknown): number | undefined {
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setRoom(usage),
      () => setRoom(undefined),
    );
  }, [amounts]);
  return room;
}

type Props = { amounts: { kind: string; rows: number; bytes: number }[] };

export function StoredAmounts({ amounts }: Props) {
  const room = useRoom(amounts);
  return (
    <section class="step">
      <h2>What is stored</h2>
      <p class="lead">
        Only people you added, and what you wrote or chose to keep about them. About everybody else whom
        Regulars sees on a page, nothing.
      </p>
      <table class="amounts">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" class="num">
              How many
            </th>
            <th scope="col" class="num">
              About
            </th>
          </tr>
        </thead>
        <tbody>
          {amounts.map(({ kind, rows, bytes }) => (
            <tr key={kind}>
              <th scope="row">
                {kinds[kind]?.name ?? kind} <span class="quiet">{kinds[kind]?.what}</span>
              </th>
              <td class="num">{number.format(rows)}</td>
              <td class="num">{bytesOf(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Besides: your own name and addresses, the sites you chose, and notes that are typed and not yet saved.
      </p>
      <h3>Where</h3>
      <p>
        In a database of this browser’s profile on this computer
        {room !== undefined && <>, {bytesOf(room)} on the disk as the browser counts it</>}. Removing Regulars
        from the browser deletes it. What is on screen at the moment is kept in memory until the browser is
        closed.
      </p>
    </section>
  );
}
