// What may be the name of a person: in data that says it is one, and in text that says nothing.

import { isOrganizationName, isWholeName } from './block/part';
import { decodeEntities } from './entities';
import { personName } from './name-shape';
import { plainValue } from './values';

/** What stands where a name should, and names nobody. */
const nobody = new Set([
  ...(
    'admin administrator webmaster editor editors editorial staff team redaktion redaction redacción redazione anonymous guest unknown ' +
    'author user root moderator support info contact office press sales test default none null undefined n/a name owner ' +
    'administrador anonyme anónimo anonym gast autor autore auteur equipo équipe 匿名 管理员 管理者 編集部 编辑部 小编'
  ).split(' '),
  ...(
    'editorial team|staff writer|the team|guest author|guest user|site admin|super user|super admin|admin user|' +
    'your name|full name|first name|last name|lorem ipsum|object object'
  ).split('|'),
]);

/** The name that data states, as it is written; undefined where it names nobody or is no name at all. */
export function statedName(text: string): string | undefined {
  const name = plainValue(decodeEntities(text), 120);
  if (!name || !/\p{L}/u.test(name) || /\S@\S|www\.|[;={}[\]\\|]/i.test(name)) return undefined;
  return nobody.has(name.toLowerCase()) ? undefined : name;
}

/** True for a text that is written as names of people are, given name and family name, although nothing says that it is one. */
export function looksLikeName(text: string): boolean {
  const name = personName(text);
  return (
    name !== undefined && (name.sure !== 'single' || isWholeName(name.name)) && !isOrganizationName(text)
  );
}
