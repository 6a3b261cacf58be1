// How Outlook is read; runs in its pages before `page.ts`.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSite } from '../lib/page/known-sites';
import { outlook } from '../lib/sites/outlook/outlook';

export default defineUnlistedScript(() => offerSite(outlook));
