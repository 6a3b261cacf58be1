// Our script in the pages of the chosen sites; registered at run time by the background.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginLife } from '../lib/page/life';
import { startPage } from '../lib/page/start';

export default defineUnlistedScript(() => {
  const life = beginLife();
  if (life) void startPage(life);
});
