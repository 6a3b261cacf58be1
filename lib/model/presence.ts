// Where Regulars stands on a site.
import { z } from 'zod';

/** In the page, or only in the browser's own side panel: then the page holds nothing of ours. */
export const presenceSchema = z.enum(['sidebar', 'panel']);
export type Presence = z.infer<typeof presenceSchema>;
