// Asking who is on the page beside, and captures that wait to be finished.
import { ScanSearch } from 'lucide';
import { capturePage, openedCapture, unfinished } from '../../parts/captures';
import { windowId } from '../../parts/screen';
import { Icon } from '../../ui/Icon';

export function UnfinishedCaptures() {
  const waiting = unfinished.value;
  return (
    <section class="block pad" aria-label="This page">
      <button type="button" class="btn wide" onClick={() => void capturePage(windowId())}>
        <Icon node={ScanSearch} />
        Who is on this page?
      </button>
      {waiting.length > 0 && (
        <>
          <header>
            <h2>Not finished</h2>
          </header>
          <ul>
            {waiting.map(({ id, title, people }) => (
              <li key={id}>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    openedCapture.value = id;
                  }}
                >
                  <bdi>{title}</bdi> ({people === 1 ? 'one person' : `${people} people`})
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
