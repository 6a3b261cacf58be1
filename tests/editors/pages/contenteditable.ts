// A box that the browser alone edits, as in Gmail.
import { openPage } from '../page';
import { createPlainBox } from '../plain-box';

await openPage((host, text, changed) => createPlainBox(host, text, changed));
