// Texts as they are compared and kept.

const INVISIBLE = /[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A name without marks of direction, zero-width blanks and blanks at its ends. */
export const clearName = (text: string) => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
