import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('floors');

const floors: Readonly<Record<string, number>> = {
  model: 0,
  text: 1,
  tables: 1,
  measures: 1,
  readers: 2,
  extract: 2,
  checks: 2,
  releases: 2,
  reports: 2,
  flows: 3,
  files: 3,
  cli: 4,
  '': 4,
};
/** node: modules are for the rooms at the edge; the ground may hash. */
const nodeAllowed: Readonly<Record<string, readonly string[] | 'all'>> = {
  files: 'all',
  cli: 'all',
  model: ['node:crypto'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function imports(root: string): Import[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const room = file.includes('/') ? file.split('/')[0]! : '';
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => ({ file, room, target: m[1]! }));
    });
}

export function breaches(found: readonly Import[]): string[] {
  return found.flatMap(({ file, room, target }) => {
    if (!(room in floors)) return [`${file}: room "${room}" stands on no floor`];
    if (target.startsWith('node:')) {
      const allowed = nodeAllowed[room] ?? [];
      return allowed === 'all' || allowed.includes(target) ? [] : [`${file} imports ${target}`];
    }
    if (!target.startsWith('.')) return [];
    const parts = file.split('/').slice(0, -1);
    for (const step of target.split('/')) {
      if (step === '..') parts.pop();
      else if (step !== '.') parts.push(step);
    }
    const other = parts.length > 1 ? parts[0]! : '';
    if (other === room) return [];
    return floors[other]! < floors[room]!
      ? []
      : [`${file} imports ${target}: ${room || 'index'} may not look into ${other || 'index'}`];
  });
}

test('a file imports its own room or a lower floor, and node: modules only at the edge', () => {
  const found = imports('src');
  assert.ok(found.length > 20, 'the imports were read');
  assert.equal(breaches(found), []);
});

test('planted breaches are seen', () => {
  const planted = [
    { file: 'text/a.ts', room: 'text', target: '../flows/convert.js' },
    { file: 'extract/a.ts', room: 'extract', target: 'node:fs' },
    { file: 'readers/a.ts', room: 'readers', target: '../releases/csv.js' },
    { file: 'extract/attributors/a.ts', room: 'extract', target: '../../checks/index.js' },
    { file: 'attic/a.ts', room: 'attic', target: './b.js' },
  ];
  assert.is(breaches(planted).length, planted.length);
});

test('no source file is longer than 300 lines, generated files aside', () => {
  const long = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('generated.ts'))
    .filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 301);
  assert.equal(long, []);
});

test.run();
