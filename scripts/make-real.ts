/**
 * Makes data/real, the stand-off dataset of documents that may not be shared, from your own copies of them:
 * `npx tsx scripts/make-real.ts FOLDER`. Offsets, hashes and labels go into the dataset, no word of a document does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../src/files/tables.js';
import { readDocumentText } from '../src/files/text-files.js';
import { writeFileWhole } from '../src/files/write.js';
import type { Codebook, Document, Project, SchemaName, Statement, Tombstone, Turn } from '../src/model/generated.js';
import { tableOf } from '../src/model/tables.js';
import { standoff } from '../src/releases/standoff.js';

const documents = process.argv[2];
if (!documents) {
  console.error('usage: npx tsx scripts/make-real.ts FOLDER-OF-DOCUMENTS');
  process.exit(2);
}
const dataset = join('data', 'real');
const out = mkdtempSync(join(tmpdir(), 'demarche-real-'));
try {
  const previous = existsSync(join(dataset, 'statements.csv')) ? ['--previous', dataset] : [];
  const main = ['--import', 'tsx', join('src', 'cli', 'main.ts')];
  const run = spawnSync(process.execPath, [...main, 'convert', documents, '--out', out, ...previous], {
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  const rows = <T>(schema: SchemaName): T[] => {
    const table = tableOf(schema);
    const path = join(out, table.file);
    return existsSync(path) ? readTable<T>(path, table).rows.map((placed) => placed.row) : [];
  };
  const project: Project = {
    title: 'demarche real: five public documents, stand-off',
    description:
      'Statements found automatically in five public documents on diplomacy; offsets and hashes only, no words',
    version: '0.1.0',
    license: 'CC-BY-4.0',
    authors: [{ name: 'The demarche authors' }],
    homepage: 'https://example.org/demarche',
    codebook: 'codebook.json',
    lexicons: '../../seeds/lexicons',
    standoff: true,
    text_policy: 'none',
  };
  const files = standoff({
    project,
    codebook: JSON.parse(readFileSync(join('data', 'sample', 'codebook.json'), 'utf8')) as Codebook,
    documents: rows<Document>('document'),
    statements: rows<Statement>('statement'),
    turns: rows<Turn>('turn'),
    tombstones: rows<Tombstone>('tombstone'),
    texts: (id) => readDocumentText(out, id),
    lexicons: '../../seeds/lexicons',
  });
  for (const { path, content } of files) writeFileWhole(join(dataset, path), content);
} finally {
  rmSync(out, { recursive: true, force: true });
}
