// Running a command from the full page.
import { actor } from '../parts/act';
import { toast } from './toast';

/** Gives whether the command was carried out; what happened stands at the foot of the page. */
export const act = actor(toast);
