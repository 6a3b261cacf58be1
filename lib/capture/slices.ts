// Reading in slices: a little at a time, so that the page stays usable, and not longer than agreed.

export type Slices = {
  /** Milliseconds of a slice. */
  slice?: number;
  /** Milliseconds of all slices together; pauses do not count. */
  total?: number;
  now?: () => number;
  /** Lets the page do its own work. */
  pause?: () => Promise<void>;
};

const nextTask = () => new Promise<void>(resolve => setTimeout(resolve));

/** Runs a reading to its end or until its time is used up; true where it came to its end. */
export async function runInSlices(
  reading: Generator<undefined, void>,
  { slice = 12, total = 300, now = () => performance.now(), pause = nextTask }: Slices = {},
): Promise<boolean> {
  let used = 0;
  for (;;) {
    const start = now();
    let spent = 0;
    while (spent < slice && used + spent < total) {
      if (reading.next().done) return true;
      spent = now() - start;
    }
    used += spent;
    if (used >= total) {
      reading.return();
      return false;
    }
    await pause();
  }
}
