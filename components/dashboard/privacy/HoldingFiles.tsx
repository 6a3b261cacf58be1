// Files that still hold people who were forgotten: Regulars can't reach into them.
import { fullDate } from '../../../lib/dates/relative';

/** `backups`: those that Regulars made and remembers; files that were exported are spoken of besides. */
export function HoldingFiles({ backups }: { backups: { name: string; at: number }[] }) {
  return (
    <>
      {backups.length > 0 && (
        <>
          <p>These backups still hold them. Delete the files to be rid of those, too:</p>
          <ul class="card" aria-label="Backups that still hold them">
            {backups.map(({ name, at }) => (
              <li key={`${name} ${at}`} class="row">
                <bdi class="grow">{name}</bdi> <span class="meta">{fullDate(at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet">
        Files that you exported yourself may hold them as well; Regulars keeps no list of those.
      </p>
    </>
  );
}
