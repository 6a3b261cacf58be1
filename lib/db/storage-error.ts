// What a failure of the browser's storage means. Its own messages are empty or speak of backing stores.

/** Errors as the browsers name them, and what they are wrapped in. */
function* chainOf(error: unknown): Generator<{ name: string; message: string }> {
  for (let at = error, depth = 0; at instanceof Object && depth < 5; depth++) {
    const name = 'name' in at ? String(at.name) : '';
    const message = 'message' in at ? String(at.message) : '';
    yield { name, message };
    at = 'inner' in at ? at.inner : undefined;
  }
}

const closed = ['UnknownError', 'DatabaseClosedError', 'OpenFailedError'];

/**
 * What kind of trouble it was; `undefined` for what has nothing to do with storage. The cause decides, not the closed
 * database that it is wrapped in.
 */
export function storageTrouble(error: unknown): 'full' | 'newer' | 'unreadable' | undefined {
  const chain = [...chainOf(error)];
  if (chain.some(({ name }) => name === 'NewerDataError' || name === 'VersionError')) return 'newer';
  if (chain.some(({ name, message }) => name === 'QuotaExceededError' || /full disk|no space/i.test(message)))
    return 'full';
  return chain.some(({ name }) => closed.includes(name)) ? 'unreadable' : undefined;
}

/** A sentence for people; undefined for what has nothing to do with storage. */
export function storageSentence(error: unknown): string | undefined {
  const trouble = storageTrouble(error);
  if (trouble === 'full')
    return 'The disk is full: this was not saved. What is stored can still be read and exported.';
  if (trouble === 'newer')
    return 'Your data was written by a newer Regulars. This one changes nothing in it; update Regulars.';
  if (trouble === 'unreadable')
    return 'The browser could not reach your data. Nothing was changed; look under Data.';
  return undefined;
}
