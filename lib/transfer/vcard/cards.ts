// Cards: which properties belong together, and what stands between cards.
import type { ContentLine } from './content-lines';
import { type Property, parseProperty } from './property';
import { Remarks } from './remarks';

/** The most that is kept of a card: properties, their bytes in all, cards within cards. */
const [mostProperties, largestCard, deepest] = [2000, 4 * 1024 * 1024, 20];

export type Card = {
  /** Its number in the file, counted from 1. */
  place: number;
  /** Whether it is of version 2.1, which escapes less. */
  isOld: boolean;
  properties: Property[];
  /** The cards of assistants that stand inside, without cards in them. */
  agents: Property[][];
  remarks: Remarks;
};
/** What can't be a card has a reason. */
export type FoundCard = Card | { place: number; refused: string };

type Open = Card & { refused?: string; bytes: number; count: number; depth: number; awaitsAgent: boolean };

const isWritten = (bytes: Uint8Array) => bytes.some(byte => byte > 0x20);
const ascii = new TextDecoder('windows-1252');
const saysCard = ({ bytes }: ContentLine) => /:\s*VCARD\s*$/i.test(ascii.decode(bytes.subarray(0, 200)));

/** The cards of the content lines of a file. Throws a sentence when there is none. */
export async function* cardsOf(portions: AsyncIterable<ContentLine[]>): AsyncGenerator<FoundCard[]> {
  const assembly = new Assembly();
  for await (const lines of portions) yield lines.flatMap(line => assembly.take(line));
  yield assembly.end();
}

class Assembly {
  private place = 0;
  private hasCard = false;
  private open: Open | undefined;
  /** The first line of what stands outside of cards. */
  private stray: number | undefined;

  take(line: ContentLine): FoundCard[] {
    const { open } = this;
    if (line.name === 'BEGIN' && saysCard(line)) {
      if (!open?.awaitsAgent) return [...this.closeUnended(), ...this.closeStray(), ...this.begin()];
      enter(open);
    } else if (!open) {
      if (isWritten(line.bytes)) this.stray ??= line.number;
    } else if (line.name === 'END' && saysCard(line)) {
      if (open.depth === 0) return this.close(open);
      open.depth -= 1;
    } else addLine(open, line);
    return [];
  }

  end(): FoundCard[] {
    const last = [...this.closeUnended()];
    if (!this.hasCard) throw new Error('There is no vCard in this file.');
    return [...last, ...this.closeStray()];
  }

  private begin(): [] {
    this.hasCard = true;
    this.place += 1;
    const [isOld, bytes, count, depth, awaitsAgent] = [false, 0, 0, 0, false];
    const card = { place: this.place, isOld, properties: [], agents: [], remarks: new Remarks() };
    this.open = { ...card, bytes, count, depth, awaitsAgent };
    return [];
  }

  private close({ refused, ...open }: Open): FoundCard[] {
    this.open = undefined;
    const { place, properties, agents, remarks, count } = open;
    if (refused) return [{ place, refused }];
    if (count > mostProperties)
      remarks.add(`Of its ${count} properties the first ${mostProperties} were read.`);
    const version = properties.find(({ name }) => name === 'VERSION')?.value.trim() ?? '';
    return [{ place, isOld: version.startsWith('2'), properties, agents, remarks }];
  }

  private closeUnended(): FoundCard[] {
    this.open?.remarks.add('This card has no end; something of it may be missing.');
    return this.open ? this.close(this.open) : [];
  }

  private closeStray(): FoundCard[] {
    if (this.stray === undefined) return [];
    const refused = `What begins on line ${this.stray} belongs to no card.`;
    this.stray = undefined;
    this.place += 1;
    return [{ place: this.place, refused }];
  }
}

/** Goes into the card of an assistant. */
function enter(open: Open): void {
  open.depth += 1;
  open.count += 1;
  open.awaitsAgent = false;
  if (open.depth === 1 && open.count <= mostProperties) open.agents.push([]);
  if (open.depth === 2) open.remarks.add('A card within the card of an assistant was left out.');
  if (open.depth > deepest) open.refused ??= `Cards stand in cards, more than ${deepest} deep.`;
}

function addLine(open: Open, { number, name, bytes, is }: ContentLine): void {
  open.awaitsAgent = name === 'AGENT' && bytes.at(-1) === 0x3a;
  if (open.awaitsAgent || open.depth > 1) return;
  open.count += 1;
  open.bytes += bytes.length;
  if (is === 'long') open.refused ??= `What begins on line ${number} goes on for more than 1 MB.`;
  else if (is === 'skipped')
    open.remarks.add(name === 'PHOTO' ? 'A photo was left out.' : `Data was left out: ${name.slice(0, 60)}.`);
  if (open.bytes > largestCard) open.refused ??= 'This card is larger than 4 MB without its photos.';
  if (open.refused) dropAll(open);
  else if (is === 'whole' && open.count <= mostProperties) keep(open, number, bytes);
}

function keep(open: Open, number: number, bytes: Uint8Array): void {
  const property = parseProperty(number, bytes, open.remarks.add);
  if (property) (open.depth === 0 ? open.properties : open.agents.at(-1))?.push(property);
  else if (isWritten(bytes)) open.remarks.add(`Line ${number} can’t be read and was left out.`);
}

function dropAll(open: Open): void {
  open.properties = [];
  open.agents = [];
}
