// Numbers with their words.

const number = new Intl.NumberFormat();

/** "1 entry", "1,200 entries". */
export const countOf = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** Bytes for people: "12 KB", "3.4 MB". */
export function bytesOf(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : bytes < 1_000_000_000 ? 'megabyte' : 'gigabyte';
  const size = { kilobyte: 1000, megabyte: 1_000_000, gigabyte: 1_000_000_000 }[unit];
  const text = new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 });
  return text.format(bytes / size);
}
