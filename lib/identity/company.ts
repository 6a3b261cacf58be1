// The company an address speaks for, guessed from its domain.
import { getDomainWithoutSuffix } from 'tldts';
import { parseAddress } from './email';

/** Names (without the ending) of mail providers that everybody can have an address at. */
const providers = new Set(
  (
    'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn passport icloud me mac aol aim gmx web t-online freenet arcor ' +
    'mail email inbox bk list internet yandex ya rambler ukr i meta protonmail proton pm tutanota tuta tutamail fastmail hushmail ' +
    'zoho zohomail posteo mailbox disroot riseup startmail kolabnow runbox orange wanadoo free sfr laposte neuf bbox numericable ' +
    'libero virgilio tiscali alice tin katamail poste comcast verizon att sbcglobal bellsouth cox charter earthlink juno netzero ' +
    'optonline roadrunner rr btinternet sky talktalk virginmedia ntlworld blueyonder plusnet bluewin sunrise hispeed chello aon ' +
    'ziggo kpnmail planet home hetnet upcmail telenet skynet proximus telia comhem bredband tele2 wp o2 onet interia op poczta ' +
    'seznam centrum atlas volny azet citromail freemail indamail abv mynet superonline qq 163 126 sina sohu foxmail aliyun 139 ' +
    'naver daum hanmail nate docomo ezweb softbank nifty biglobe so-net ocn uol bol terra ig globo r7 telefonica movistar ' +
    'rediffmail sify indiatimes bigpond optusnet iinet xtra telkomsa mweb vodamail rogers bell sympatico shaw telus duck hey simplelogin'
  ).split(' '),
);

/** True for domains of public mail providers, which say nothing of a company. */
export function isFreemail(domain: string): boolean {
  const name = getDomainWithoutSuffix(domain) ?? '';
  return providers.has(name);
}

/** `cascada-studio.example` → "Cascada Studio"; undefined for freemail and for what has no registrable name. */
export function companyFromDomain(address: string): string | undefined {
  const domain = parseAddress(address)?.domain;
  if (!domain || isFreemail(domain)) return undefined;
  const name = getDomainWithoutSuffix(domain);
  if (!name || name.startsWith('xn--')) return undefined;
  const words = name.split(/[-_]+/).filter(Boolean);
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || undefined;
}
