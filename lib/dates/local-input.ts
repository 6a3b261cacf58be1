// Moments in the form that the browser's date fields read and write: local time, `2026-11-12T10:00`.

const pad = (part: number) => String(part).padStart(2, '0');

/** `at` in ms. */
export function toLocalInput(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** In ms; undefined for an empty or unfinished field. */
export function fromLocalInput(text: string): number | undefined {
  const at = text ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(at) || at < 0 ? undefined : at;
}
