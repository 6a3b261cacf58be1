// The name of a custom field in replies: `{{ contact.fields.machine }}`.

/** The name as a variable, of at most 40 characters; a number behind it where another field has that. */
export function fieldSlug(name: string, id: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34);
  const slug = plain || `field_${id.slice(0, 8)}`;
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}_${number}`)) number++;
  return `${slug}_${number}`;
}
