// A contenteditable without any library; its text is what a site would send.
import type { Editor } from './page';

/** Puts the box into `host`, which may be a shadow root. */
export function createPlainBox(host: ParentNode, text: string, changed: () => void): Editor {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.setAttribute('role', 'textbox');
  box.textContent = text;
  box.addEventListener('input', changed);
  host.append(box);
  return { state: () => linesOf(box), focus: () => box.focus() };
}

/** The lines of the box, whether the browser made blocks or breaks of them; the last break only holds a line open. */
function linesOf(box: HTMLElement): string {
  const written = [...box.childNodes].map((node, index) => {
    if (node.nodeName === 'BR') return node === box.lastChild ? '' : '\n';
    const text = node.textContent ?? '';
    return node instanceof HTMLElement && index > 0 ? `\n${text}` : text;
  });
  return written.join('').replaceAll('\u00a0', ' ');
}
