// A moment for the page's own scripts.

/** Waits for 20 ms. Hidden tabs get no animation frames, so it is no frame; there it may be a second. */
export const pause = () => new Promise<void>(resolve => setTimeout(resolve, 20));
