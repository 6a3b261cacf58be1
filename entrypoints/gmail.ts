// How Gmail is read; runs in its pages before `page.ts`.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSite } from '../lib/page/known-sites';
import { gmail } from '../lib/sites/gmail/gmail';

export default defineUnlistedScript(() => offerSite(gmail));
