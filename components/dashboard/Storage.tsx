// Whether the browser keeps the data when its disk fills, and how much they take.
import { useEffect, useState } from 'preact/hooks';
import { sizeText } from './sizes';

type Found = { isPersisted: boolean; usage?: number | undefined };

async function look(): Promise<Found> {
  const [isPersisted, { usage }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  return { isPersisted, usage };
}

export function Storage() {
  const [found, setFound] = useState<Found>();
  const [answer, setAnswer] = useState('');
  useEffect(() => {
    void look().then(setFound);
  }, []);
  const ask = async () => {
    const granted = await navigator.storage.persist();
    setFound(await look());
    setAnswer(
      granted
        ? 'The browser agreed.'
        : 'The browser did not agree: when the disk fills, it may delete the data. Backups are what is sure.',
    );
  };
  if (!found) return null;
  return (
    <section class="step" aria-labelledby="storage">
      <h2 id="storage">Kept by this browser</h2>
      <p class="lead">
        {found.isPersisted
          ? 'The browser has promised not to delete the data by itself when the disk fills. Removing the extension, or clearing its data, still deletes everything.'
          : 'The browser has promised nothing: when the disk fills, it may delete the data by itself.'}
        {found.usage !== undefined && ` They take about ${sizeText(found.usage)}, as it estimates.`}
      </p>
      <p class="row">
        {!found.isPersisted && (
          <button type="button" class="btn" onClick={() => void ask()}>
            Ask the browser to keep them
          </button>
        )}
        <span role="status">{answer}</span>
      </p>
    </section>
  );
}
