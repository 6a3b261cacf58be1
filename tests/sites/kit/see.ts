// Prints what an adapter sees in a golden page.
import { Window } from 'happy-dom';

const window = new Window();
// What the adapters and the loader use of a browser.
Object.assign(globalThis, { DOMParser: window.DOMParser, Element: window.Element, Node: window.Node });

const { loadPage, pageNames } = await import('../load-page');
const { siteFor } = await import('../../../lib/sites/all-sites');

const say = (text: string) => process.stdout.write(`${text}\n`);
const [name] = process.argv.slice(2);

if (name === undefined) {
  say(['npm run see PAGE, where PAGE is one of', ...pageNames()].join('\n  '));
} else {
  const { document, url } = loadPage(name.endsWith('.html') ? name : `${name}.html`);
  const site = siteFor(document, url);
  const found = {
    address: url.href,
    site: site?.id ?? null,
    sighting: site?.read(document, url) ?? null,
    rows: site?.rows(document, url).map(({ identity }) => identity),
    composers: site?.composers(document, url).map(({ recipients, isPublic, before, send }) => ({
      recipients,
      isPublic,
      before: before?.nodeName,
      send: send?.nodeName,
    })),
  };
  say(JSON.stringify(found, null, 2));
}
await window.happyDOM.close();
