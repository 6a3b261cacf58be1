// A plain box inside an open shadow root, as in a site made of custom elements.
import { openPage } from '../page';
import { createPlainBox } from '../plain-box';

await openPage((host, text, changed) => createPlainBox(host.attachShadow({ mode: 'open' }), text, changed));
