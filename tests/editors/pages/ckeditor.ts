// CKEditor 5, as in many forums and help desks.
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import type { ModelElement, ModelNode } from '@ckeditor/ckeditor5-engine';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { openPage } from '../page';

await openPage(async (host, text, changed) => {
  const target = document.createElement('div');
  target.textContent = text;
  host.append(target);
  const editor = await ClassicEditor.create(target, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph],
  });
  editor.model.document.on('change:data', changed);
  const root = editor.model.document.getRoot();
  // A paragraph is what a blank line is in plain text, as in the library's own copying.
  const state = () => [...(root?.getChildren() ?? [])].map(textOf).join('\n\n');
  return { state, focus: () => editor.editing.view.focus() };
});

function textOf(node: ModelNode): string {
  if (node.is('$text')) return node.data;
  if (node.is('element', 'softBreak')) return '\n';
  return node.is('element') ? [...(node as ModelElement).getChildren()].map(textOf).join('') : '';
}
