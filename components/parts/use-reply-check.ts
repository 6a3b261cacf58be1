// What speaks against a reply, asked again whenever the text, the page or the box may have changed.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckAnswer } from '../../lib/crm/inserting';

const nothing: CheckAnswer = { findings: [] };

/**
 * The latest answer of `ask`, and a way to replace it by a newer one. Asked when `key` changes, and when the user comes
 * back to the sidebar: what was typed into the page meanwhile is told by nobody.
 */
export function useReplyCheck(
  key: string,
  ask: () => Promise<CheckAnswer | undefined>,
): [CheckAnswer, (answer: CheckAnswer) => void] {
  const [answer, setAnswer] = useState(nothing);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const life = new AbortController();
    const check = () => {
      void latest.current().then(next => next && !life.signal.aborted && setAnswer(next));
    };
    check();
    window.addEventListener('focus', check, { signal: life.signal });
    document.documentElement.addEventListener('pointerenter', check, { signal: life.signal });
    return () => life.abort();
  }, [key]);
  return [answer, setAnswer];
}
