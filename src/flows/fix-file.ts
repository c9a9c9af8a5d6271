import type { Change } from '../text/unified-diff.js';
import {
  draftBytes,
  openDraft,
  rawText,
  rowText,
  type Draft,
  type DraftRow,
  type FixableFile,
  type Repair,
  type Step,
  type StepContext,
} from './fix-draft.js';
import type { RowOf } from './fix-guard.js';
import { repairDraft } from './fix-steps.js';

/** A file that may be repaired, after any number of rounds. */
export interface FileInRepair {
  readonly path: string;
  readonly source: FixableFile;
  readonly text: string;
  readonly draft: Draft;
  /** Texts of the file's rows as they were before the first round. */
  readonly first: readonly string[];
  /** For each row of the draft: the number of the row it was before the first round, and its line there. */
  readonly origin: readonly { readonly row: number; readonly line: number }[];
  readonly repairs: readonly Repair[];
}

/** A file before any repair. */
export function openFile(source: FixableFile, draft: Draft): FileInRepair {
  return {
    path: source.path,
    source,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.bytes),
    draft,
    first: draft.raw.map((_, at) => rawText(draft, draft, at)),
    origin: draft.raw.map(({ line }, row) => ({ row, line })),
    repairs: [],
  };
}

/** What one round did to a file: the file, and its draft and repairs with the rows and lines that the round began with. */
export interface RepairedFile {
  readonly file: FileInRepair;
  readonly draft: Draft;
  readonly repairs: readonly Repair[];
}

/** Repairs a file in some steps, by the findings about it; null when there is nothing to do. Rows are numbered as before the first round. */
export function repairFile(
  file: FileInRepair,
  { findings, isDropped }: StepContext,
  steps: readonly Step[],
): RepairedFile | null {
  const asFirst = (repair: Repair): Repair =>
    repair.row === null || !file.repairs.length
      ? repair
      : { ...repair, row: file.origin[repair.row]!.row, line: file.origin[repair.row]!.line };
  const context = {
    findings: findings.filter((found) => found.file === file.path),
    isDropped: (repair: Repair) => isDropped(asFirst(repair)),
  };
  const { draft, repairs } = repairDraft(file.draft, context, steps);
  if (!repairs.length) return null;
  const bytes = draftBytes(draft);
  const source: FixableFile = { ...file.source, bytes };
  const reopened = openDraft(source);
  const next: FileInRepair = {
    ...file,
    source,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    // Where the result can't be opened, it is not what was meant: the comparison of cells will say so.
    draft: reopened ?? draft,
    origin: draft.rows.map(({ row }) => file.origin[row]!),
    repairs: [...file.repairs, ...repairs.map(asFirst)],
  };
  return { file: next, draft, repairs };
}

/** Finds the row, as before the first round, that stands on a line of a file now; null for files that are not repaired. */
export function rowNumbers(files: ReadonlyMap<string, FileInRepair>): RowOf {
  return (path, line) => {
    const file = files.get(path);
    if (!file) return line;
    const { raw } = file.draft;
    let [low, high] = [0, raw.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (raw[middle]!.line <= line) low = middle;
      else high = middle - 1;
    }
    return file.origin[low]?.row ?? null;
  };
}

/** A file before and after all rounds, in parts of whole lines. */
export function* changesOf({ first, draft, origin }: FileInRepair): Generator<Change> {
  let [before, after] = ['', ''];
  let at = 0;
  const rows: readonly DraftRow[] = draft.rows;
  for (let row = 0; row < first.length; row++) {
    before += first[row]!;
    if (origin[at]?.row === row) {
      if (at < rows.length) after += rowText(draft, at);
      at++;
    }
    // A file that ends its rows with CR alone is one line for everybody else.
    const whole = (text: string): boolean => text === '' || text.endsWith('\n');
    if (row + 1 < first.length && !(whole(before) && whole(after))) continue;
    yield { before, after };
    [before, after] = ['', ''];
  }
}
