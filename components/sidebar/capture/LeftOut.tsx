// What of a page was not read, and why: said plainly, so that nobody is thought to be absent who was only not looked for.
import type { CapturedPage } from '../../../lib/model/capture';
import { capturePage } from '../../parts/captures';
import { windowId } from '../../parts/screen';

const why: Record<CapturedPage['leftOut'][number], string> = {
  time: 'The page is too large to be read as a whole: there may be more people on it.',
  size: 'Some of the page’s data was too large to be read.',
  people: 'There are more people on this page than can be taken at once.',
  frames: 'Parts of the page come from another site and were not read.',
};

export function LeftOut({ page }: { page: CapturedPage }) {
  if (page.leftOut.length === 0) return null;
  return (
    <ul class="pad left-out meta">
      {page.leftOut.map(reason => (
        <li key={reason}>
          {why[reason]}
          {reason === 'time' && (
            <button type="button" class="link" onClick={() => void capturePage(windowId(), true)}>
              Look longer
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
