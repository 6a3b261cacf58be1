// Names in scripts that have no capitals: Han, kana, Hangul, Arabic, Hebrew.
import { hanDoubleFamilies, hanFamilies, japaneseFamilies, koreanFamilies } from './name-words';
import { hasRoleWord } from './role';

export type PersonName = {
  /** As it is written, without what is no part of it: "(she/her)", "さん", a comma after it. */
  name: string;
  /** One word may be a name where everything else says so; a handle leads to a profile; `likely` is written as only names are. */
  sure: 'single' | 'handle' | 'possible' | 'likely';
};

const asianBlank = /[\s·•・]/u;

/** A name in Han letters or kana, with a blank or a dot between its parts or without. */
export function eastAsian(name: string): PersonName | undefined {
  const solid = name.replace(/\s/g, '');
  if (hanWords.test(solid)) return undefined;
  const parts = name.split(asianBlank).filter(Boolean);
  if (/[·•・]/u.test(name)) return transcribed(name, parts);
  if (parts.length === 2) return inTwoParts(name, parts);
  return parts.length === 1 ? solidName(name, solid) : undefined;
}

/** 「古丽娜尔·买买提」, 「マルタ・ルイス」 */
function transcribed(name: string, parts: string[]): PersonName | undefined {
  const fits = parts.length >= 2 && parts.length <= 4 && parts.every(part => [...part].length <= 8);
  return fits && /^(?:\p{sc=Han}+|[\p{sc=Katakana}ー]+)$/u.test(parts.join(''))
    ? { name, sure: 'possible' }
    : undefined;
}

const familyPart = /^(?:[\p{sc=Han}々]{1,4}|[\p{sc=Katakana}ー]{2,8})$/u;
const givenPart = /^(?:[\p{sc=Han}々]{1,4}|\p{sc=Hiragana}{2,5}|[\p{sc=Katakana}ー]{2,6})$/u;

function inTwoParts(name: string, [family = '', given = '']: string[]): PersonName | undefined {
  if (japaneseFamilies.test(family + given) && [...(family + given)].length <= 8)
    return { name, sure: 'likely' };
  return familyPart.test(family) && givenPart.test(given) ? { name, sure: 'possible' } : undefined;
}

function solidName(name: string, solid: string): PersonName | undefined {
  const length = [...solid].length;
  const han = /^[\p{sc=Han}々]+$/u.test(solid);
  if (han && hanDoubleFamilies.test(solid) && length >= 3 && length <= 4) return { name, sure: 'likely' };
  if (han && hanFamilies.has([...solid][0] ?? '') && length >= 2 && length <= 3)
    return { name, sure: length === 3 ? 'likely' : 'possible' };
  const family = japaneseFamilies.exec(solid)?.[0];
  const given = family ? solid.slice(family.length) : '';
  return family && /^(?:[\p{sc=Han}々]{1,3}|\p{sc=Hiragana}{2,4}|\p{sc=Katakana}{2,4})$/u.test(given)
    ? { name, sure: 'possible' }
    : undefined;
}

/** Words of menus and headings in Han characters, and of places and firms. */
const hanWords =
  /公司|中心|我们|我們|联系|聯|产品|新闻|团队|团隊|服务|关于|首页|会社|株式|会議|案内|一覧|採用|情報|概要|製品|事業|講演|登壇|編集|大学|学院|学部|研究|部门|市$|省$|区$|路$|街$|县$|城$|桥$|報$|报$|网$|社$|台$|局$|厂$|院$|館$|店$|駅$|県$|府$|男性|女性|年|月|日|高级|高管|金融|文化|文章|文字|方案|方法|万元|任务|常见|关注|关键|关闭|严选|白酒|白皮|金属|石油|江苏|江西|云南|温馨|温度|高清|高新|高校|方便|方向|向上|向下|许可|程序|常用|武器|黄金|马上|时间|更多|登录|注册|首席|总监|经理/u;

/** A name in Hangul. */
export function korean(name: string): PersonName | undefined {
  const solid = name.replace(/\s/g, '');
  const [first = '', ...given] = [...solid];
  if (/^(?:남궁|황보|제갈|선우|독고)/u.test(solid) && given.length === 3) return { name, sure: 'likely' };
  if (!koreanFamilies.has(first) || given.length < 1 || given.length > 2 || name.split(' ').length > 2)
    return undefined;
  if (/(?:사|장|부|팀|실|자|소개|문의|안내|서비스|회사)$/u.test(solid) && given.length === 1)
    return undefined;
  return hasRoleWord(solid) ? undefined : { name, sure: 'possible' };
}

const arabicNever =
  /^(?:منذ|آراء|تجربة|خدمة|خدمات|فرع|راسل|تحويلة|حين|العملاء|كيف|لماذا|متى|من|في|على|إلى|عن|مع|هذا|هذه|التي|الذي|شركة|مؤسسة|جامعة|كلية|معهد|وزارة|فريق|فريقنا|اتصل|تواصل|بنا|معنا|حول|نحن|اقرأ|المزيد|الرئيسية|أخبار|خدماتنا|منتجاتنا|جميع|الحقوق|محفوظة|شارع|مدينة|طريق|صحيفة|قسم|مركز|مكتب|البريد|هاتف|سياسة|الخصوصية|الشروط|كل|أو|ثم|مقهى|متجر|دار|مجلة|بنك|نادي|جمعية|مدرسة|مستشفى|برنامج|مشروع|ال.*ية|.*ات|لل.*|وال.*|بال.*)$/u;
const arabicTitle =
  /^(?:د|أ|م|د\.|أ\.|م\.|أ\.د\.?|الدكتور|الدكتورة|دكتور|دكتورة|الأستاذ|الأستاذة|أستاذ|المهندس|المهندسة|السيد|السيدة|الشيخ)$/u;

/** Two to six words in Arabic letters, with a title or without. */
export function arabic(name: string): PersonName | undefined {
  const words = name.split(/\s+/);
  const own = words.filter((one, at) => !(arabicTitle.test(one) && at < 2));
  if (
    own.length < 2 ||
    own.length > 6 ||
    words.length > 8 ||
    own.some(one => one.length < 2 || one.length > 14)
  )
    return undefined;
  if (own.some(one => arabicNever.test(one)) || (own[0]?.startsWith('ال') && own.length === words.length))
    return undefined;
  if (hasRoleWord(own.join(' '))) return undefined;
  const marks = own.some(one => /^(?:بن|بنت|ابن|أبو|آل|عبد.*)$/u.test(one));
  if (own.length < words.length || marks) return { name, sure: 'likely' };
  return { name, sure: /^ال.+ي$/u.test(own.at(-1) ?? '') ? 'possible' : 'single' };
}

/** Two to four words in Hebrew letters. */
export function hebrew(name: string): PersonName | undefined {
  const words = name.split(/\s+/);
  return words.length >= 2 && words.length <= 4 && words.every(one => one.length >= 2 && one.length <= 12)
    ? { name, sure: 'possible' }
    : undefined;
}
