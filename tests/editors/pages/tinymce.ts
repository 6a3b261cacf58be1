// TinyMCE, whose box is the body of an inner frame, as in Roundcube and many help desks.
import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver';
import { openPage } from '../page';

await openPage(async (host, text, changed) => {
  const target = document.createElement('div');
  target.textContent = text;
  host.append(target);
  const [editor] = await tinymce.init({
    target,
    license_key: 'gpl',
    menubar: false,
    toolbar: false,
    promotion: false,
    setup: made => void made.on('input change undo redo SetContent', changed),
  });
  if (!editor) throw new Error('TinyMCE made no editor.');
  return { state: () => editor.getContent({ format: 'text' }), focus: () => editor.focus() };
});
