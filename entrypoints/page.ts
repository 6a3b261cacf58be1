// Our script in the pages of the chosen sites; registered at run time by the background.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginLife } from '../lib/page/life';
import { startPage } from '../lib/page/start';
import { siteFor } from '../lib/sites/all-sites';

export default defineUnlistedScript(() => {
  // Other pages of a chosen host cost no more than this look.
  const site = siteFor(document, new URL(location.href));
  const life = site && beginLife();
  if (life) void startPage(site, life);
});
