// Quill, as in LinkedIn's comments and Slack.
import Quill from 'quill';
import { openPage } from '../page';

await openPage((host, text, changed) => {
  const quill = new Quill(host, { modules: { toolbar: false } });
  if (text) quill.setText(text, 'silent');
  quill.history.clear();
  quill.on('text-change', changed);
  // A document of Quill always ends with a line feed of its own.
  return { state: () => quill.getText().replace(/\n$/, ''), focus: () => quill.focus() };
});
