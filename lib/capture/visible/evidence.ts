// How much speaks for a candidate being a person that the page is about: what stands around the name counts, not the name alone.
import { isSharedMail, mailFitsName } from '../mail-name';
import { labelOf } from '../labels';
import { hasRoleWord, isRole } from '../role';
import { nameWords } from '../../identity/names';
import { roleIn } from './fields';
import type { Member } from './groups';
import { longestShortLine } from './candidates';

export type Evidence = { score: number; role?: string; isQuoted: boolean };

const peopleWord =
  /(?:^|[-_/.\s])(?:team|teams|staff|people|persons?|members?|employees?|speakers?|authors?|byline|bylines|by|author[-_]?name|profiles?|users?|username|vcard|bio|bios|faculty|board|experts?|coach(?:es)?|leadership|management|equipo|personas?|ponentes?|autor(?:es)?|autora|mitarbeiter|personen|referenten|vorstand|equipe|auteurs?|persone|docenti|autori|redaccion|fn|p-name|p-author|hcard|h-card|contributors?|attendees?|organizers?|kontakt(?:person)?|ansprechpartner|anwalt|anwaelte|zespol|reviewer|commenter|comment-author|poster|tuandui|post-author|fullname|full-name|member-name|person-name|speaker-name|teammate|about-author|host|hosts|presenter|participants?)(?=$|[-_/.\s\d])/i;
const camelPeople = /(?:team|staff|person|people|speaker|author|member|employee|profile|byline|reviewer|username|ponente|mitarbeiter)/i;
const profilePath =
  /\/(?:@[\w.-]+|(?:team|staff|people|person|members?|users?|u|profiles?|profil|perfil|authors?|autor|autores|autora|auteur|auteurs|autore|speakers?|sprecher|ponentes?|intervenants?|relatori|bio|faculty|by|byline|redaktion|mitarbeiter|equipo|equipe|persone|ueber-uns|contributors?|in|tuandui|anwaelte|doctors|lawyers|attorneys|agents|memberlist|reviewers?)(?:\/|[?=].*?)[^/]+)\/?/i;
const headingWord =
  /(?:\bteam\b|\bstaff\b|\bpeople\b|\bspeakers?\b|\bleadership\b|\bboard\b|\bfaculty\b|\bmembers?\b|\bfounders?\b|\bwho we are\b|\borganizers?\b|\bcontacts?\b|\bequipo\b|\bponentes?\b|\bpersonas\b|\bquiénes\b|\bdirectiva\b|mitarbeiter|\bvorstand\b|ansprechpartner|referent|\bpersonen\b|\bkontakt\b|équipe|intervenant|\bcontacts\b|collaborateur|persone|relatori|\bchi siamo\b|docenti|\bequipa\b|palestrantes|zespół|团队|團隊|讲者|嘉宾|成员|チーム|メンバー|スタッフ|登壇者|講演者|スピーカー|社員|الفريق|فريق|المتحدث|팀|연사|구성원|команда|сотрудники|спикеры)/iu;
const shopWord = /(?:^|[-_/.\s])(?:products?|cart|price|prices|shop|sku|buy|woocommerce|produkt|producto|produit|prodotto|add-to-cart|track|album|song|playlist|artist|lyrics|recipe|dictionary|entry-word|headword|movie|film|game|book|isbn)(?=$|[-_/.\s])/i;
const price = /(?:[$€£¥₹]\s?\d|\d[\d.,]*\s?(?:€|£|¥|円|元|zł|kr|USD|EUR|CHF|SAR)(?!\p{L}))/u;
const quoteBefore = /^\s*(?:[—–―-]{1,2}|«|“|"|「)\s*$/u;

const words = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('data-hook') ?? ''} ${element.getAttribute('data-testid') ?? ''}`.slice(0, 300);

/** Elements from the name up to a little beyond its block. */
function above(member: Member): Element[] {
  const found: Element[] = [];
  let element: Element | null = member.piece.element;
  let beyond = 0;
  for (let step = 0; element && step < 30 && beyond < 3; step++) {
    if (element.tagName === 'BODY') break;
    found.push(element);
    if (beyond > 0 || element === member.around) beyond++;
    element = element.parentElement;
  }
  return found;
}

/** What a member's surroundings say, as points; five are enough to be taken for a person. */
export function evidenceFor(member: Member, heading: string): Evidence {
  const own = member.name.name;
  const elements = above(member);
  const text = member.lines.map(line => line.text).join('\n').slice(0, 3000);
  const role = roleNear(member);
  let score = { single: -1, possible: 1, likely: 2 }[member.name.sure];
  if (role) score += 3;
  score += mailPoints(member, text);
  score += linkPoints(member, own);
  if (member.isByline) score += 4;
  if (member.label && (labelOf(member.label) === 'person' || labelOf(member.label) === 'name')) score += 3;
  else if (member.label && hasRoleWord(member.label)) score += 3;
  else if (member.label) score -= 1;
  if (elements.some(element => peopleWord.test(words(element)) || camelPeople.test(words(element)))) score += 2;
  if (headingWord.test(heading)) score += 1;
  if (member.lines.some(line => line.pictures.some(({ alt }) => alt !== '' && (alt.includes(own) || own.includes(alt))))) score += 1;
  const isQuoted = elements.some(element => /^(?:BLOCKQUOTE|Q)$/.test(element.tagName)) || quoteBefore.test(member.before);
  if (elements.some(element => /^(?:NAV|FORM|BUTTON|LABEL|FIGCAPTION)$/.test(element.tagName))) score -= 4;
  if (elements.some(element => shopWord.test(words(element)))) score -= 3;
  if (price.test(text)) score -= 3;
  if (isQuoted) score -= 4;
  if (isInProse(member)) score -= 4;
  return { score, isQuoted, ...(role ? { role } : {}) };
}

/** The name is a part of a sentence. */
const isInProse = ({ line, before, after }: Member): boolean =>
  line.text.length > longestShortLine ||
  /\p{Ll}\s*$/u.test(before.replace(/[:：]\s*$/u, '')) && before.trim().split(' ').length > 3 ||
  /^\s+(?:\p{Ll}+\s+){2}/u.test(after);

/** The role right behind the name: on its line, or alone on one of the next three. */
export function roleNear(member: Member): string | undefined {
  const same = roleIn(member.after);
  if (same) return same.role;
  const at = member.lines.indexOf(member.line);
  const near = [...member.lines.slice(at + 1, at + 4), ...member.lines.slice(Math.max(0, at - 1), Math.max(0, at))];
  return near.map(line => line.text).find(line => line.length <= 110 && (isRole(line) || roleIn(line)) && !/[.!?]$/.test(line));
}

function mailPoints(member: Member, text: string): number {
  const addresses = text.match(/[\w.+%-]+@[\w.-]+\.\w{2,}/g)?.slice(0, 5) ?? [];
  const linked = member.lines.flatMap(line => line.links.flatMap(({ href }) => /^mailto:([^?]+)/i.exec(href)?.[1] ?? [])).slice(0, 5);
  const all = [...addresses, ...linked];
  if (all.some(address => mailFitsName(address, member.name.name))) return 4;
  const isPersonal = all.some(address => !isSharedMail(address));
  return isPersonal || member.lines.some(line => line.links.some(({ href }) => /^tel:/i.test(href))) ? 1 : 0;
}

function linkPoints(member: Member, own: string): number {
  const links = member.lines.flatMap(line => line.links).filter(({ element }) => element.contains(member.piece.node) || element.contains(member.piece.element) || member.piece.element.contains(element));
  const slug = nameWords(own).filter(word => word.length > 2);
  let best = 0;
  for (const { href } of links) {
    if (/^(?:mailto|tel):/i.test(href)) best = Math.max(best, 3);
    else if (profilePath.test(href)) best = Math.max(best, 2);
    else if (slug.length > 1 && slug.every(word => href.toLowerCase().includes(word))) best = Math.max(best, 1);
    if (shopWord.test(href)) return -3;
  }
  return best;
}
