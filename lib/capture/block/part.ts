// A part of a line, and what it is: a name, a role, an address …

import { cjk } from '../../identity/names';
import type { CaptureField } from '../../model/capture-terms';
import { countryNamed } from '../country';
import { personName } from '../name-shape';
import { isRole } from '../role';
import { plainValue } from '../values';
import { atCompany } from '../visible/fields';

export type Part = {
  field: CaptureField | 'text';
  value: string;
  guessed?: true;
  /** A text that may be a person's name and may be something else. */
  unsure?: true;
};

const organization =
  /(?<![\p{L}\p{N}])(?:GmbH|GMBH|mbH|AG|KG|OHG|UG|e\.\s?V\.|eG|S\.\s?L\.\s?U?\.?|SLU?|S\.\s?A\.(?:\s?S\.)?|SAS|SARL|EURL|S\.\s?[rR]\.\s?[lL]\.?|[Ss]rl|S\.\s?p\.\s?A\.?|SpA|Ltd\.?|LTD\.?|Limited|LIMITED|Inc\.?|INC\.?|LLC|LLP|PLC|Corp\.?|Corporation|B\.\s?V\.?|BV|N\.\s?V\.?|Oy|AB|ApS|A\/S|Sp\. z o\.\s?o\.|A\.Ş\.|Pty|Lda\.?|Ltda\.?|Co\.|Company|Group|Gruppe|Grupo|Groupe|Gruppo|Holding|Stud[ií]os?|Agency|Agentur|Agencia|Universit\p{L}*|Universidad\p{L}*|University|College|Institute?|Institut[oe]?|Hotel|Bank|Banco|Partners|Consulting|Solutions|Systems|Software|Technologies|Foundation|Stiftung|Verlag|Labs?|Roasters|Caf[eé]|Kanzlei|Rechtsanwälte|Architekten|Architects|Associates|Bodegas?|Cooperativa|Werke?|Logisti\p{L}+|Kaffeerösterei|Industries|Media|Press|Ministry|Ministerio)(?![\p{L}\p{N}])|株式会社|有限会社|合同会社|公司|集团|集團|大学|大學|㈱|（株）|\(株\)|银行|研究所|研究院|事務所|工房|商店|شركة|مؤسسة|جامعة|مجموعة|بنك|وزارة|مصنع|主식회사|주식회사|㈜|\(주\)|대학교/u;

const postal =
  /(?<![\p{L}\p{N}+.])(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s+(?:[A-Z]{2}\s+)?\p{Lu}\p{L}+|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b|〒|\d{3}-\d{4}\s*\p{sc=Han}/u;
const street =
  /(?<!\p{L})(?:calle|c\/|avda|av|avenida|plaza|pza|paseo|camino|carrer|rue|boulevard|bd|place|quai|via|viale|piazza|corso|largo|rua|travessa|ulica|ul|street|st|road|rd|avenue|ave|lane|drive|suite|floor|building|square|court|way|box|p\.\s?o\.\s?box|apartado|postfach)(?!\p{L})|(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|ring|damm|ufer|gracht|straat|laan|caddesi|sokak)(?!\p{L})/iu;
const eastern =
  /(?:都|道|府|県).{0,12}(?:市|区|町|村)|(?:省|市).{0,12}(?:区|區|路|街|号|號|县)|路\s?\d+\s?(?:号|號)|丁目|番地|شارع|ص\.\s?ب|حي\s|طريق\s|시\s.{1,12}(?:구|로|길)/u;

/** True for an address or for a town with its country. */
export function isPlace(text: string): boolean {
  if (text.length > 160 || /@|https?:/.test(text)) return false;
  if (postal.test(text) || eastern.test(text)) return true;
  if (street.test(text) && /\p{Nd}/u.test(text)) return true;
  const parts = text.split(/\s*[,，、،]\s*/u);
  const country = parts.at(-1)?.replace(/\.$/, '') ?? '';
  const isCode = /^[A-Za-z]{1,2}$/.test(country) && !/^(?:US|UK|ES|DE|FR|IT)$/.test(country);
  return parts.length <= 4 && text.length < 80 && !isCode && countryNamed(country) !== undefined;
}

const capitalized = (text: string): string =>
  text.replace(/\p{L}+/gu, word => word.charAt(0) + word.slice(1).toLowerCase());

/** True for a text with a word that only organizations have in their names. */
export const isOrganizationName = (text: string): boolean =>
  text.length <= 90 &&
  (organization.test(text) || (text === text.toUpperCase() && organization.test(capitalized(text)))) &&
  !/[@:]|https?/.test(text);

/** In scripts without capitals, several words that may be one name are taken for a whole one. */
export const isWholeName = (name: string): boolean =>
  /^\p{Lo}[\p{Lo}\p{M}]+(?:\s[\p{Lo}\p{M}]+){1,5}$/u.test(name) && !cjk.test(name);

/** What a part without an address or a number in it is. */
export function partsOf(text: string): Part[] {
  if (/^\s*(?:📍|🏠|🏢)/u.test(text)) {
    const place = plainValue(text.replace(/^\s*(?:📍|🏠|🏢)\ufe0f?\s*/u, ''), 160);
    return place ? [{ field: 'location', value: place }] : [];
  }
  const value = plainValue(text.replace(/^[\s,;:|·•–—/*_"“”[-]+|[\s,;:|·•–—/*_"“”[-]+$/gu, ''), 160);
  if (!value || !/\p{L}/u.test(value)) return [];
  if (isPlace(value)) return [{ field: 'location', value }];
  const at = atCompany(value);
  if (at)
    return [
      { field: 'title', value: at.role },
      { field: 'company', value: at.company },
    ];
  const isOrganization = isOrganizationName(value);
  const name = isOrganization || (cjk.test(value) && isRole(value)) ? undefined : personName(value);
  if (name && (name.sure !== 'single' || isWholeName(name.name))) {
    return [{ field: 'name', value: name.name, ...(name.sure !== 'likely' && { unsure: true }) }];
  }
  if (isOrganization && !/^(?:head|director|manager|leiter)/i.test(value))
    return [{ field: 'company', value }];
  if (isRole(value)) return [{ field: 'title', value }];
  return [{ field: 'text', value }];
}
