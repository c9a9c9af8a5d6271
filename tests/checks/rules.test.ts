import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checks } from '../../src/checks/index.js';
import { codebookRules } from '../../src/checks/codebook.js';
import { jsonRules } from '../../src/checks/json-file.js';
import { textFormRules } from '../../src/checks/text-form.js';

const test = suite('rules');

const documented = (): string[] =>
  [...readFileSync('docs/rules.md', 'utf8').matchAll(/^\| `([a-z]+\/[a-z0-9-]+)`/gm)].map((match) => match[1]!);

/** Every text in src that is a rule's id by its room; file names and media types have other first parts. */
function used(rooms: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('generated.ts')) continue;
    const text = readFileSync(join('src', file), 'utf8');
    for (const [, id] of text.matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)) {
      const room = id!.slice(0, id!.indexOf('/'));
      const media = /^text\/(html|plain|csv|markdown)$/.test(id!);
      if (rooms.has(room) && !media) found.set(id!, file);
    }
    for (const [, id] of text.matchAll(/\bfinding\(\s*'([^']+)'/g)) found.set(id!, file);
  }
  return found;
}

test('every rule that the program can report stands in docs/rules.md', () => {
  const known = documented();
  const rooms = new Set(known.map((id) => id.slice(0, id.indexOf('/'))));
  const missing = [...used(rooms)].filter(([id]) => !known.includes(id)).map(([id, file]) => `${id} (${file})`);
  assert.ok(known.length > 60, 'the table was read');
  assert.equal(missing, []);
});

test('every rule of docs/rules.md stands there once and is used', () => {
  const known = documented();
  assert.equal(known.length, new Set(known).size);
  const rooms = new Set(known.map((id) => id.slice(0, id.indexOf('/'))));
  const all = used(rooms);
  assert.equal(
    known.filter((id) => !all.has(id)),
    [],
  );
});

test('the rules that checks declare stand in docs/rules.md, and no two checks have one name', () => {
  const declared = [...checks.flatMap((check) => check.rules), ...codebookRules, ...jsonRules, ...textFormRules];
  const known = documented();
  assert.equal(
    declared.filter((id) => !known.includes(id)),
    [],
  );
  assert.is(new Set(checks.map((check) => check.name)).size, checks.length);
});

test.run();
