// People whom nobody would ever see again: merged into somebody who is not there, or into each other in a circle.
import { type CommandInfo, runCommand } from './command';
import type { Database } from './database';

/** Lets them stand for themselves, with what is theirs, as one command. Gives their ids. */
export async function releaseLost(db: Database, info: Omit<CommandInfo, 'name'>): Promise<string[]> {
  const { result } = await runCommand(db, { ...info, name: 'data.import' }, async changes => {
    const merged = await db.contacts.orderBy('merged.into').toArray();
    const links = new Map(merged.flatMap(({ id, merged: link }) => (link ? [[id, link.into]] : [])));
    const targets = [...new Set(links.values())].filter(id => !links.has(id));
    const here = new Set(await db.contacts.where('id').anyOf(targets).primaryKeys());
    const isLost = (id: string) => {
      const into = links.get(id) ?? '';
      return (!links.has(into) && !here.has(into)) || isInCircle(id, links);
    };
    const lost = merged.filter(({ id }) => isLost(id));
    for (const { merged: _link, ...contact } of lost) await changes.put('contacts', contact);
    await changes.resettle(lost.map(({ id }) => id));
    return lost.map(({ id }) => id);
  });
  return result;
}

/** Whether the way up from somebody comes back to them. */
function isInCircle(id: string, links: ReadonlyMap<string, string>): boolean {
  const met = new Set<string>();
  let at = links.get(id);
  while (at !== undefined && at !== id && !met.has(at)) {
    met.add(at);
    at = links.get(at);
  }
  return at === id;
}
