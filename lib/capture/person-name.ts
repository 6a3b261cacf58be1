// What may be the name of a person: in data that says it is one, and in text that says nothing.
import { cjk } from '../identity/names';
import { decodeEntities } from './entities';
import { plainValue } from './values';

/** What stands where a name should, and names nobody. */
const nobody = new Set([
  ...(
    'admin administrator webmaster editor editors editorial staff team redaktion redaction redacción redazione anonymous guest unknown ' +
    'author user root moderator support info contact office press sales test default none null undefined n/a name owner ' +
    'administrador anonyme anónimo anonym gast autor autore auteur equipo équipe 匿名 管理员 管理者 編集部 编辑部 小编'
  ).split(' '),
  ...(
    'editorial team|staff writer|the team|guest author|guest user|site admin|super user|super admin|admin user|' +
    'your name|full name|first name|last name|lorem ipsum|object object'
  ).split('|'),
]);

/** The name that data states, as it is written; undefined where it names nobody or is no name at all. */
export function statedName(text: string): string | undefined {
  const name = plainValue(decodeEntities(text), 120);
  if (!name || !/\p{L}/u.test(name) || /\S@\S|www\.|[;={}[\]\\|]/i.test(name)) return undefined;
  return nobody.has(name.toLowerCase()) ? undefined : name;
}

/** Words that are in titles of pages, companies and departments, not in names of people. */
const notPersonal =
  /\b(?:about|team|meet|our|us|contact|news|press|media|home|page|blog|read|more|view|all|the|and|with|for|from|inc|llc|ltd|gmbh|ag|kg|ohg|corp|co|company|group|holding|studio|studios|agency|university|college|school|institute|department|services?|solutions?|systems?|software|consulting|partners|association|foundation|society|club|hotel|restaurant|café|cafe|shop|store|s\.?l\.?u?|s\.?a\.?s?|s\.?r\.?l|b\.?v|s\.?p\.?a|e\.?v|unternehmen|verein|redaktion|kontakt|impressum|ueber|über|uns|equipo|nosotros|contacto|equipe|équipe|nous|chi|siamo|privacy|policy|terms|cookies?|login|register|street|road|avenue|straße|strasse|platz|calle|rue|via|plaza|avenida)\b|[&+#@:;!?/\\()"“”„%€$£*=_<>{}[\]|]|株式会社|有限公司|会社|公司|大学|部$|チーム|团队|團隊|شركة|فريق/iu;
const particles =
  /^(?:de|del|della|di|da|do|dos|das|du|des|la|le|las|los|van|von|vom|zu|zum|zur|der|den|ter|ten|te|y|e|i|bin|bint|ibn|al|el|abu|af|av|san|santa|st\.?|mac|mc|o|d|l|ben|bat|ap|ab|na|’t|'t)$/iu;
const word = /^\p{L}[\p{L}\p{M}’'`´.·-]*$/u;

/**
 * True for a text that looks like the name of one person although nothing says so: two to six words that begin with
 * capitals, or a short run of Chinese, Japanese or Korean letters, or two to five words of a script without capitals.
 */
export function looksLikeName(text: string): boolean {
  if (text.length > 70 || /\d/.test(text)) return false;
  const bare = text.replace(
    /^(?:(?:Prof|Dr|Mr|Mrs|Ms|Mx|Ing|Dipl|Herr|Frau|Sr|Sra|Dña|Dott|Dra|Mag|Lic|Arq|Mme|M|Rev|Sir|Dame|Avv|Rag|Univ|Priv|med|rer|nat|phil|jur|h\.c|-Doz|-Ing|د|أ|م)(?:\.\s*|\s+))+/u,
    '',
  );
  const own = bare.replace(
    /,?\s+(?:Ph\.?\s?D|M\.?D|MBA|M\.?Sc|B\.?Sc|M\.?A|B\.?A|LL\.?M|CPA|Esq|Jr|Sr|II|III|CFA|PMP|RN|DDS)\.?$/u,
    '',
  );
  if (notPersonal.test(own)) return false;
  if (cjk.test(own)) return looksLikeEastern(own);
  const words = own.split(/,?\s+/).filter(part => part !== '');
  if (words.length < 2 || words.length > 6 || !words.every(part => word.test(part))) return false;
  const capital = words.filter(part => /^[\p{Lu}\p{Lt}\p{Lo}]|^(?:d|l|o)[’']\p{Lu}/u.test(part));
  return (
    capital.length >= 2 &&
    words.every(part => capital.includes(part) || particles.test(part)) &&
    words.some(part => [...part].length > 2)
  );
}

/** `山田 太郎`, `王小明`, `김민준`, `マルタ・ルイス`; honorifics such as 様 and 先生 may follow. */
function looksLikeEastern(text: string): boolean {
  const own = text.replace(/\s*(?:様|さん|氏|先生|女士|小姐|님|씨)$/u, '');
  return (
    /^\p{sc=Han}{1,3}[\s　]?[\p{sc=Han}々ヶノ之]{1,3}$/u.test(own) ||
    /^\p{sc=Han}{1,3}[\s　][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,6}$/u.test(own) ||
    /^[\p{sc=Katakana}ー]{2,12}(?:[・＝\s][\p{sc=Katakana}ー]{1,12}){1,3}$/u.test(own) ||
    /^[\p{sc=Hiragana}]{1,5}[\s　][\p{sc=Hiragana}\p{sc=Han}]{1,5}$/u.test(own) ||
    /^\p{sc=Hangul}{2,4}$|^\p{sc=Hangul}{1,2}\s\p{sc=Hangul}{1,3}$/u.test(own)
  );
}
