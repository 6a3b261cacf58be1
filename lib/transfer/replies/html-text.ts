// The text of an HTML message: lines and lists stay, addresses of links are written behind them. Reads each character once.

const skipped = new Set(['script', 'style', 'head', 'title', 'template', 'svg']);
const lines = new Set('div li tr h1 h2 h3 h4 h5 h6 section article header footer dt dd'.split(' '));
const paragraphs = new Set('p ul ol table blockquote pre hr'.split(' '));

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  euro: '€',
  pound: '£',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

const decode = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    return isCharacter ? String.fromCodePoint(code) : '';
  });

/** What is written so far, and how many line ends it has at its end. */
class Page {
  private readonly pieces: string[] = [];
  /** As after a blank line, so that the text does not begin with one. */
  private ends = 2;

  text(raw: string): void {
    const plain = decode(raw.replace(/[\s\u00a0]+/g, ' '));
    const own = this.ends > 0 ? plain.trimStart() : plain;
    if (own === '') return;
    this.pieces.push(own);
    this.ends = 0;
  }

  line(): void {
    this.pieces.push('\n');
    this.ends++;
  }

  atLeast(ends: number): void {
    while (this.ends < ends) this.line();
  }

  toString(): string {
    return this.pieces
      .join('')
      .split('\n')
      .map(line => line.trimEnd())
      .join('\n')
      .trim();
  }
}

const hrefOf = (tag: string): string => {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag.slice(0, 4000));
  const href = decode(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  return /^(?:https?|mailto|tel):/i.test(href) ? href : '';
};

type Tag = { name: string; isEnd: boolean; href: string };

/** Where what begins with `<` ends, after its last character; -1 where it never does. */
function endOf(html: string, open: number): number {
  const mark = html.startsWith('<!--', open) ? '-->' : '>';
  const at = html.indexOf(mark, open);
  return at === -1 ? -1 : at + mark.length;
}

function tagOf(markup: string): Tag {
  const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(markup.slice(0, 20)) ?? [];
  const tag = name.toLowerCase();
  return { name: tag, isEnd: slash !== '', href: tag === 'a' ? hrefOf(markup) : '' };
}

/** Texts and tags of `html` one after the other; what is never seen is passed over. */
function* piecesOf(html: string): Generator<string | Tag> {
  // As long as the original, which small letters of all scripts need not be.
  const small = html.replace(/[A-Z]+/g, letters => letters.toLowerCase());
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    const end = endOf(html, open);
    if (end === -1) break;
    yield html.slice(at, open);
    const tag = tagOf(html.slice(open, end));
    yield tag;
    const close = skipped.has(tag.name) && !tag.isEnd ? small.indexOf(`</${tag.name}`, end) : end;
    at = close === -1 ? html.length : close;
  }
  yield html.slice(at);
}

/** The text that people see of `html`. */
export function htmlText(html: string): string {
  const page = new Page();
  let link = '';
  let shown = '';
  for (const piece of piecesOf(html)) {
    if (typeof piece === 'string') {
      page.text(piece);
      shown += link && piece;
    } else if (piece.name === 'a') {
      if (link && !shown.includes(link)) page.text(` (${link})`);
      link = piece.href.replace(/^(?:mailto|tel):|\/$/gi, '');
      shown = '';
    } else breakFor(page, piece);
  }
  return page.toString();
}

function breakFor(page: Page, { name, isEnd }: Tag): void {
  if (name === 'br') page.line();
  else if (paragraphs.has(name)) page.atLeast(2);
  else if (lines.has(name)) page.atLeast(1);
  if (name === 'li' && !isEnd) page.text('- ');
}
