// Filling the extension's database with invented people, directly, since an import of this size takes its time.
import type { Page } from 'playwright';

export type Size = { contacts: number; events: number };

/** The address of the person with this number. */
export const addressOf = (at: number) => `person${at}@company${at % 5000}.example`;

/** Writes contacts, identities, search words and events. The database must have been opened by the extension before. */
export async function fill(dashboard: Page, size: Size): Promise<void> {
  await dashboard.evaluate(async ({ contacts, events }) => {
    const first =
      'Ana Ben Carla David Elena Farid Greta Hugo Irina Jonas Keiko Lena Marta Nora Omar Paula'.split(' ');
    const last =
      'Ruiz Okafor Novak Weiss Tanaka Haddad Petrov Sand Vogt Raman Meyer Costa Silva Kim Diaz Roth'.split(
        ' ',
      );
    const source = { from: 'import', at: 1_700_000_000_000 };
    const nameOf = (at: number) =>
      `${first[at % first.length]} ${last[Math.floor(at / first.length) % last.length]}${Math.floor(at / 256)}`;
    /** As `nearKeys` of `lib/identity` makes them. */
    const near = (label: string) => {
      const { length } = label;
      const [first, second] = [Math.floor(length / 3), Math.floor((length * 2) / 3)];
      const [a, b, c] = [label.slice(0, first), label.slice(first, second), label.slice(second)];
      return [`${length}<${a}${b}`, `${length}=${a}|${c}`, `${length}>${b}${c}`];
    };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('regulars');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    /** Writes rows in portions; the next begins when the last is safely in. */
    const write = async (tables: string[], count: number, rows: (at: number) => Record<string, object>) => {
      for (let start = 0; start < count; start += 5000) {
        const transaction = db.transaction(tables, 'readwrite', { durability: 'relaxed' });
        for (let at = start; at < Math.min(count, start + 5000); at++) {
          for (const [table, row] of Object.entries(rows(at))) transaction.objectStore(table).put(row);
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = transaction.onabort = () => reject(transaction.error);
        });
      }
    };
    await write(['contacts', 'identities', 'search', 'domains'], contacts, at => {
      const id = `c${at}`;
      const name = nameOf(at);
      const [local, domain] = [`person${at}`, `company${at % 5000}.example`];
      const value = `${local}@${domain}`;
      return {
        contacts: {
          id,
          name: { value: name, source },
          company: { value: `Company ${at % 5000}`, source },
          tags: ['Imported'],
          preferences: [{ id: `${id}-l`, key: 'language', label: 'Language', value: 'es', source }],
          fields: [],
          doNotContact: false,
          createdAt: source.at,
          updatedAt: source.at,
          version: 1,
        },
        identities: { key: `email:${value}`, kind: 'email', value, contactId: id, source, skeleton: value },
        search: {
          contactId: id,
          words: [...name.toLowerCase().split(' '), 'company', String(at % 5000), local, domain, 'imported'],
          sort: name.toLowerCase(),
          nameKey: name.toLowerCase().split(' ').sort().join(' '),
        },
        domains: { domain, skeleton: domain, near: near(domain.slice(0, domain.indexOf('.'))) },
      };
    });
    await write(['events'], events, at => ({
      events: {
        id: `e${at}`,
        contactId: `c${at % contacts}`,
        kind: 'message',
        at: source.at + at * 1000,
        title: `Order ${at}`,
        text: 'Thank you for the order, it arrived in good shape this morning.',
        direction: at % 2 === 0 ? 'in' : 'out',
        site: 'gmail',
        conversation: `gmail:${at % 50_000}`,
        createdAt: source.at,
      },
    }));
    db.close();
  }, size);
}
