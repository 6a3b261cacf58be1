// Waiting until the page was drawn: then its layout is settled, and measuring costs none of its own.

/** Resolves right after the next frame; never while the page is hidden. */
export const afterFrame = () =>
  new Promise<void>(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
