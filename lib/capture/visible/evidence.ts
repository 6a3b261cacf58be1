// How much speaks for a candidate being a person that the page is about: what stands around the name counts, not the name alone.
import { nameWords } from '../../identity/names';
import { labelOf } from '../labels';
import { isSharedMail, mailFitsName } from '../mail-name';
import { obfuscatedEmails } from '../obfuscated';
import { hasRoleWord, isRole } from '../role';
import { roleIn } from './fields';
import type { Member } from './groups';
import { longestShortLine } from './named-in-line';
import { isWithin } from './near';
import { isProfilePath } from './profile-path';
import type { Line } from './walk';

/** What is known of the page besides the member: who else may stand on a line, and what the page is. */
export type Surroundings = {
  /** Lines on which other names begin. */
  named: ReadonlySet<Line>;
  /** The heading right above, and all that it stands below. */
  heading: string;
  headings: string;
  /** The address or the title of the page says that it shows people. */
  isPeoplePage: boolean;
};

const peopleWord =
  /(?:^|[-_/.\s])(?:team|teams|staff|people|persons?|members?|employees?|speakers?|authors?|byline|bylines|by|author[-_]?name|creator|profiles?|username|user-?name|user-?info|user-?link|vcard|bio|bios|faculty|board|experts?|coach(?:es)?|leadership|management|equipo|personas?|ponentes?|autor(?:es)?|autora|mitarbeiter|personen|referenten|vorstand|equipe|auteurs?|persone|docenti|autori|redaccion|fn|p-name|p-author|hcard|h-card|contributors?|attendees?|organizers?|kontakt(?:person)?|ansprechpartner|anwalt|anwaelte|zespol|reviewer|commenter|comment-author|poster|post-author|fullname|full-name|teammate|host|hosts|presenter|participants?|zuozhe|bianji|jizhe)(?=$|[-_/.\s\d])/i;
const camelPeople =
  /(?:team|staff|person|people|speaker|author|member|employee|profile|byline|reviewer|username|ponente|mitarbeiter)/i;
export const peopleHeading =
  /(?:\bteam\b|\bstaff\b|\bpeople\b|\bspeakers?\b|\bleadership\b|\bboard\b|\bfaculty\b|\bmembers?\b|\bfounders?\b|\bwho we are\b|\bwho to\b|\borganizers?\b|\bcontacts?\b|\bequipo\b|\bponentes?\b|\bpersonas\b|\bquiénes\b|\bdirectiva\b|mitarbeiter|\bvorstand\b|ansprechpartner|referent|\bpersonen\b|kontakt|équipe|intervenant|conférenci|comité|\bcontacts\b|collaborateur|persone|relatori|\bchi siamo\b|docenti|\bequipa\b|palestrantes|zespół|团队|團隊|讲者|嘉宾|成员|师资|チーム|メンバー|スタッフ|登壇者|講演者|スピーカー|社員|弁護士|الفريق|فريق|المتحدث|الأطباء|팀|연사|구성원|команда|сотрудники|спикеры|contacto|contatti|联系|聯絡|اتصل)/iu;
const saidWord =
  /(?:review|testimonial|comment|cmt|reply|回复|回應|rvw|feedback|opinion|opiniones|opinie|recens|dicono|klanten vertellen|clientes dicen|our clients|our customers|avis|bewertung|kundenstimmen|kommentar|discussion|レビュー|口コミ|コメント|آراء|التعليقات|تعليق|评论|評論|留言|리뷰|댓글|후기|hodnocen|vote-name|yorum)/iu;
const shopWord =
  /(?:^|[-_/.\s])(?:products?|cart|price|prices|shop|sku|buy|woocommerce|produkt|producto|produit|prodotto|add-to-cart|track|album|song|playlist|artist|lyrics|recipe|dictionary|entry-word|headword|movie|film|game|book|isbn|related|similar|popular|breadcrumbs?|tags?)(?=$|[-_/.\s])/i;
const price = /(?:[$€£¥₹]\s?\d|\d[\d.,]*\s?(?:€|£|¥|円|元|zł|kr|USD|EUR|CHF|SAR)(?!\p{L}))/u;
const quoteBefore = /^\s*(?:[—–―-]{1,2}|«|“|"|「)\s*$/u;
const relatedHeading =
  /alternatives|also like|also search|\brelated\b|\bsimilar\b|recommended|you might|you may|fans also|más información|延伸|相关|関連|近くの|비슷한|热点|热议|recent posts|popular|near(?:by)?\b|verwandte|ähnliche|à lire|leggi anche/iu;
/** Employers and schools stand there with what somebody did, as people stand elsewhere with what they do. */
const resumeHeading =
  /experience|education|employment|volunteer|berufserfahrung|ausbildung|experiencia|formación|werkervaring|opleiding|esperienza|istruzione|parcours|formation|履歴|经历|教育背景/iu;
const numberWord =
  /(?:tel|phone|mobile?|mob|cell|móvil|fon|telefon|durchwahl|电话|電話|手机|هاتف|جوال|전화|тел)\P{L}{0,4}\p{N}/iu;
const photoLabel = /^(?:foto|photo|fotos|photos|image|picture|bild|crédit|credit|©|摄影|写真|撮影|صورة)/iu;

const wordsOf = (element: Element): string =>
  ['class', 'id', 'itemprop', 'rel', 'data-hook', 'data-testid']
    .map(name => element.getAttribute(name) ?? '')
    .join(' ')
    .slice(0, 300);

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

/** What a member's surroundings say, as points: four are enough to be taken for a person. */
export function pointsFor(member: Member, { named, heading, headings, isPeoplePage }: Surroundings): number {
  const own = member.name.name;
  const elements = above(member);
  const words = elements.map(wordsOf);
  const text = member.lines
    .map(line => line.text)
    .join('\n')
    .slice(0, 3000);
  const isSaid = saidWord.test(heading) || words.some(one => saidWord.test(one));
  const isPeople = words.some(one => peopleWord.test(one) || camelPeople.test(one));
  const isQuoted =
    elements.some(({ tagName }) => /^(?:BLOCKQUOTE|Q)$/.test(tagName)) || quoteBefore.test(member.before);
  const isFooter =
    elements.some(({ tagName }) => tagName === 'FOOTER') ||
    words.some(one => /(?:^|\s)(?:site-?)?foot(?:er)?\b/i.test(one));
  const hasRole = roleNear(member, named) !== undefined;
  const isUnderPeople = peopleHeading.test(heading) || isRole(heading);
  const points = {
    label: labelPoints(member),
    mail: mailPoints(member, text),
    link: linkPoints(member, own),
  };
  const isStrong =
    hasRole ||
    (member.isByline && !isFooter) ||
    isPeople ||
    isUnderPeople ||
    isSaid ||
    Math.max(points.label, points.mail, points.link) > 1;
  const signs: [boolean, number][] = [
    [hasRole, 3],
    [member.isByline && !isFooter, 4],
    [isPeople, 2],
    [isUnderPeople || peopleHeading.test(headings), 1],
    [isPeoplePage, 1],
    [isSaid && standsApart(member), 3],
    [isWithin(member.piece.element, /^H1$/), 1],
    [hasPicture(member), 1],
    [numberWord.test(text), 1],
    [elements.some(({ tagName }) => /^(?:NAV|FORM|LABEL)$/.test(tagName)), -4],
    [elements.some(({ tagName }) => tagName === 'BUTTON') && !isSaid, -4],
    [words.some(one => shopWord.test(one)), -3],
    [relatedHeading.test(headings) || resumeHeading.test(heading), -3],
    [price.test(text), -3],
    [isFooter && !isSaid && member.label === undefined, -3],
    [isQuoted && !isSaid && !hasRole, -4],
    [isInProse(member), -4],
    [member.label !== undefined && photoLabel.test(member.label), -6],
  ];
  const start =
    { single: -1, handle: 1, possible: 1, likely: 2 }[member.name.sure] +
    points.label +
    points.mail +
    points.link;
  const score = signs.reduce((sum, [holds, more]) => (holds ? sum + more : sum), start);
  return isStrong ? score : Math.min(score, 3);
}

/** A picture that is called like them, or any in a small block. */
const hasPicture = ({ lines, name: { name } }: Member): boolean =>
  lines.some(line =>
    line.pictures.some(
      ({ alt }) => lines.length <= 6 || (alt !== '' && (alt.includes(name) || name.includes(alt))),
    ),
  );

function labelPoints({ label, isByline }: Member): number {
  if (!label || isByline) return 0;
  const known = labelOf(label);
  return known === 'person' || known === 'name' || hasRoleWord(label) ? 3 : -1;
}

/** The name is alone in its element, or stands at the beginning or the end of its line. */
const standsApart = ({ piece, name, line }: Member): boolean =>
  personAlone(piece.text, name.name) || line.text.startsWith(name.name);
const personAlone = (text: string, name: string): boolean =>
  text.replace(/^[\s—–-]+/u, '').trim().length <= name.length + 2;

/** The name is a part of a sentence. */
const isInProse = ({ line, before, after, isByline }: Member): boolean =>
  line.text.length > longestShortLine ||
  (!isByline &&
    /\p{Ll}\s*$/u.test(before.replace(/[:：]\s*$/u, '')) &&
    before.trim().split(' ').length > 3) ||
  /^\s+(?:\p{Ll}+\s+){2}/u.test(after);

/** The line that says the role of a name: its own, one of the next until another name, or the one before. */
export function roleLines({ lines, line }: Member, named: ReadonlySet<Line>): Line[] {
  const at = lines.indexOf(line);
  const next = lines.slice(at + 1, at + 4);
  const end = next.findIndex(one => named.has(one));
  const before = lines[at - 1];
  const isFree =
    before && !lines.slice(0, at - 1).some(one => named.has(one)) && !/^H[1-2]$/.test(before.block.tagName);
  return [...(end === -1 ? next : next.slice(0, end)), ...(isFree ? [before] : [])];
}

/** The role behind the name: on its line, or alone on one of the next. */
export function roleNear(member: Member, named: ReadonlySet<Line>): string | undefined {
  const same = roleIn(member.after);
  if (same) return same.role;
  return roleLines(member, named)
    .map(line => line.text.replace(/\s*[:：]$/u, ''))
    .find(text => text.length <= 110 && (isRole(text) || roleIn(text)) && !/[.!?]$/.test(text));
}

function mailPoints(member: Member, text: string): number {
  const written = text.match(/[\w.+%-]+@[\w.-]+\.\w{2,}/g)?.slice(0, 5) ?? [];
  const linked = member.lines
    .flatMap(line => line.links.flatMap(({ href }) => /^mailto:([^?]+)/i.exec(href)?.[1] ?? []))
    .slice(0, 5);
  const all = [...written, ...linked];
  if (all.length === 0) all.push(...obfuscatedEmails(text.slice(0, 600)).map(({ value }) => value));
  const name = `${member.name.name} ${member.alias ?? ''}`;
  if (all.some(address => mailFitsName(address, name))) return 4;
  return all.some(address => !isSharedMail(address)) ||
    member.lines.some(line => line.links.some(({ href }) => /^tel:/i.test(href)))
    ? 1
    : 0;
}

function linkPoints(member: Member, own: string): number {
  const { node, element: around } = member.piece;
  const links = member.lines
    .flatMap(line => line.links)
    .filter(({ element }) => element.contains(node) || around.contains(element));
  const slug = nameWords(own).filter(word => word.length > 2);
  let best = 0;
  for (const { href } of links) {
    if (/^(?:mailto|tel):/i.test(href)) best = Math.max(best, 3);
    else if (isProfilePath(href)) best = Math.max(best, 2);
    else if (slug.length > 1 && slug.every(word => href.toLowerCase().includes(word)))
      best = Math.max(best, 1);
    else if (/\/(?:products?|shop|track|album|song|artists?|recipes?)\//i.test(href)) return -3;
  }
  return best;
}
