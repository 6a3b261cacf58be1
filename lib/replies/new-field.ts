// A new custom field, as it is before it is saved.
import type { CustomField } from '../model/custom-field';
import { fieldSlug } from './field-slug';

/**
 * A field with a name for replies that no field of another name has. One whose name is there already has the name for
 * replies of that one too, and is refused when it is saved.
 */
export function newField(
  name: string,
  fields: readonly CustomField[],
  { kind = 'text', choices = [] }: Partial<Pick<CustomField, 'kind' | 'choices'>> = {},
): CustomField {
  const order = Math.max(-1, ...fields.map(field => field.order)) + 1;
  const id = crypto.randomUUID();
  const twin = fields.find(field => field.name.toLowerCase() === name.toLowerCase());
  const slug = twin?.slug ?? fieldSlug(name, id, new Set(fields.map(field => field.slug)));
  return { id, slug, name, kind, choices, order };
}
