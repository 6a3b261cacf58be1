// Lexical, as in Facebook, Instagram, WhatsApp and Reddit.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { openPage } from '../page';

await openPage(async (host, text, changed) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  host.append(box);
  const editor = createEditor({
    namespace: 'reply',
    onError: error => {
      throw error;
    },
  });
  editor.setRootElement(box);
  registerRichText(editor);
  editor.update(
    () => {
      const paragraph = $createParagraphNode();
      if (text) paragraph.append($createTextNode(text));
      $getRoot().clear().append(paragraph);
    },
    { discrete: true },
  );
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.registerUpdateListener(changed);
  const lines = () =>
    $getRoot()
      .getChildren()
      .map(paragraph => paragraph.getTextContent());
  return { state: () => editor.read(lines).join('\n'), focus: () => editor.focus() };
});
