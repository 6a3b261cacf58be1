// Sizes of files for people.

/** "1.2 MB", "340 kB". */
export function sizeText(bytes: number, locale?: string): string {
  const [unit, divisor] =
    bytes < 1_000_000 ? ['kilobyte', 1000] : bytes < 1e9 ? ['megabyte', 1e6] : ['gigabyte', 1e9];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes / Number(divisor));
}
