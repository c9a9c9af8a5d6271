/**
 * Writes what follows from schema/ (src/model/generated.ts, CODEBOOK.md) and from the pages of docs/rules (docs/rules.md):
 * run `npm run generate` after editing a schema or a page.
 * With --check nothing is written and the exit code says whether the files are up to date.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { codebookPage } from './codebook-page.js';
import { readRulePages, rulesIndex } from './rule-pages.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Schema {
  readonly title: string;
  readonly [keyword: string]: unknown;
}

const pascal = (name: string): string => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** Makes the text of every generated file from the schemas in schema/ and the pages in docs/rules. */
export async function generate(): Promise<Map<string, string>> {
  const names = readdirSync(join(root, 'schema'))
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => file.replace('.schema.json', ''))
    .sort();
  const schemas = new Map(
    names.map((name) => [
      name,
      JSON.parse(readFileSync(join(root, 'schema', `${name}.schema.json`), 'utf8')) as Schema,
    ]),
  );
  const parts = ['// Generated from schema/ by scripts/generate.ts: edit the schemas, then run `npm run generate`.\n'];
  for (const [name, schema] of schemas) {
    const plain = { ...schema, title: pascal(name), $id: undefined };
    parts.push(
      await compile(plain as never, pascal(name), {
        bannerComment: '',
        ignoreMinAndMaxItems: true,
        additionalProperties: false,
        style: { printWidth: 120, singleQuote: true },
      }),
    );
  }
  parts.push(
    `/** Name of a schema in schema/. */\nexport type SchemaName = ${names.map((n) => `'${n}'`).join(' | ')};\n`,
  );
  parts.push(
    `/** Every schema of schema/, by name; property order is column order. */\nexport const schemas: Readonly<Record<SchemaName, Readonly<Record<string, unknown>>>> = ${JSON.stringify(
      Object.fromEntries(schemas),
    )};\n`,
  );
  return new Map([
    ['src/model/generated.ts', parts.join('\n')],
    ['CODEBOOK.md', codebookPage(Object.fromEntries(schemas), readJson('data/sample/codebook.json'))],
    ['docs/rules.md', rulesIndex(readRulePages())],
  ]);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  let stale = 0;
  for (const [path, text] of await generate()) {
    let old = '';
    try {
      old = readFileSync(join(root, path), 'utf8');
    } catch {
      // A file that does not exist yet is simply stale.
    }
    if (old === text) continue;
    stale++;
    if (check) console.error(`${path} is stale: run npm run generate`);
    else writeFileSync(join(root, path), text);
  }
  process.exitCode = check && stale ? 1 : 0;
}
