// A plain text field.
import { openPage } from '../page';

await openPage((host, text, changed) => {
  const field = document.createElement('textarea');
  field.value = text;
  field.addEventListener('input', changed);
  host.append(field);
  return { state: () => field.value, focus: () => field.focus() };
});
