// The commands of Text Blaze, such as `{formtext: name=order}`, as variables and blanks of ours. None is carried out.
import { blank, blankName, literal } from './liquid';

export type Translated = { body: string; remarks: string[] };
type Settings = { first: string; named: Map<string, string> };
/** What stands in the place of a command, and what is said about that. */
type Written = { text: string; remark?: string };

/** Longest command that is read as one. */
const longest = 4000;
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Where the brace opened at a place is closed. One walk, however they stand in one another. */
function closings(text: string): Map<number, number> {
  const open: number[] = [];
  const found = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push(at);
    const begin = text[at] === '}' ? open.pop() : undefined;
    if (begin !== undefined) found.set(begin, at);
  }
  return found;
}

/** `YYYY; shift=+1D` is a first setting and a named one. */
function settingsOf(text: string): Settings {
  const pieces = text.split(';').map(piece => piece.trim());
  const pairs = pieces.map(piece => /^([a-z]+)\s*=(.*)$/is.exec(piece));
  const named = pairs.flatMap(pair => (pair ? [[pair[1]?.toLowerCase() ?? '', (pair[2] ?? '').trim()]] : []));
  return {
    first: pieces.find((piece, at) => piece !== '' && !pairs[at]) ?? '',
    named: new Map(named as [string, string][]),
  };
}

function timeOf({ first, named }: Settings): Written {
  const shift = named.get('shift')?.replace(/\s/g, '') ?? '';
  const isClock = /[Hhms]/.test(first.replace(/\[[^\]]*\]/g, '')) && !/[YMDd]/.test(first);
  const what = shown([first, shift].filter(Boolean).join(', ') || 'now');
  if (isClock || named.has('at'))
    return { text: blank(isClock ? 'time' : 'date'), remark: `The time (${what}) is a blank to fill.` };
  const days: Record<string, string> = { '': 'today', '+1D': 'tomorrow', '1D': 'tomorrow' };
  const name = Object.hasOwn(days, shift) ? days[shift] : undefined;
  return name
    ? { text: `{{ ${name} }}`, remark: 'Dates are written out in the language of the reply.' }
    : { text: blank('date'), remark: `The date (${what}) is a blank to fill.` };
}

/** A field of a form is a blank of its name, with what stands in it at first as what is written otherwise. */
const field =
  (fallback: string) =>
  ({ named }: Settings): Written => {
    const name = named.get('name') || fallback;
    const otherwise = named.get('default') ?? '';
    return {
      text: blank(name, otherwise),
      ...(otherwise && { remark: `Where “${shown(name)}” is not known, “${shown(otherwise)}” is written.` }),
    };
  };

function menuOf(settings: Settings, source: string): Written {
  const name = settings.named.get('name') || 'choice';
  const options = source
    .split(';')
    .map(piece => piece.trim().replace(/^default\s*=\s*/i, ''))
    .filter(piece => piece !== '' && !/^[a-z]+\s*=/i.test(piece));
  return {
    text: blank(name),
    remark: `“${shown(name)}” is a blank; its choices were: ${shown(options.join(', '))}.`,
  };
}

const userPaths: Record<string, string> = {
  firstname: 'me.first_name',
  fullname: 'me.name',
  name: 'me.name',
  email: 'me.email',
};

function userOf({ first }: Settings): Written {
  const path = userPaths[first.toLowerCase().replace(/\s/g, '')];
  return { text: path ? `{{ ${path} }}` : blank(`your ${first}`) };
}

/** What is decided while it is inserted there, has to be decided by hand here: a blank asks for it. */
const decided = (what: string) => (_settings: Settings, source: string) => ({
  text: blank(what),
  remark: `Decided by “${shown(source.trim()) || what}” there: all its texts stand here, with a blank before them.`,
});

const nothing = (why: string) => (): Written => ({ text: '', remark: why });
const asked = (what: string) => (_settings: Settings, source: string) => ({
  text: blank(what),
  remark: `What “${shown(`${what} ${source.trim()}`.trim())}” gave is a blank to fill.`,
});

const pressed = nothing('Keys, clicks and waiting are left out.');
const commands: Record<string, (settings: Settings, source: string) => Written> = {
  cursor: nothing('The place of the caret is left out.'),
  clipboard: () => ({ text: blank('clipboard'), remark: 'The clipboard is a blank to fill.' }),
  time: timeOf,
  formtext: field('text'),
  formparagraph: field('text'),
  formdate: field('date'),
  formmenu: menuOf,
  formtoggle: decided('choose'),
  endformtoggle: nothing(''),
  if: decided('decide'),
  elseif: nothing(''),
  else: nothing(''),
  endif: nothing(''),
  repeat: decided('repeat'),
  endrepeat: nothing(''),
  user: userOf,
  site: settings =>
    settings.first === 'title'
      ? { text: '{{ conversation.title }}' }
      : asked('site')(settings, settings.first),
  snippet: asked('snippet'),
  import: asked('import'),
  key: pressed,
  click: pressed,
  wait: pressed,
  button: pressed,
  endbutton: pressed,
  run: nothing('Calculations are left out.'),
  error: nothing('Rules for filling in are left out.'),
  image: nothing('Pictures are left out.'),
  urlload: asked('loaded'),
  urlsend: nothing('Nothing is sent anywhere.'),
  dbselect: asked('data'),
  dbinsert: nothing('Nothing is sent anywhere.'),
  dbupdate: nothing('Nothing is sent anywhere.'),
  dbdelete: nothing('Nothing is sent anywhere.'),
};

/** Texts use commands of Text Blaze when they have one that no other program writes like this. */
export const hasBlazeCommands = (text: string): boolean =>
  /\{(?:form(?:text|menu|paragraph|date|toggle)|cursor|clipboard|time|site|snippet)\s*[:}]/i.test(
    text.slice(0, longest * 5),
  );

type Command = { name: string; source: string };

function commandAt(text: string, open: number, close: number | undefined): Command | undefined {
  if (close === undefined || close - open > longest || text[open - 1] === '{') return undefined;
  const head = /^\{\s*(=|[a-z]+)\s*/i.exec(text.slice(open, open + 40));
  const name = head?.[1]?.toLowerCase() ?? '';
  const rest = text.slice(open + (head?.[0].length ?? 0), close);
  if (name === '=') return { name, source: rest };
  if (!Object.hasOwn(commands, name) && !['note', 'endnote', 'link', 'endlink'].includes(name))
    return undefined;
  return rest === '' || rest.startsWith(':') ? { name, source: rest.slice(1) } : undefined;
}

/** `{=order}` is the field of that name; what is reckoned with is a blank. */
function formula(source: string): Written {
  const isName = /^\s*[\p{L}_][\p{L}\p{N}_ ]{0,60}$/u.test(source);
  if (isName) return { text: `{{ ${blankName(source)} }}` };
  return { text: blank('result'), remark: `The result of “${shown(source.trim())}” is a blank to fill.` };
}

/** What is written while a text is read. */
class Template {
  private readonly written: string[] = [];
  private readonly remarks = new Set<string>();
  private note: number | undefined;
  private link = '';

  text(plain: string): void {
    this.written.push(literal(plain));
  }

  command({ name, source }: Command): void {
    if (name === 'note') this.note = this.written.length;
    else if (name === 'endnote') this.endNote();
    else if (name === 'link') this.link = source.trim();
    else if (name === 'endlink') this.text(this.link && ` (${this.link})`);
    else this.write(name === '=' ? formula(source) : commands[name]?.(settingsOf(source), source));
  }

  /** Notes are read by who inserts and never inserted. */
  private endNote(): void {
    if (this.note === undefined) return;
    this.remarks.add(`A note was left out: ${shown(this.written.splice(this.note).join('').trim())}`);
    this.note = undefined;
  }

  private write({ text, remark }: Written = { text: '' }): void {
    this.written.push(text);
    if (remark) this.remarks.add(remark);
  }

  done(): Translated {
    return { body: this.written.join(''), remarks: [...this.remarks] };
  }
}

/** A text with commands as a template, and what was changed on the way. Linear in the length of the text. */
export function fromTextBlaze(text: string): Translated {
  const pairs = closings(text);
  const template = new Template();
  let plainFrom = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    const close = pairs.get(at);
    const command = commandAt(text, at, close);
    if (!command || close === undefined) continue;
    template.text(text.slice(plainFrom, at));
    template.command(command);
    plainFrom = close + 1;
    at = close;
  }
  template.text(text.slice(plainFrom));
  return template.done();
}
