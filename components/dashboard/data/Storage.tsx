// Whether the browser keeps the data when its disk fills, and how much they take.
import { useEffect, useState } from 'preact/hooks';
import { sizeText } from '../backup/sizes';

type Found = { isPersisted: boolean; usage?: number | undefined };

/** Asks each time: no browser shows a question for it, since the extension may store as much as it likes. */
async function look(): Promise<Found> {
  const isPersisted = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  const { usage } = await navigator.storage.estimate();
  return { isPersisted, usage };
}

export function Storage() {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    void look().then(setFound, () => undefined);
  }, []);
  if (!found) return null;
  return (
    <section class="step" aria-labelledby="storage">
      <h2 id="storage">Kept by this browser</h2>
      <p class="lead">
        {found.isPersisted
          ? 'Regulars asked the browser not to delete the data when the disk fills, and it agreed. Removing the extension, or clearing its data, still deletes everything.'
          : 'Regulars asked the browser not to delete the data when the disk fills, and it did not agree: only backups are sure.'}
        {found.usage !== undefined && ` By its estimate the data take ${sizeText(found.usage)}.`}
      </p>
    </section>
  );
}
