import type { Finding } from '../model/generated.js';
import { unifiedDiff } from '../text/unified-diff.js';
import { headerNames } from './fix-columns.js';
import { openDraft, type FixableFile, type Repair, type Step } from './fix-draft.js';
import { changesOf, openFile, repairFile, rowNumbers, type FileInRepair } from './fix-file.js';
import { differenceAfter, freshFindings, type RowOf } from './fix-guard.js';
import { fixSteps } from './fix-steps.js';

/** A file that was repaired: its new bytes, what was done, and the change as a unified diff, in parts. */
export interface FixedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly repairs: readonly Repair[];
  readonly diff: () => Iterable<string>;
}

/** A repair that was not made, and why. */
export interface DroppedRepair {
  readonly repair: Repair;
  readonly reason: string;
}

/** What was repaired, and what was not although a finding proposes it. */
export interface Fixed {
  readonly files: readonly FixedFile[];
  readonly dropped: readonly DroppedRepair[];
}

/**
 * Validates everything with some files' bytes replaced (by path; an empty map: as they are) and gives all findings,
 * also those about files that are otherwise only looked up, so that a repair can't break what refers to it.
 */
export type Recheck = (replaced: ReadonlyMap<string, Uint8Array>) => readonly Finding[];

/** A repair may make another one possible (a column's name, then a cell in it); more rounds than this never help. */
const MOST_ROUNDS = 4;
/** How often single repairs are taken back before all of a round are. */
const MOST_ATTEMPTS = 6;

/**
 * Repairs CSV files where that can't change what they mean: byte order mark, row ends, final newline, composed form
 * (NFC), blank rows, separator, order and spelling of columns, stray quotation marks, and cells whose finding has a safe
 * suggestion. Every file is read before and after and compared cell by cell, and validated again: a repair after which
 * anything else is read, or anything new is found, is dropped (what a column's repaired name brings to light is not new).
 * Repairing twice changes nothing the second time.
 * Pure: `files` are those that may be changed; no other is.
 */
export function fix(files: readonly FixableFile[], recheck: Recheck): Fixed {
  const open = new Map<string, FileInRepair>();
  for (const file of files) {
    const draft = openDraft(file);
    if (draft) open.set(file.path, openFile(file, draft));
  }
  if (!open.size) return { files: [], dropped: [] };
  const dropped = new Map<string, DroppedRepair>();
  const replaced = new Map<string, Uint8Array>();
  const accept = (files: ReadonlyMap<string, FileInRepair>): void => {
    for (const [path, file] of files) {
      open.set(path, file);
      replaced.set(path, file.source.bytes);
    }
  };
  let findings = recheck(replaced);
  // What stands in a column could not be looked at before it had its name: whatever is found there now was there.
  const named = repairAll(open, findings, dropped, [headerNames]);
  accept(named.files);
  if (named.files.size) findings = recheck(replaced);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = oneRound(open, findings, dropped, (fresh) => recheck(new Map([...replaced, ...fresh])));
    if (!done.files.size) break;
    accept(done.files);
    findings = done.findings;
  }
  const fixed = [...open].filter(([path]) => replaced.has(path));
  return {
    files: fixed.map(([path, file]) => ({
      path,
      bytes: file.source.bytes,
      repairs: file.repairs,
      diff: () => unifiedDiff(path, changesOf(file)),
    })),
    dropped: [...dropped.values()],
  };
}

interface Round {
  readonly files: ReadonlyMap<string, FileInRepair>;
  readonly findings: readonly Finding[];
}

/** Repairs each file once, and takes repairs back until nothing new is found. */
function oneRound(
  open: ReadonlyMap<string, FileInRepair>,
  findings: readonly Finding[],
  dropped: Map<string, DroppedRepair>,
  recheck: Recheck,
): Round {
  const drop = (repair: Repair, reason: string): unknown => dropped.set(keyOf(repair), { repair, reason });
  for (let attempt = 1; ; attempt++) {
    const { files, made } = repairAll(open, findings, dropped, fixSteps);
    if (!files.size) return { files, findings };
    const after = recheck(new Map([...files].map(([path, file]) => [path, file.source.bytes])));
    const fresh = freshFindings(
      { findings, rowOf: rowNumbers(open) },
      { findings: after, rowOf: rowNumbers(new Map([...open, ...files])) },
    );
    if (!fresh.length) return { files, findings: after };
    const blamed = blamer(made, rowNumbers(files));
    const taken = new Set<readonly Repair[]>();
    for (const found of fresh) {
      const reason = `${found.rule} would be found in ${found.file ?? 'the dataset'}`;
      const guilty = attempt < MOST_ATTEMPTS ? blamed(found) : made;
      if (taken.has(guilty)) continue;
      taken.add(guilty);
      for (const repair of guilty) drop(repair, reason);
    }
  }
}

/** Repairs each file in some steps; where one would be read differently, drops all that was done to it. */
function repairAll(
  open: ReadonlyMap<string, FileInRepair>,
  findings: readonly Finding[],
  dropped: Map<string, DroppedRepair>,
  steps: readonly Step[],
): { readonly files: ReadonlyMap<string, FileInRepair>; readonly made: readonly Repair[] } {
  const files = new Map<string, FileInRepair>();
  const made: Repair[] = [];
  for (const [path, file] of open) {
    const next = repairFile(file, { findings, isDropped: (repair) => dropped.has(keyOf(repair)) }, steps);
    if (!next) continue;
    const reason = differenceAfter({ before: file.text, after: next.file.text }, next.draft, next.repairs);
    if (reason === null) files.set(path, next.file);
    for (const repair of next.file.repairs.slice(file.repairs.length)) {
      if (reason === null) made.push(repair);
      else dropped.set(keyOf(repair), { repair, reason });
    }
  }
  return { files, made };
}

/** Finds the repairs that a new finding may come from: of its row, else of its value, else of its file, else all. */
function blamer(made: readonly Repair[], rowOf: RowOf): (found: Finding) => readonly Repair[] {
  const groups = new Map<string, Repair[]>();
  for (const repair of made) {
    const { file, row, before } = repair;
    const keys = row === null ? [file] : [file, `${file}\n${row}`, `\n${before}`];
    for (const key of keys) {
      const group = groups.get(key);
      if (group) group.push(repair);
      else groups.set(key, [repair]);
    }
  }
  return ({ file, line, value }) => {
    const row = file === null || line === null ? null : rowOf(file, line);
    return groups.get(`${file}\n${row}`) ?? groups.get(`\n${value}`) ?? groups.get(`${file}`) ?? made;
  };
}

const keyOf = ({ file, kind, row, before }: Repair): string =>
  `${file}\n${kind}\n${row}\n${row === null ? '' : before}`;
