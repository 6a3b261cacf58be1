// Reading a page's elements: text, attributes, visibility, frames; every answer bounded in size.

const NODE_LIMIT = 4000;
const BLOCKS =
  /^(?:ADDRESS|ARTICLE|BLOCKQUOTE|DD|DIV|DL|DT|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
/** Nothing but emoji, with what joins and varies them. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,20}$/u;
const SILENT = /^(?:SCRIPT|STYLE|TITLE|TEMPLATE|NOSCRIPT|HEAD)$/;
const UNSEEN = '[hidden], [style*="display:none"], [style*="display: none"]';

/** The attribute without blanks at its ends; undefined when empty or longer than `max` characters. */
export function attribute(element: Element, name: string, max = 320): string | undefined {
  const value = element.getAttribute(name);
  if (!value || value.length > max * 2) return undefined;
  const trimmed = value.trim();
  return trimmed && trimmed.length <= max ? trimmed : undefined;
}

/** The first `max` characters, never half of a surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}

/** Whether the page shows the element, as far as that can be said where nothing is laid out. */
export function visible(element: Element): boolean {
  if (element.closest(UNSEEN)) return false;
  return !element.ownerDocument.defaultView || element.checkVisibility();
}

/** The document in a frame; undefined where it is of another origin or not there yet. */
export function frameDocument(frame: HTMLIFrameElement | null | undefined): Document | undefined {
  try {
    return frame?.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The one line that an element shows, with emoji that are pictures; at most `max` characters. */
export function lineOf(element: Element, max = 300, skip?: string): string {
  return cut(
    written(element, max * 4, skip)
      .replace(/\s+/g, ' ')
      .trim(),
    max,
  );
}

/**
 * What an element says, line by line, without the parts that match `skip`, up to the first that matches `end`; at most
 * `max` characters.
 */
export function textOf(element: Element, max: number, skip?: string, end?: string): string {
  const lines = written(element, max * 2, skip, end)
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim());
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    max,
  );
}

function written(root: Element, max: number, skip?: string, end?: string): string {
  let text = '';
  let left = NODE_LIMIT;
  const stack: (Node | '\n')[] = [root];
  while (stack.length > 0 && text.length < max && left-- > 0) {
    const node = stack.pop();
    if (node === undefined || isEnd(node, end)) break;
    if (node === '\n') {
      if (!text.endsWith('\n')) text += '\n';
    } else if (node.nodeType === 3) {
      text += plain(node, max);
    } else if (node.nodeName === 'BR') {
      text += '\n';
    } else if (isElement(node)) {
      text += pictured(node);
      if (node === root || !leftOut(node, skip)) push(stack, node, left);
    }
  }
  return text;
}

/** Line ends in HTML text are blanks; in preformatted text they count, but not once more after a `<br>`. */
function plain(node: Node, max: number): string {
  const value = (node.nodeValue ?? '').slice(0, max);
  if (!node.parentElement?.closest('pre, .pre')) return value.replace(/\s+/g, ' ');
  return node.previousSibling?.nodeName === 'BR' ? value.replace(/^\r?\n/, '') : value;
}

function push(stack: (Node | '\n')[], element: Element, limit: number): void {
  const block = BLOCKS.test(element.tagName);
  if (block) stack.push('\n');
  let child = element.lastChild;
  for (let count = 0; child && count < limit; count++) {
    stack.push(child);
    child = child.previousSibling;
  }
  if (block) stack.push('\n');
}

/** Sites show emoji as pictures: their words are the emoji, or an attribute has it. */
function pictured(element: Element): string {
  if (element.tagName !== 'IMG') return '';
  const alt = attribute(element, 'alt', 20);
  if (element.hasAttribute('data-emoji')) return alt ?? attribute(element, 'data-emoji', 20) ?? '';
  return alt && EMOJI.test(alt) ? alt : '';
}

const isEnd = (node: Node | '\n', end: string | undefined): boolean =>
  end !== undefined && node !== '\n' && isElement(node) && node.matches(end);

function leftOut(element: Element, skip: string | undefined): boolean {
  return SILENT.test(element.tagName) || element.matches(UNSEEN) || (!!skip && element.matches(skip));
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
