// How much of a mail is read. What lies beyond is never held in memory.

const KB = 1024;

/** Bytes of a mail's header; a longer one is refused. */
export const HEADER_LIMIT = 256 * KB;
/** Bytes of a mail's body, which hold its first words; attachments come after them. */
export const BODY_LIMIT = 64 * KB;
/** Parts within parts, and lines that could begin a part. */
export const DEPTH_LIMIT = 20;
export const PART_LIMIT = 100;
/** Recipients of one mail in one field. */
export const RECIPIENT_LIMIT = 256;
export const FOLDER_LIMIT = 64;
/** Different people, and different folders, that are counted in an archive. */
export const PEOPLE_LIMIT = 200_000;
export const FOLDERS_LIMIT = 5_000;
