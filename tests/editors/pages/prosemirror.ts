// ProseMirror alone, with a schema of paragraphs and the keys of its guide.
import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { openPage } from '../page';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
});

await openPage((host, text, changed) => {
  const paragraph = schema.node('paragraph', undefined, text ? [schema.text(text)] : []);
  const view: EditorView = new EditorView(host, {
    state: EditorState.create({
      doc: schema.node('doc', undefined, [paragraph]),
      plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
    }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) changed();
    },
  });
  const state = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n');
  return { state, focus: () => view.focus() };
});
