import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Document, Finding, Run, Statement, Tombstone, Turn } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { csvRows } from '../tables/csv-rows.js';
import { formatCsv } from '../tables/csv-writer.js';
import { formatJsonLines } from '../tables/json-lines.js';
import { reasonOf } from './read.js';
import { TEXT_FOLDER, textFileName } from './text-files.js';
import { removeLeftover, writeAll, writeFileWhole } from './write.js';

/** What one document adds to a conversion's files. */
export interface OutputRows {
  readonly document: Document | null;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly turns: readonly Turn[];
  readonly findings: readonly Finding[];
}

/**
 * The files of a conversion, as bytes to append; made apart from writing, so that workers can do it. Every array has a
 * buffer of its own, which a worker hands over without copying.
 */
export interface OutputPart {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly texts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const statementColumns = tableOf('statement').columns.map((column) => column.name);
const turnColumns = tableOf('turn').columns.map((column) => column.name);

const utf8 = new TextEncoder();

/** A text as UTF-8 in a buffer of its own. */
export const encoded = (text: string): Uint8Array => utf8.encode(text);

/** Turns the rows of some documents into the bytes that their files get. */
export function outputPart(rows: readonly OutputRows[]): OutputPart {
  const documents = rows.flatMap((row) => (row.document ? [row.document] : []));
  const statements = rows.flatMap((row) => row.statements);
  const turns = rows.flatMap((row) => row.turns);
  const files = {
    'documents.csv': formatCsv(tableOf('document'), documents, { header: false }),
    'statements.csv': csvRows(tableOf('statement'), statements),
    'statements.jsonl': formatJsonLines(statements, statementColumns),
    'turns.csv': formatCsv(tableOf('turn'), turns, { header: false }),
    'turns.jsonl': formatJsonLines(turns, turnColumns),
    'findings.jsonl': formatJsonLines(rows.flatMap((row) => row.findings)),
  };
  return {
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoded(text)])),
    texts: rows.flatMap((row) =>
      row.document ? [{ name: textFileName(row.document.document_id), bytes: encoded(row.text) }] : [],
    ),
  };
}

const HEADERS: Readonly<Record<string, string>> = {
  'documents.csv': formatCsv(tableOf('document'), []),
  'statements.csv': formatCsv(tableOf('statement'), []),
  'statements.jsonl': '',
  'turns.csv': formatCsv(tableOf('turn'), []),
  'turns.jsonl': '',
  'findings.jsonl': '',
};

/**
 * The folder that a conversion writes. Tables and texts grow under temporary names and get their own only at the end, so
 * that a run that was stopped leaves an earlier output as it was.
 */
export class ConversionOutput {
  private readonly open = new Map<string, number>();

  /** Makes the folder; throws UsageError when it can't be written. */
  constructor(private readonly folder: string) {
    this.guard(() => {
      mkdirSync(join(folder, TEXT_FOLDER), { recursive: true });
      rmSync(this.temporary(TEXT_FOLDER), { recursive: true, force: true });
      mkdirSync(this.temporary(TEXT_FOLDER));
      for (const [name, header] of Object.entries(HEADERS)) {
        const file = openSync(this.temporary(name), 'w');
        this.open.set(name, file);
        writeSync(file, header);
      }
    });
  }

  /** Appends one part; parts come in the order of document ids. */
  append(part: OutputPart): void {
    this.guard(() => {
      for (const [name, bytes] of Object.entries(part.files)) writeAll(this.open.get(name)!, bytes);
      for (const { name, bytes } of part.texts) writeFileSync(join(this.temporary(TEXT_FOLDER), name), bytes);
    });
  }

  /** Gives every file its name; `tombstones` only where there was an earlier conversion. */
  finish(run: Run, tombstones: readonly Tombstone[] | null): void {
    this.guard(() => {
      for (const [name, file] of this.open) {
        fsyncSync(file);
        closeSync(file);
        renameSync(this.temporary(name), join(this.folder, name));
      }
      this.open.clear();
      const texts = this.temporary(TEXT_FOLDER);
      for (const name of readdirSync(texts)) renameSync(join(texts, name), join(this.folder, TEXT_FOLDER, name));
      rmSync(texts, { recursive: true });
    });
    if (tombstones) writeFileWhole(join(this.folder, 'tombstones.csv'), formatCsv(tableOf('tombstone'), tombstones));
    writeFileWhole(join(this.folder, 'run.json'), `${JSON.stringify(run, null, 2)}\n`);
  }

  /** Removes what was begun. */
  discard(): void {
    for (const [name, file] of this.open) {
      closeSync(file);
      removeLeftover(this.temporary(name));
    }
    this.open.clear();
    removeLeftover(this.temporary(TEXT_FOLDER));
  }

  private temporary(name: string): string {
    return join(this.folder, `.${name}.${process.pid}.tmp`);
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.discard();
      if ((error as NodeJS.ErrnoException).code)
        throw new UsageError(`${this.folder} can't be written: ${reasonOf(error)}`);
      throw error;
    }
  }
}
