// What every test page has around its editor: a send button that wakes up as on a real site, and what the test may ask.

export type Editor = {
  /** The text of the editor's own model, asked through the library, with line feeds between lines. */
  state(): string;
  focus(): void;
};

/** Builds an editor with `text` in it, and calls `changed` from the editor's own change event. */
export type Mount = (host: HTMLElement, text: string, changed: () => void) => Editor | Promise<Editor>;

export type TestPage = Editor & { isSendAwake(): boolean; sent: number };

declare global {
  interface Window {
    /** There once the editor is ready. */
    testPage?: TestPage;
  }
}

/** Opens the page with the editor; `?text=` is in it from the start, as a draft that was kept. */
export async function openPage(mount: Mount): Promise<void> {
  const host = document.querySelector<HTMLElement>('#host');
  const send = document.querySelector<HTMLButtonElement>('#send');
  if (!host || !send) throw new Error('This is no test page.');
  let editor: Editor | undefined;
  const changed = () => {
    const isEmpty = (editor?.state() ?? '').trim() === '';
    // Half of the sites disable the button, the others say so to assistive technology only.
    if (send.hasAttribute('aria-disabled')) send.setAttribute('aria-disabled', String(isEmpty));
    else send.disabled = isEmpty;
  };
  editor = await mount(host, new URLSearchParams(location.search).get('text') ?? '', changed);
  changed();
  const page: TestPage = {
    state: editor.state,
    focus: editor.focus,
    isSendAwake: () => !send.matches(':disabled, [aria-disabled="true"]'),
    sent: 0,
  };
  send.addEventListener('click', () => page.sent++);
  host.closest('form')?.addEventListener('submit', event => {
    event.preventDefault();
    page.sent++;
  });
  window.testPage = page;
}
