// Contact blocks in plain text.
import type { Found } from './finding';

export function readBlock(_text: string, _where: { country?: string | undefined }): { people: Found[][] } {
  return { people: [] };
}
