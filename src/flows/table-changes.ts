import { tableName } from '../checks/recognise.js';
import { bytesOf, sourceRows } from '../checks/source-rows.js';
import type { SourceFile } from '../checks/validation-input.js';
import { compareText } from '../model/findings.js';
import type { SchemaName } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { tables } from '../model/tables.js';
import { keyedDiff, type KeyedDiff } from '../tables/keyed-diff.js';
import { stackTables, type TablePart } from '../tables/stack-tables.js';

/** What became of one table, which may be many files (labels). Files that are the same in both versions are left out. */
export interface TableChange {
  /** "statements", "labels", …; with ".jsonl" behind it for JSON Lines. */
  readonly name: string;
  readonly schema: SchemaName;
  /** Whether the table is only a JSON Lines copy of one in CSV. */
  readonly copy: boolean;
  readonly diff: KeyedDiff;
  /** Lines on which the rows of each new file begin, ascending. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
}

/** What became of a dataset's files. */
export interface FileChanges {
  /** In order of name; tables of which no file changed are not among them. */
  readonly tables: readonly TableChange[];
  /** New path of each old file that lies elsewhere now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Changed files that are no tables: codebook, head. */
  readonly others: readonly { readonly path: string; readonly what: 'added' | 'changed' | 'withdrawn' }[];
  /** Every changed table file that is there now. */
  readonly touchedFiles: readonly string[];
}

/** Files that only one of two versions has, and those that differ. */
interface Unequal {
  readonly old: readonly SourceFile[];
  readonly new: readonly SourceFile[];
}

/**
 * Compares two versions of a dataset's files by the keys of their tables. A table's files are taken together, so that a
 * row that moved from one to another is neither new nor gone. `old` and `fresh` name files alike.
 */
export function fileChanges(old: readonly SourceFile[], fresh: readonly SourceFile[]): FileChanges {
  const unequal = differing(own(old), own(fresh));
  const groupOf = ({ path, schema }: SourceFile): string =>
    path.endsWith('.jsonl') ? `${tableName(schema)}.jsonl` : tableName(schema);
  const ofTables = (files: readonly SourceFile[]): SourceFile[] => files.filter(({ schema }) => tables[schema]);
  const names = new Set([...ofTables(unequal.old), ...ofTables(unequal.new)].map(groupOf));
  const inCsv = new Set(own(fresh).map(groupOf));
  const renamed = new Map<string, string>();
  const changes = [...names].sort(compareText).map((name): TableChange => {
    const [before, after] = [unequal.old, unequal.new].map((files) =>
      ofTables(files).filter((f) => groupOf(f) === name),
    );
    const schema = (after![0] ?? before![0]!).schema;
    const [oldParts, newParts] = [before!.map(sourceRows), after!.map(sourceRows)];
    const { key } = tables[schema]!;
    for (const [from, to] of renames(oldParts, newParts, key)) renamed.set(from, to);
    return {
      name,
      schema,
      copy: name.endsWith('.jsonl') && inCsv.has(name.replace(/\.jsonl$/, '')),
      diff: keyedDiff(stackTables(oldParts), stackTables(newParts), key),
      starts: new Map(newParts.map(({ file, rows }) => [file, rows.map(({ line }) => line)])),
    };
  });
  return {
    tables: changes,
    renamed,
    others: otherChanges(unequal),
    touchedFiles: ofTables(unequal.new).map(({ path }) => path),
  };
}

const own = (files: readonly SourceFile[]): SourceFile[] => files.filter(({ lookup }) => lookup !== true);

function differing(old: readonly SourceFile[], fresh: readonly SourceFile[]): Unequal {
  const digestOf = ({ bytes }: SourceFile): string => sha256(bytesOf(bytes));
  const digests = new Map(old.map((file) => [file.path, digestOf(file)]));
  const same = new Set(fresh.filter((file) => digests.get(file.path) === digestOf(file)).map(({ path }) => path));
  const others = (files: readonly SourceFile[]): SourceFile[] => files.filter(({ path }) => !same.has(path));
  return { old: others(old), new: others(fresh) };
}

/** A file that came and one that went are the same if half of the rows of each, by key, stand in the other. */
function renames(old: readonly TablePart[], fresh: readonly TablePart[], key: readonly string[]): [string, string][] {
  const [oldPaths, newPaths] = [old, fresh].map((parts) => new Set(parts.map(({ file }) => file)));
  const gone = old.filter(({ file }) => !newPaths!.has(file));
  const come = fresh.filter(({ file }) => !oldPaths!.has(file));
  if (!gone.length || !come.length) return [];
  const keysOf = ({ header, rows }: TablePart): Set<string> => {
    const places = key.map((column) => header.lastIndexOf(column));
    return new Set(rows.map(({ cells }) => places.map((place) => cells[place] ?? '').join('\u001f')));
  };
  const taken = new Set<string>();
  const candidates = come.map((part) => ({ file: part.file, keys: keysOf(part) }));
  return gone.flatMap((part): [string, string][] => {
    const keys = keysOf(part);
    const found = candidates.find(({ file, keys: theirs }) => {
      if (taken.has(file) || keys.size === 0) return false;
      let common = 0;
      for (const one of keys) if (theirs.has(one)) common++;
      return common * 2 >= Math.max(keys.size, theirs.size);
    });
    if (!found) return [];
    taken.add(found.file);
    return [[part.file, found.file]];
  });
}

function otherChanges({ old, new: fresh }: Unequal): FileChanges['others'] {
  const [before, after] = [old, fresh].map(
    (files) => new Set(files.filter(({ schema }) => !tables[schema]).map(({ path }) => path)),
  );
  return [...new Set([...before!, ...after!])].sort(compareText).map((path) => ({
    path,
    what: !before!.has(path) ? 'added' : after!.has(path) ? 'changed' : 'withdrawn',
  }));
}
