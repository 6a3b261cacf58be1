// The rows that are refused, as a table that can be saved, mended and looked up in the file.
import type { Line } from '../../../lib/transfer/import/dry-run';
import { saveFile } from '../save-file';

/** A cell as spreadsheets read it: quoted, and never a formula. */
const cell = (text: string) => `"${text.replace(/^[=+\-@\t\r\0]/, "'$&").replaceAll('"', '""')}"`;

/** Offers the refused rows as a file: where each stands, whom it is about, and why it is refused. */
export function saveRefused(lines: readonly Line[], places: string): void {
  const rows = lines.map(({ place, name, reason = '' }) =>
    [String(place), cell(name), cell(reason)].join(','),
  );
  const text = `﻿${[`${places},Name,Reason`, ...rows].join('\r\n')}\r\n`;
  saveFile('refused-rows.csv', new Blob([text], { type: 'text/csv' }));
}
