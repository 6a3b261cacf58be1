// The words and limits of captures, for those who read a page as for those who check what was read.

/** What can be read of a person or an organization. Of `email`, `phone` and `link` somebody may have several. */
export const captureFields = ['name', 'title', 'company', 'email', 'phone', 'link', 'location'] as const;
export type CaptureField = (typeof captureFields)[number];

/** What a user can point at: a field, or any address, phone or link. */
export const pointableFields = ['name', 'title', 'company', 'location', 'contact'] as const;
export type PointableField = (typeof pointableFields)[number];

/** By what a value was found, best first. */
export const captureSources = [
  /** The user pointed at it, or typed it. */
  'hand',
  'selection',
  /** The adapter or the recipe of the site. */
  'site',
  'json-ld',
  'microformats',
  'microdata',
  'rel',
  'open-graph',
  /** A `mailto:` or `tel:` link, with the text around it. */
  'link',
  /** One of several blocks of the same build: the cards of a team, the rows of a table. */
  'card',
  'text',
] as const;
export type CaptureSource = (typeof captureSources)[number];

/** The most people that are taken from one page. */
export const mostCaptured = 500;
/** The most values of one person. */
export const mostValues = 60;
