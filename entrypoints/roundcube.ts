// How Roundcube is read; runs in its pages before `page.ts`.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSite } from '../lib/page/known-sites';
import { roundcube } from '../lib/sites/roundcube/roundcube';

export default defineUnlistedScript(() => offerSite(roundcube));
