import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { listSources, loadSource } from '../src/files/sources.js';
import { convertDocument } from '../src/flows/convert-document.js';
import { formatJsonLines } from '../src/tables/json-lines.js';
import { tableOf } from '../src/model/tables.js';
import { shippedExtractor } from './support/extractor.js';

const test = suite('golden files');
const folder = join('tests', 'golden');
const update = process.env['UPDATE_GOLDEN'] === '1';
const command = 'UPDATE_GOLDEN=1 npm test golden';
const columns = (name: 'turn' | 'statement'): string[] => tableOf(name).columns.map((column) => column.name);

/** The documents of seeds/documents, by id. */
function documents() {
  const { entries } = listSources([join('seeds', 'documents')]);
  assert.ok(entries.length > 0, 'seeds/documents holds documents');
  return [...entries];
}

/** What each stage makes of a document, by file name. */
function stagesOf(entry: ReturnType<typeof documents>[number]): Readonly<Record<string, string>> {
  const { lines, turns, statements } = convertDocument(loadSource(entry), shippedExtractor());
  return {
    'lines.txt': lines.map((line) => `${line.mark} ${line.rule || '-'} | ${line.text}\n`).join(''),
    'turns.jsonl': formatJsonLines(turns, columns('turn')),
    'statements.jsonl': formatJsonLines(statements, columns('statement')),
  };
}

/** The first line in which two texts differ, for people to read. */
function difference(expected: string, actual: string): string {
  const [a, b] = [expected.split('\n'), actual.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  const line = at < 0 ? a.length : at;
  return `line ${line + 1}\n- ${a[line] ?? '(nothing)'}\n+ ${b[line] ?? '(nothing)'}`;
}

test('golden files are rewritten by people, never by a build', () => {
  assert.not.ok(update && process.env['CI'], 'UPDATE_GOLDEN=1 is refused where CI is set');
});

test('every stage of every sample document gives what its golden file says', () => {
  const faults: string[] = [];
  for (const entry of documents()) {
    for (const [name, actual] of Object.entries(stagesOf(entry))) {
      const file = join(folder, entry.document_id, name);
      if (update && !process.env['CI']) {
        mkdirSync(join(folder, entry.document_id), { recursive: true });
        writeFileSync(file, actual);
      } else if (!existsSync(file)) faults.push(`${file} is missing`);
      else {
        const expected = readFileSync(file, 'utf8');
        if (expected !== actual) faults.push(`${file} ${difference(expected, actual)}`);
      }
    }
  }
  assert.is(faults.length, 0, `${faults.join('\n')}\nwhere the change is meant, run: ${command}`);
});

test('no golden file is left of a document that is gone', () => {
  const known = new Set(documents().map((entry) => entry.document_id));
  const orphans = readdirSync(folder).filter((name) => !known.has(name));
  assert.equal(orphans, [], `delete ${orphans.map((name) => join(folder, name)).join(', ')}`);
});

test.run();
