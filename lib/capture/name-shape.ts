// Is a text the name of a person? Only by how it is written: whoever asks has to know what stands around it.

import { labelOf } from './labels';
import {
  hanDoubleFamilies,
  hanFamilies,
  japaneseFamilies,
  koreanFamilies,
  neverInNames,
  nobody,
  particles,
  titlesAfter,
  titlesBefore,
} from './name-words';
import { hasRoleWord } from './role';

export type PersonName = {
  /** As it is written, without what is no part of it: "(she/her)", "さん", a comma after it. */
  name: string;
  /** One word may be a name where everything else says so; a handle leads to a profile; `likely` is written as only names are. */
  sure: 'single' | 'handle' | 'possible' | 'likely';
};

const longest = 70;
const word = /^\p{Lu}[\p{L}\p{M}'’ʼ`.-]*$/u;
/** Streets are called after people. */
const street =
  /.{3}(?:straat|straße|strasse|str\.|weg|laan|plein|pad|gasse|allee|platz|gatan|vägen|kade|singel|gracht|steeg)$/iu;
const initial = /^(?:\p{Lu}\.?-?){1,3}$/u;
const asianBlank = /[\s·•・]/u;

/** The person's name that the whole of `text` is; undefined where it is none, or too long to be one. */
export function personName(text: string): PersonName | undefined {
  if (text.length > longest * 2) return undefined;
  const name = trimmed(text);
  if (name.length < 2 || name.length > longest || /[\p{N}@#<>{}[\]=_+*%$€£¥!?？！。:：;；/\\|…]/u.test(name))
    return undefined;
  if (/^[«„“"「‹].*[»”"“」›]$/u.test(name) || name.split(' ').every(part => labelOf(part))) return undefined;
  if (labelOf(name) || nobody.test(name)) return undefined;
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々·•・\s]+$/u.test(name)) return eastAsian(name);
  if (/^[\p{sc=Han}·•]{2,}\s+[\p{Lu}][\p{L} .'-]+$/u.test(name)) return twoScripts(name);
  if (/^[\p{sc=Hangul}\s]+$/u.test(name)) return korean(name);
  if (/^[\p{sc=Arabic}\p{M}\s.'-]*\p{sc=Arabic}$/u.test(name)) return arabic(name);
  if (/^[\p{sc=Hebrew}\p{M}\s.'"״׳-]+$/u.test(name)) return hebrew(name);
  return western(name);
}

const trimmed = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[([](?:she|he|they|sie|er|ella|él|elle|il)\b[^)\]]*[)\]]\s*$/iu, '')
    .replace(/^[\s,;:|·•–—\p{Extended_Pictographic}-]+|[\s,;:|·•–—\p{Extended_Pictographic}\ufe0f-]+$/gu, '')
    .replace(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\s*(?:さん|様|氏|先生|女士|教授|博士)$/u, '')
    .replace(/(?<=\p{sc=Hangul})\s*(?:님|씨)$/u, '')
    .trim();

function western(name: string): PersonName | undefined {
  const outer = name
    .replace(/\s*\([^()]{1,30}\)/gu, ' ')
    .replace(/["“”„«»'‘’]([\p{L} ]{2,20})["“”«»'‘’](?=\s|$)/gu, '$1');
  const [main = '', ...after] = outer.split(/\s*,\s*/u);
  const suffixes = after.filter(part => part.split(' ').every(isAfter));
  if (suffixes.length < after.length) {
    const [given = ''] = after;
    const own = after.filter(part => !suffixes.includes(part));
    const isShort =
      main.split(' ').filter(one => !particles.has(bare(one))).length <= 2 &&
      given.split(' ').length <= 2 &&
      given.replace(/\P{L}/gu, '').length > 2;
    if (own.length !== 1 || own[0] !== given || !isShort) return undefined;
    return westernWords(`${given} ${main}`, false) && { name, sure: 'possible' };
  }
  const sure = westernWords(main, suffixes.length > 0);
  return sure && { name, sure };
}

const bare = (part: string): string => part.toLowerCase().replace(/\.$/, '');
const isAfter = (part: string): boolean =>
  titlesAfter.has(bare(part)) || titlesAfter.has(bare(part).replaceAll('.', ''));
const isBefore = (part: string): boolean =>
  titlesBefore.has(bare(part)) ||
  (/^\p{L}+\.(?:-?\p{L}+\.)*$/u.test(part) && titlesBefore.has(bare(part).replaceAll('.', '')));

function westernWords(main: string, hasSuffix: boolean): PersonName['sure'] | undefined {
  let words = main.split(/\s+/u).filter(Boolean);
  const count = words.length;
  while (words.length > 1 && isBefore(words[0] ?? '') && (words[0]?.endsWith('.') || words.length > 2))
    words = words.slice(1);
  const hasTitle = words.length < count;
  while (words.length > 2 && isAfter(words.at(-1) ?? '')) words = words.slice(0, -1);
  if (
    words.length > 7 ||
    words.some(one => neverInNames.has(bare(one)) && !particles.has(bare(one)) && !/^\p{Lu}\.?$/u.test(one))
  )
    return undefined;
  if (new Set(words.map(bare)).size < words.length) return undefined;
  if (street.test(words.at(-1) ?? '')) return undefined;
  if (words.some(one => one.length > 24) || hasRoleWord(words.join(' '))) return undefined;
  const names = words.filter(one => word.test(one) && !initial.test(one) && !particles.has(one));
  const initials = words.filter(one => initial.test(one) && !names.includes(one));
  const small = words.filter(
    one => particles.has(bare(one)) && !names.includes(one) && !initials.includes(one),
  );
  const dotted = words.filter(one => /^(?:d|l|o|al|el|bin)['’-]\p{Lu}/u.test(one));
  if (names.length + initials.length + small.length + dotted.length < words.length) return undefined;
  if (
    words.some(
      one => /\p{L}\.\p{L}{2}/u.test(one) || (/\.$/.test(one) && !initial.test(one) && one.length > 4),
    )
  )
    return undefined;
  const own = names.length + dotted.length;
  if (!own || small.includes(words.at(-1) ?? '') || isCamel(names)) return undefined;
  if (own === 1 && initials.length === 0) {
    if (hasTitle && small.length === 0) return 'likely';
    return words.length === 1 && (words[0]?.length ?? 0) > 1 ? 'single' : undefined;
  }
  if (own > 5) return undefined;
  return hasTitle ||
    hasSuffix ||
    (initials.length > 0 && own > 1) ||
    (small.length > 0 && own > 1 && isNamePart(small))
    ? 'likely'
    : 'possible';
}

const isNamePart = (small: string[]): boolean =>
  small.some(one => /^(?:von|van|bin|bint|ibn|der|ter)$/u.test(one));
/** "JavaScript", "GitHub": capitals inside of words are of brands, but for Mc, Mac, De, Di, O' and hyphens. */
const isCamel = (names: string[]): boolean =>
  names.some(
    one =>
      one !== one.toUpperCase() &&
      /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(
        one.replace(/(?:Mc|Mac|De|Di|Le|La|Van|Fitz|Du|Del|Ó|O)(?=\p{Lu})/gu, ''),
      ),
  );

function eastAsian(name: string): PersonName | undefined {
  const solid = name.replace(/\s/g, '');
  const han = /^[\p{sc=Han}々]+$/u.test(solid);
  const length = [...solid].length;
  if (hanWords.test(solid)) return undefined;
  const parts = name.split(asianBlank).filter(Boolean);
  if (/[·•・]/u.test(name)) {
    const fits =
      parts.length >= 2 &&
      parts.length <= 4 &&
      parts.every(part => [...part].length >= 1 && [...part].length <= 8);
    return fits && /^[\p{sc=Han}]+$|^[\p{sc=Katakana}ー]+$/u.test(parts.join(''))
      ? { name, sure: 'possible' }
      : undefined;
  }
  if (parts.length === 2 && han && length <= 6 && parts.every(part => [...part].length <= 4))
    return { name, sure: japaneseFamilies.test(solid) ? 'likely' : 'possible' };
  if (parts.length === 2 && japaneseFamilies.test(parts[0] ?? '') && length <= 8)
    return { name, sure: 'likely' };
  const [family2 = '', given2 = ''] = parts;
  if (
    parts.length === 2 &&
    length <= 10 &&
    /^(?:[\p{sc=Han}々]{1,4}|[\p{sc=Katakana}ー]{2,8})$/u.test(family2) &&
    /^(?:[\p{sc=Han}々]{1,3}|\p{sc=Hiragana}{2,5}|[\p{sc=Katakana}ー]{2,6})$/u.test(given2)
  )
    return { name, sure: 'possible' };
  if (parts.length !== 1) return undefined;
  if (han && hanDoubleFamilies.test(solid) && length >= 3 && length <= 4) return { name, sure: 'likely' };
  if (han && isHanFamily(solid) && length >= 2 && length <= 3)
    return { name, sure: length === 3 ? 'likely' : 'possible' };
  const family = japaneseFamilies.exec(solid)?.[0];
  const given = family ? solid.slice(family.length) : '';
  return family && /^(?:[\p{sc=Han}々]{1,3}|\p{sc=Hiragana}{2,4}|\p{sc=Katakana}{2,4})$/u.test(given)
    ? { name, sure: 'possible' }
    : undefined;
}

const isHanFamily = (solid: string): boolean => hanFamilies.has([...solid][0] ?? '');
/** Words of menus and headings in Han characters, and of places and firms. */
const hanWords =
  /公司|中心|我们|我們|联系|聯|产品|新闻|团队|团隊|服务|关于|首页|会社|株式|会議|案内|一覧|採用|情報|概要|製品|事業|講演|登壇|編集|大学|学院|学部|研究|部门|市$|省$|区$|路$|街$|县$|城$|桥$|報$|报$|网$|社$|台$|局$|厂$|院$|館$|店$|駅$|県$|府$|男性|女性|年|月|日|高级|高管|金融|文化|文章|文字|方案|方法|万元|任务|常见|关注|关键|关闭|严选|白酒|白皮|金属|石油|江苏|江西|云南|温馨|温度|高清|高新|高校|方便|方向|向上|向下|许可|程序|常用|武器|黄金|马上|时间|更多|登录|注册|首席|总监|经理/u;

const twoScripts = (name: string): PersonName | undefined => {
  const [han = '', ...latin] = name.split(' ');
  const first = eastAsian(han);
  const second = latin.length === 0 ? undefined : westernWords(latin.join(' '), false);
  return first && second ? { name, sure: 'likely' } : undefined;
};

function korean(name: string): PersonName | undefined {
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

function arabic(name: string): PersonName | undefined {
  const words = name.split(/\s+/);
  const own = words.filter((one, at) => !(arabicTitle.test(one) && at < 2));
  if (
    own.length < 2 ||
    own.length > 6 ||
    words.length > 8 ||
    own.some(one => one.length < 2 || one.length > 14)
  )
    return undefined;
  if (
    own.some(one => arabicNever.test(one)) ||
    (own[0]?.startsWith('ال') && own.length < words.length === false)
  )
    return undefined;
  if (hasRoleWord(own.join(' '))) return undefined;
  const marks = own.some(one => /^(?:بن|بنت|ابن|أبو|آل|عبد.*)$/u.test(one));
  if (own.length < words.length || marks) return { name, sure: 'likely' };
  return { name, sure: /^ال.+ي$/u.test(own.at(-1) ?? '') ? 'possible' : 'single' };
}

function hebrew(name: string): PersonName | undefined {
  const words = name.split(/\s+/);
  return words.length >= 2 && words.length <= 4 && words.every(one => one.length >= 2 && one.length <= 12)
    ? { name, sure: 'possible' }
    : undefined;
}
