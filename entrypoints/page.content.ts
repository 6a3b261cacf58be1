// Our script in the pages of the chosen sites; registered at run time by the background.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../lib/page/start';

export default defineContentScript({
  registration: 'runtime',
  matches: ['*://*/*'],
  main: startPage,
});
