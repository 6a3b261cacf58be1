// Does a shown name show the name of somebody known? Compared by what is read, however it is written or dressed up.
import { cjk, honorifics } from './names';
import { invisible, letterOf } from './skeleton';

/** Capitals that look like a Latin one although their small letters do not, and small capitals. */
const capitals = new Map(
  [
    ['b', 'ВΒʙ'],
    ['e', 'Ε'],
    ['h', 'НΗʜ'],
    ['l', 'Ιɪ'],
    ['m', 'Μ'],
    ['n', 'Νɴ'],
    ['t', 'Τ'],
    ['y', 'Υʏ'],
    ['z', 'Ζ'],
    ['r', 'ʀ'],
    ['s', 'ꜱ'],
    ['g', 'ɢ'],
    ['f', 'ꜰ'],
    ['ss', 'ßẞ'],
  ].flatMap(([letter = '', twins = '']) => [...twins].map(twin => [twin, letter] as const)),
);
const smallCapitals = new Map(
  [...'ᴀᴄᴅᴇᴊᴋʟᴍᴏᴘᴛᴜᴠᴡᴢ'].map((twin, at) => [twin, 'acdejklmoptuvwz'[at] ?? twin]),
);
/** Letters in black circles and squares, and flags: rows of A to Z in Unicode that decompose into no letter. */
const enclosed = [0x1f150, 0x1f170, 0x1f1e6];
/** What stands for a letter only inside of a word. */
const substitutes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '7': 't',
  '|': 'l',
  '!': 'l',
  $: 's',
};
const rightToLeft = /[\u202e\u2067]/;

/** A blank between letters of scripts that have none. */
const blankInRun = new RegExp(`(?<=${cjk.source})\\s+(?=${cjk.source})`, 'gu');

/** More words than a name has are looked up for nobody. */
const mostWords = 24;

function lookOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const row = enclosed.find(first => code >= first && code < first + 26);
  if (row !== undefined) return lookOf(String.fromCharCode(97 + code - row));
  const capital = capitals.get(character) ?? smallCapitals.get(character);
  if (capital) return lookOf(capital);
  const small = character.toLowerCase();
  return /[\p{L}\p{N}]/u.test(small) ? (letterOf.get(small) ?? small) : ' ';
}

/** The words of a text as they look. `between` stands for characters that cannot be seen. */
function looks(text: string, between = ''): string[] {
  const joined = text.replace(blankInRun, '');
  const shape = joined.slice(0, 400).normalize('NFKD').replace(invisible, between);
  const words = Array.from(shape, lookOf).join('').replaceAll('rn', 'm').replaceAll('vv', 'w');
  return words.split(' ').filter(word => word !== '');
}

const titles = new Set([...honorifics].flatMap(word => looks(word)));

/** The words of a name itself: without titles, brackets, and what follows a dash, a bar, "@" or "via". */
function ownWords(name: string): string[] {
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim() || name;
  const [own = bare] = bare
    .split(/\s+[-–—|·•/@:]\s+|\s*[|:]\s+|\s+via\s+/iu)
    .filter(part => looks(part).length > 0);
  const words = looks(own);
  const named = words.filter(word => !titles.has(word));
  return named.length > 0 ? named : words;
}

/** Every word that somebody may read in a shown name: each way to read what is unclear adds its own. */
function readableWords(shown: string): Set<string> {
  const inside = shown.replace(/(?<=\p{L})[@437|!$](?=\p{L})/gu, sign => substitutes[sign] ?? sign);
  const readings = [
    looks(shown),
    looks(shown, ' '),
    looks(inside),
    looks(shown.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')),
    rightToLeft.test(shown) ? looks([...shown].reverse().join('')) : [],
  ];
  return new Set(readings.flat());
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The key under which a person is found by `shownNameKeys`: the two longest words of the name, or its only one.
 * Undefined for names too short to tell people apart.
 */
export function nameKey(name: string): string | undefined {
  const words = ownWords(name);
  const letters = words.reduce((sum, word) => sum + [...word].length, 0);
  if (letters < (cjk.test(name) ? 2 : 4)) return undefined;
  const [first = '', second] = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return second === undefined ? first : pairKey(first, second);
}

/** Keys of all people whose name a shown name may show: a few for usual names, 300 at most. */
export function shownNameKeys(shown: string): string[] {
  const words = [...readableWords(shown)].slice(0, mostWords);
  const pairs = words.flatMap((word, at) => words.slice(at + 1).map(other => pairKey(word, other)));
  return [...new Set([...onlyWords(shown), ...pairs])];
}

/** What a name of one word must be to be shown: the whole shown name, or the beginning of a run of Chinese letters. */
function onlyWords(shown: string): string[] {
  const words = ownWords(shown);
  const runs = words.flatMap(word => word.match(/^\p{sc=Han}{3,}/u) ?? []);
  const beginnings = runs.flatMap(run => [3, 4, 5, 6].map(length => run.slice(0, length)));
  return words.length === 1 ? [...words, ...beginnings] : beginnings;
}

/** True when the whole known name can be read in the shown one. A reason to warn or suggest, never to match. */
export function showsName(shown: string, known: string): boolean {
  const words = ownWords(known);
  const [first, second] = words;
  if (first === undefined) return false;
  if (second === undefined) return onlyWords(shown).includes(first);
  const readable = readableWords(shown);
  return words.every(word => readable.has(word));
}
