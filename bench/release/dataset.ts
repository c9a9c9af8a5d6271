import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../../src/files/read-lines.js';
import { tableOf } from '../../src/model/tables.js';
import type { SchemaName } from '../../src/model/generated.js';
import { writeDataset } from '../validation/dataset.js';

/** Every so many statements are labelled by all annotators, decided, or withdrawn since. */
const LABELLED = 10;
const DECIDED = 200;
const WITHDRAWN = 500;

const ANNOTATORS = ['ann-1', 'ann-2', 'ann-3'] as const;
const STANCES = ['favor', 'against', 'none', 'neutral'] as const;

/**
 * Writes a dataset to release into a folder: the invented statements of the bench of `validate` with the texts that they
 * stand in, which may be released; a tenth labelled by three annotators, of whom each differs in a fifth; some decisions, and
 * tombstones of statements withdrawn before. No file is in memory as a whole.
 */
export function writeReleasable(folder: string, rows: number): void {
  writeDataset(folder, { rows, fault: 'none', texts: true });
  const head = join(folder, 'demarche.json');
  const project = JSON.parse(readFileSync(head, 'utf8')) as Readonly<Record<string, unknown>>;
  writeFileSync(head, JSON.stringify({ ...project, text_policy: 'by-license' }));
  write(
    folder,
    'annotator',
    'annotators.csv',
    ANNOTATORS.map((id) => `${id},person,,,`),
  );
  write(folder, 'batch', 'batches.csv', ['batch-1,production,1.0,every tenth statement,1,closed']);
  const statements = join(folder, 'statements.csv');
  for (const [i, annotator] of ANNOTATORS.entries()) {
    write(folder, 'label', `labels/batch-1/${annotator}.csv`, labels(statements, i, annotator));
  }
  write(folder, 'adjudication', 'adjudication.csv', decisions(statements, 0));
  write(folder, 'tombstone', 'tombstones.csv', tombstones(rows));
}

/** Decides otherwise what was decided, so that a second release corrects a stance in one of 200 rows. */
export function decideAnew(folder: string): void {
  write(folder, 'adjudication', 'adjudication.csv', decisions(join(folder, 'statements.csv'), 1));
}

function write(folder: string, schema: SchemaName, path: string, lines: Iterable<string>): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  const columns = tableOf(schema).columns.map((column) => column.name);
  writeLines(join(folder, path), columns.join(), lines);
}

/** A label of every tenth statement; every fifth is not the statement's own stance, at other rows for each annotator. */
function* labels(statements: string, annotator: number, name: string): Generator<string> {
  for (const { id, row } of idsOf(statements)) {
    if (row % LABELLED !== 0) continue;
    const turned = (row / LABELLED + annotator) % 5 === 0 ? annotator + 1 : 0;
    const stance = STANCES[(row + turned) % STANCES.length]!;
    yield `${id},batch-1,${name},stance,${stance},1,0.9,,,1.0,2031-04-02`;
  }
}

function* decisions(statements: string, turn: number): Generator<string> {
  for (const { id, row } of idsOf(statements)) {
    if (row % DECIDED === 0) yield `${id},stance,${STANCES[(row + turn) % STANCES.length]!},,,ann-1`;
  }
}

function* tombstones(rows: number): Generator<string> {
  for (let row = 0; row < rows; row += WITHDRAWN) yield `st_${String(row).padStart(16, '0')},0.0.1,no statement,`;
}

/** The ids of the statements in a file, each at the beginning of a line, with their numbers from 0. */
function* idsOf(path: string): Generator<{ readonly id: string; readonly row: number }> {
  let row = 0;
  for (const chunk of readLines(path)!.chunks) {
    for (const [, id] of Buffer.from(chunk)
      .toString('latin1')
      .matchAll(/^(st_[0-9a-z]{16}),/gm)) {
      yield { id: id!, row: row++ };
    }
  }
}

function writeLines(path: string, header: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let text = `${header}\n`;
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}
