// What becomes of a person of a file: whether they are known here, and what differs.

/** `conflict`: known, and a value differs. `again`: the same person stood earlier in the file. */
export type Fate = 'new' | 'changed' | 'same' | 'conflict' | 'again' | 'refused';
/** Whose value stays where both have one. `both`: mine, and theirs is kept as another value. */
export type Choice = 'mine' | 'theirs' | 'both';
/** A value that the file has otherwise; `what` is its name on screen. */
export type Difference = { what: string; mine: string; theirs: string };
