// Slate, as in Discord.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { openPage } from '../page';

await openPage((host, text, changed) => {
  const editor = withHistory(withReact(createEditor()));
  const initialValue = [{ type: 'paragraph', children: [{ text }] }];
  const children = createElement(Editable, { placeholder: 'Write a message' });
  createRoot(host).render(createElement(Slate, { editor, initialValue, onChange: changed, children }));
  const state = () => editor.children.map(node => Node.string(node)).join('\n');
  return { state, focus: () => ReactEditor.focus(editor) };
});
