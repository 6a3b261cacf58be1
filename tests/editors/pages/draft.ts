// Draft.js, as in X.
import { ContentState, Editor as DraftEditor, EditorState } from 'draft-js';
import { createElement, type RefObject, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { openPage } from '../page';

type Props = {
  first: EditorState;
  onHeld: (state: EditorState, editor: RefObject<DraftEditor | null>) => void;
};

// As on X, the button is switched off for assistive technology only.
document.querySelector('#send')?.setAttribute('aria-disabled', 'true');
document.querySelector('#send')?.removeAttribute('disabled');

await openPage(async (host, text, changed) => {
  let state = EditorState.createWithContent(ContentState.createFromText(text));
  let editor: DraftEditor | null = null;
  await new Promise<void>(mounted => {
    const onHeld: Props['onHeld'] = (held, ref) => {
      state = held;
      editor = ref.current;
      changed();
      mounted();
    };
    createRoot(host).render(createElement(Box, { first: state, onHeld }));
  });
  return { state: () => state.getCurrentContent().getPlainText('\n'), focus: () => editor?.focus() };
});

function Box({ first, onHeld }: Props) {
  const [editorState, hold] = useState(first);
  const ref = useRef<DraftEditor>(null);
  useEffect(() => onHeld(editorState, ref), [editorState]);
  return createElement(DraftEditor, { ref, editorState, onChange: hold });
}
