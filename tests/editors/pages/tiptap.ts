// TipTap, and ProseMirror below it, as in newer LinkedIn and many help desks.
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { openPage } from '../page';

await openPage((host, text, changed) => {
  const editor = new Editor({
    element: host,
    extensions: [StarterKit],
    content: { type: 'doc', content: [paragraph(text)] },
    injectCSS: false,
    onUpdate: changed,
  });
  return { state: () => editor.getText({ blockSeparator: '\n' }), focus: () => editor.view.focus() };
});

function paragraph(text: string) {
  return { type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) };
}
