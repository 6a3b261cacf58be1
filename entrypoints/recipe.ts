// How sites are read that a recipe describes; runs in their pages before `page.ts`.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerEngine } from '../lib/page/known-sites';
import { recipeSite } from '../lib/sites/engine/recipe-site';

export default defineUnlistedScript(() => offerEngine(recipeSite));
