// A value as it was when typing last paused.
import { useEffect, useState } from 'preact/hooks';

/** The latest `value` that stayed for `pause` milliseconds; the first one at once. */
export function useLater<Value>(value: Value, pause = 150): Value {
  const [shown, setShown] = useState(() => value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(() => value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return shown;
}
