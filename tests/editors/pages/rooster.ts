// RoosterJS, as in Outlook and Proton Mail.
import { createModelFromHtml, Editor, exportContent } from 'roosterjs-content-model-core';
import { EditPlugin, PastePlugin, ShortcutPlugin } from 'roosterjs-content-model-plugins';
import { openPage } from '../page';

await openPage((host, text, changed) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  host.append(box);
  const watch = {
    getName: () => 'watch',
    initialize: () => undefined,
    dispose: () => undefined,
    onPluginEvent: (event: { eventType: string }) => {
      if (event.eventType === 'input' || event.eventType === 'contentChanged') changed();
    },
  };
  const editor = new Editor(box, {
    initialModel: createModelFromHtml(text),
    plugins: [new PastePlugin(), new EditPlugin(), new ShortcutPlugin(), watch],
  });
  const state = () => exportContent(editor, 'PlainText').replaceAll('\r\n', '\n');
  return { state, focus: () => editor.focus() };
});
