import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { recognise } from '../checks/recognise.js';
import type { SourceFile, ValidationInput } from '../checks/validation-input.js';
import { ReaderError, UsageError } from '../model/errors.js';
import { compareText, finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { readCsv } from '../tables/csv-reader.js';
import { byteChunks, headOf } from './byte-chunks.js';
import { findDataset } from './dataset.js';
import { readBytes } from './read.js';
import { textFileName } from './text-files.js';
import { unreadFiles } from './unread-files.js';
import { releasedVersions } from './earlier-release.js';
import { scopeFiles, scopesOf, type Scope, type ScopeOptions } from './validate-scope.js';

/** Bytes from which on a file is read in pieces. */
const LARGE = 1 << 20;

/** How files are gathered: the dataset to take, its codebook and lexicons, and the folder that paths are told from. */
export interface GatherOptions extends ScopeOptions {
  readonly project?: string | null;
  readonly from?: string;
}

/** What `validate` is to look at, a part for each dataset, and a finding for each file that can't be read. */
export interface GatheredInput {
  readonly inputs: readonly ValidationInput[];
  readonly findings: Finding[];
}

/**
 * Gathers what is to be validated. Without paths: the dataset at or above `project` (or `from`). A path is a dataset, a
 * convert output, a folder of files or a single file. Throws UsageError for a path that is nothing of the kind; a file
 * that can't be read is a finding file/unreadable, also later, when a text is.
 */
export function gatherInput(paths: readonly string[], options: GatherOptions = {}): GatheredInput {
  const { project = null, from = process.cwd() } = options;
  const findings: Finding[] = [];
  if (!paths.length) {
    const root = findDataset(project ?? from);
    if (!root) {
      throw new UsageError(
        `no demarche.json in ${project ?? from} or above it; name a folder, a file or --project DIR`,
      );
    }
    return { inputs: [inputOf({ root, only: null }, options, findings)], findings };
  }
  const there = paths.filter((path) => {
    if (existsSync(path)) return true;
    findings.push(finding('file/unreadable', { file: shown(path, from) }, 'there is no such file or folder'));
    return false;
  });
  return { inputs: scopesOf(there, { project }).map((scope) => inputOf(scope, options, findings)), findings };
}

function inputOf(scope: Scope, options: GatherOptions, findings: Finding[]): ValidationInput {
  const { from = process.cwd() } = options;
  const found = scopeFiles(scope, options);
  if (found.missingLexicons !== null) {
    const message = 'there is no such lexicon folder; actors, targets and countries are not looked up';
    findings.push(
      finding('lexicon/no-folder', { file: shown(found.missingLexicons, from) }, message, { severity: 'warning' }),
    );
  }
  const attempt = <T>(path: string, step: () => T): T | null => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      findings.push(finding('file/unreadable', { file: shown(path, from) }, error.message.slice(path.length + 2)));
      return null;
    }
  };
  const read = (path: string): Uint8Array | null => attempt(path, () => readBytes(path));
  function* pieces(path: string): Generator<Uint8Array> {
    const chunks = byteChunks(path);
    // A disk may fail in the middle of a file: what was read stands, and the rest is named.
    for (let next = attempt(path, () => chunks.next()); next && next.done !== true;) {
      yield next.value;
      next = attempt(path, () => chunks.next());
    }
  }
  const files = found.files.flatMap(({ path, lookup }): SourceFile[] => {
    const large = isLarge(path);
    const bytes = large ? attempt(path, () => headOf(path)) : read(path);
    if (!bytes) return [];
    // A codebook may bear any name; the shipped or named one is told from other files by being JSON.
    const schema =
      recognise(path.split(sep).join('/'), columnsOf(path, bytes), { standoff: found.standoff }) ??
      (path.endsWith('.json') ? 'codebook' : null);
    if (!schema) {
      const said = 'is no table, label file, codebook or lexicon that validate knows';
      // One odd file among many must not keep the others from being checked.
      if (scope.only !== null) throw new UsageError(`${shown(path, from)} ${said}`);
      findings.push(finding('file/unknown-table', { file: shown(path, from), line: 1, column: 1 }, `the file ${said}`));
      return [];
    }
    return [{ path: shown(path, from), schema, bytes: large ? () => pieces(path) : bytes, lookup }];
  });
  if (scope.only === null) {
    const read = new Set(found.files.map(({ path }) => path));
    for (const one of unreadFiles(scope.root, read, (path) => shown(path, from))) findings.push(one);
  }
  const released = releasedVersions(scope.root).map((version) => {
    const below = (folder: string, file: string): SourceFile[] => {
      const path = join(scope.root, 'releases', version, folder, file);
      if (!existsSync(path)) return [];
      const head = attempt(path, () => headOf(path));
      const standoff = folder === 'standoff' || found.standoff;
      const schema = head && recognise(file, columnsOf(path, head), { standoff });
      return schema ? [{ path: shown(path, from), schema, bytes: () => pieces(path) }] : [];
    };
    // standoff/ has every row: those of documents that may not be released with their words, or were redacted, too.
    const files = ['data', 'standoff'].flatMap((folder) =>
      ['statements.csv', 'tombstones.csv'].flatMap((file) => below(folder, file)),
    );
    return { version, files };
  });
  const { texts } = found;
  const input = { files, isUtf8, ...(released.length ? { released } : {}) };
  if (texts === null) return input;
  return {
    ...input,
    text: (documentId) => {
      const path = join(texts, textFileName(documentId));
      const bytes = existsSync(path) ? read(path) : null;
      return bytes && { path: shown(path, from), bytes };
    },
    textPaths: readdirSync(texts)
      .filter((name) => !name.startsWith('.'))
      .sort(compareText)
      .map((name) => shown(join(texts, name), from)),
  };
}

/** A plain file that is better read in pieces than held whole. */
function isLarge(path: string): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  return state !== undefined && state.isFile() && state.size > LARGE;
}

/** A path as findings show it: from the working folder where it lies below it, else as it is; always with "/". */
function shown(path: string, from: string): string {
  const below = relative(from, path);
  const best = below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
  return best.split(sep).join('/');
}

/** The header of a CSV file, or the keys of the first line of a JSON Lines file; empty when there is none. */
function columnsOf(path: string, bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const line = head.slice(0, /[\r\n]|$/.exec(head)!.index);
  if (path.endsWith('.csv')) return readCsv(line, '').header;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
