/** The demo's customers as the text of an export; `now` in milliseconds. */
export function customersFile(now?: number): string;
