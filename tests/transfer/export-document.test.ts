// The document of the export says what the schemas say, and its examples can be brought in as they stand.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../lib/db/database';
import { settingsSchema } from '../../lib/model/settings';
import { personFileSchema } from '../../lib/privacy/person-file';
import { envelopeSchema, listSchemas, mostRows } from '../../lib/transfer/export-format';
import { carryOut } from '../../lib/transfer/work';
import { imported, install, silent, uninstall } from './installation';

const document = readFileSync('docs/export-format.md', 'utf8');
const examples = [...document.matchAll(/```json\n(.+?)```/gs)].map(([, text = '']) => text);

/** What of a schema the document is held against. */
const shapeSchema = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
});
/** As a file has it, before anything is made of it. */
const shapeOf = (schema: z.ZodType) =>
  shapeSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

const schemas: Record<string, z.ZodType> = {
  file: envelopeSchema,
  ...listSchemas,
  settings: settingsSchema,
  person: personFileSchema,
};

/** The fields that the table below a heading names, each with whether it is always there. */
function documented(name: string): [string, boolean][] {
  const [, section = ''] = document.split(`### \`${name}\`\n`);
  const [table = ''] = section.split(/\n##/);
  return [...table.matchAll(/^\| `(\w+)` +\|[^|]+\| (\w+) +\|/gm)].map(([, field = '', there]) => [
    field,
    there === 'always',
  ]);
}

/** Every name and word in a schema, however deep; a recipe documents itself. */
function wordsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { enum: words = [], properties = {}, ...rest } = schema as Record<string, object>;
  const { recipes: _recipes, ...own } = properties as Record<string, unknown>;
  const inside = [...Object.values(own), ...Object.values(rest)].flatMap(wordsIn);
  return [...Object.keys(own), ...Object.values(words).map(String), ...inside];
}

describe.each(Object.entries(schemas))('the table of %s', (name, schema) => {
  const { properties, required } = shapeOf(schema);

  it('names every field there is and no other, and says which are always there', () => {
    const there = Object.keys(properties).map(field => [field, required.includes(field)]);
    expect(documented(name).sort()).toEqual(there.sort());
  });

  it('leaves no word of the schema unsaid', () => {
    const words = [...new Set(wordsIn({ properties }))].filter(word => !/^\d+$/.test(word));
    expect(words.filter(word => !new RegExp(`\\b${word}\\b`).test(document))).toEqual([]);
  });
});

it('says how much a file may hold', () => {
  for (const most of Object.values(mostRows))
    expect(document.replace(/\s+/g, ' ')).toContain(most.toLocaleString('en'));
});

/** The rows of a file by their list and id. */
function linesOf(text: string): Map<string, object> {
  const file = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const rowSchema = z.looseObject({ id: z.string().optional(), key: z.string().optional() });
  return new Map(
    Object.entries(file).flatMap(([list, rows]) =>
      Array.isArray(rows) ? rows.map(row => named(list, rowSchema.parse(row))) : [],
    ),
  );
}
const named = (
  list: string,
  row: { id?: string | undefined; key?: string | undefined },
): [string, object] => [`${list} ${row.id ?? row.key}`, row];

describe('an example', () => {
  let db: Database;
  beforeEach(async () => {
    db = await install();
  });
  afterEach(() => uninstall(db));

  it.each(examples)('comes in as it stands: %#', async text => {
    const { rejected, remarks, added } = await imported(text, true);
    expect([rejected, remarks]).toEqual([[], []]);
    expect(added).toBe(linesOf(text).size);
  });

  it.each(examples)('is written again with the same rows: %#', async text => {
    await imported(text);
    const outcome = await carryOut({ do: 'export' }, silent);
    if (!('done' in outcome) || outcome.done !== 'export') throw new Error('The export failed.');
    const written = linesOf(outcome.text);
    for (const [id, row] of linesOf(text)) expect(written.get(id)).toMatchObject(row);
  });
});
