// Reading data for a screen, again whenever it changes.
import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../../lib/rpc/changed';
import { toast } from './toast';

const wording = (error: unknown) => (error instanceof Error ? error.message : 'Regulars did not answer.');

/** The latest answer of `read`, undefined until the first one; read again after every change and when `key` changes. */
export function useLoaded<T>(read: () => Promise<T>, key = ''): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const life = new AbortController();
    const load = () => {
      read().then(
        next => !life.signal.aborted && setValue(() => next),
        error => {
          if (!life.signal.aborted) toast.value = { text: wording(error), bad: true };
        },
      );
    };
    load();
    // What pages show is none of the full page's business.
    onChanged((_what, where) => !where && load(), life.signal);
    return () => life.abort();
  }, [key]);
  return value;
}
