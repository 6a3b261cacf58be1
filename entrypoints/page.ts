// Our script in the pages of the chosen sites; runs after the script that knows the site.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayBeRead } from '../lib/page/known-sites';
import { beginLife } from '../lib/page/life';
import { startPage } from '../lib/page/start';

export default defineUnlistedScript(() => {
  // Other pages of a chosen host cost no more than this look.
  if (!mayBeRead(document, new URL(location.href))) return;
  const life = beginLife();
  if (life) startPage(life);
});
