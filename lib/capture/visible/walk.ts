// Walking what a page shows, in the order of its reading: lines of text with the links and pictures in them.
import type { Reading } from '../finding';

/** A text and the element right around it. */
export type Piece = { text: string; node: Node; element: Element };
export type Link = { element: Element; href: string; text: string };
export type Picture = { element: Element; alt: string };

/** What stands between two borders of blocks, or between two `<br>`. */
export type Line = {
  at: number;
  text: string;
  pieces: Piece[];
  links: Link[];
  pictures: Picture[];
  /** The block that it stands in. */
  block: Element;
};

export type Shown = {
  lines: Line[];
  /** The first line in an element and the one after its last. */
  reach: Map<Element, [from: number, to: number]>;
  /** Documents of frames that can be read. */
  frames: Document[];
  /** Visible frames that can't. */
  hasForeignFrames: boolean;
};

const blocks =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BUTTON|CAPTION|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LABEL|LEGEND|LI|MAIN|MENU|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;
const silent =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|TITLE|SVG|CANVAS|OBJECT|EMBED|AUDIO|VIDEO|MAP|SELECT|OPTION|TEXTAREA|INPUT|DATALIST|MATH|PROGRESS|METER|RP|RT)$/;
const frameNames = /^I?FRAME$/;
const mostText = 65_536;
const mostLine = 4000;
/** Lines are taken up to here: who is on the page stands before. */
const mostLines = 40_000;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isFrame = (element: Element): element is HTMLIFrameElement => frameNames.test(element.tagName);
const isSlot = (element: Element): element is HTMLSlotElement => element.tagName === 'SLOT';

/** Whether an element is shown, as far as it says so itself; its parents are asked before it. */
function isShown(element: Element, asksBrowser: boolean): boolean {
  if (element.hasAttribute('hidden')) return false;
  const style = element.getAttribute('style');
  if (style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style))
    return false;
  return !asksBrowser || element.checkVisibility({ visibilityProperty: true });
}

function* childrenOf(element: Element): Generator<Node, void> {
  if (isSlot(element)) {
    const given = element.assignedNodes({ flatten: true });
    yield* given.length > 0 ? given : element.childNodes;
    return;
  }
  yield* (element.shadowRoot ?? element).childNodes;
}

const frameDocument = (frame: HTMLIFrameElement): Document | undefined => {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
};

/** Walks the document's body without recursion; what it shows stands in `shown` in the order of the page. */
export function* walk(document: Document, shown: Shown): Reading {
  const { body } = document;
  if (!body) return;
  const asksBrowser =
    document.defaultView?.document === document && typeof body.checkVisibility === 'function';
  const taking = lineTaker(shown);
  const stack: { element: Element; children: Iterator<Node>; isBlock: boolean; from: number }[] = [];
  let steps = 0;
  let letters = 0;

  const enter = (element: Element) => {
    const isBlock = blocks.test(element.tagName) || element.tagName.includes('-');
    if (isBlock) taking.end();
    stack.push({ element, children: childrenOf(element), isBlock, from: shown.lines.length });
    if (isBlock) taking.block(element);
    const href = element.tagName === 'A' ? element.getAttribute('href') : null;
    if (href && href.length < 2048) taking.link(element, href);
  };
  const leave = () => {
    const left = stack.pop();
    if (!left) return;
    if (left.isBlock) taking.end();
    const to = shown.lines.length + (taking.isOpen() ? 1 : 0);
    if (to > left.from) shown.reach.set(left.element, [left.from, to]);
    if (left.isBlock) taking.block(stack.findLast(({ isBlock }) => isBlock)?.element ?? body);
  };

  enter(body);
  while (stack.length > 0 && shown.lines.length < mostLines) {
    const { value: node, done } = stack.at(-1)?.children.next() ?? { done: true };
    if (done || !node) {
      leave();
      continue;
    }
    if (++steps % 200 === 0 || letters > mostText) {
      letters = 0;
      yield;
    }
    if (node.nodeType === 3) letters += takeText(node, stack.at(-1)?.element ?? body, taking);
    else if (isElement(node)) visit(node, { shown, taking, enter, asksBrowser });
  }
  while (stack.length > 0) leave();
}

function takeText(node: Node, element: Element, taking: ReturnType<typeof lineTaker>): number {
  const text = (node.nodeValue ?? '').slice(0, mostText);
  if (text.trim()) taking.text({ text, node, element });
  else taking.blank();
  return text.length;
}

type Visit = {
  shown: Shown;
  taking: ReturnType<typeof lineTaker>;
  enter: (element: Element) => void;
  asksBrowser: boolean;
};

function visit(element: Element, { shown, taking, enter, asksBrowser }: Visit): void {
  const name = element.tagName.toUpperCase();
  if (name === 'BR' || name === 'WBR') {
    if (name === 'BR') taking.end();
  } else if (name === 'IMG') {
    const alt = element.getAttribute('alt')?.trim().slice(0, 200);
    if (isShown(element, asksBrowser)) taking.picture({ element, alt: alt ?? '' });
  } else if (isFrame(element)) {
    if (!isShown(element, asksBrowser)) return;
    const inner = frameDocument(element);
    if (inner) shown.frames.push(inner);
    else if (element.getAttribute('src')) shown.hasForeignFrames = true;
  } else if (!silent.test(name) && isShown(element, asksBrowser)) enter(element);
}

const isAnchor = (element: Element | undefined): boolean =>
  element?.tagName === 'A' || element?.parentElement?.tagName === 'A';

/** Puts texts together to lines. */
function lineTaker(shown: Shown) {
  let block: Element | undefined;
  let line: Line | undefined;
  let blank = false;
  const open = (element: Element): Line => {
    line ??= {
      at: shown.lines.length,
      text: '',
      pieces: [],
      links: [],
      pictures: [],
      block: block ?? element,
    };
    return line;
  };
  return {
    isOpen: () => line !== undefined,
    block: (element: Element) => {
      block = element;
    },
    blank: () => {
      blank = true;
    },
    text: (piece: Piece) => {
      const now = open(piece.element);
      const text = piece.text.replace(/\s+/g, ' ');
      const glued = !blank && !text.startsWith(' ') && now.text !== '' && !now.text.endsWith(' ');
      const another = now.pieces.at(-1)?.element !== piece.element;
      const isLinked = another && (isAnchor(piece.element) || isAnchor(now.pieces.at(-1)?.element));
      const splits =
        glued &&
        another &&
        (isLinked
          ? /[\p{L}\p{N})]$/u.test(now.text) && /^[\p{L}\p{N}(]/u.test(text)
          : /[\p{Ll}\p{Lo})]$/u.test(now.text) && /^[\p{Lu}\p{Lo}(]/u.test(text));
      if (now.text.length < mostLine)
        now.text += (blank || splits) && now.text && !now.text.endsWith(' ') ? ` ${text.trimStart()}` : text;
      now.pieces.push({ ...piece, text });
      blank = false;
    },
    link: (element: Element, href: string) => {
      open(element).links.push({ element, href, text: '' });
    },
    picture: (picture: Picture) => {
      open(picture.element).pictures.push(picture);
    },
    end: () => {
      if (line) {
        line.text = line.text.replace(/\s+/g, ' ').trim();
        shown.lines.push(line);
      }
      line = undefined;
      blank = false;
    },
  };
}
