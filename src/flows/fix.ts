import type { SourceFile } from '../checks/validation-input.js';
import type { Finding } from '../model/generated.js';
import { unifiedDiff } from '../text/unified-diff.js';
import { openDraft, type Repair } from './fix-draft.js';
import { changesOf, openFile, repairFile, rowNumbers, type FileInRepair } from './fix-file.js';
import { differenceAfter, freshFindings } from './fix-guard.js';

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
 * anything else is read, or anything new is found, is dropped. Repairing twice changes nothing the second time.
 * Pure: `files` are those that may be changed; those marked `lookup` never are.
 */
export function fix(files: readonly SourceFile[], recheck: Recheck): Fixed {
  const open = new Map<string, FileInRepair>();
  for (const file of files) {
    const draft = file.lookup ? null : openDraft(file);
    if (draft) open.set(file.path, openFile(file, draft));
  }
  if (!open.size) return { files: [], dropped: [] };
  const dropped = new Map<string, DroppedRepair>();
  const replaced = new Map<string, Uint8Array>();
  let findings = recheck(replaced);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = oneRound(open, findings, dropped, (fresh) => recheck(new Map([...replaced, ...fresh])));
    if (!done.files.size) break;
    for (const [path, file] of done.files) {
      open.set(path, file);
      replaced.set(path, file.source.bytes);
    }
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
    const { files, made, sound } = repairAll(open, findings, dropped);
    if (!sound) continue;
    if (!files.size) return { files, findings };
    const after = recheck(new Map([...files].map(([path, file]) => [path, file.source.bytes])));
    const excused = new Set([...files.values()].flatMap((file) => file.renamed.map((name) => `${file.path}\n${name}`)));
    const fresh = freshFindings(
      { findings, rowOf: rowNumbers(open) },
      { findings: after, rowOf: rowNumbers(new Map([...open, ...files])) },
      excused,
    );
    if (!fresh.length) return { files, findings: after };
    for (const found of fresh) {
      const reason = `${found.rule} would be found in ${found.file ?? 'the dataset'}`;
      const guilty = attempt < MOST_ATTEMPTS ? blamed(found, made, rowNumbers(files)) : made;
      for (const repair of guilty) drop(repair, reason);
    }
  }
}

/** Repairs each file; where one would be read differently, drops all its repairs and is not `sound`. */
function repairAll(
  open: ReadonlyMap<string, FileInRepair>,
  findings: readonly Finding[],
  dropped: Map<string, DroppedRepair>,
): { readonly files: Map<string, FileInRepair>; readonly made: readonly Repair[]; readonly sound: boolean } {
  const files = new Map<string, FileInRepair>();
  const made: Repair[] = [];
  let sound = true;
  for (const [path, file] of open) {
    const next = repairFile(file, { findings, isDropped: (repair) => dropped.has(keyOf(repair)) });
    if (!next) continue;
    const reason = differenceAfter({ before: file.text, after: next.file.text }, next.draft, next.repairs);
    const repairs = next.file.repairs.slice(file.repairs.length);
    if (reason === null) {
      files.set(path, next.file);
      for (const repair of repairs) made.push(repair);
    } else {
      sound = false;
      for (const repair of repairs) dropped.set(keyOf(repair), { repair, reason });
    }
  }
  return { files, made, sound };
}

/** The repairs that a new finding may come from: of its row, else of its value, else of its file, else all. */
function blamed(found: Finding, made: readonly Repair[], rowOf: ReturnType<typeof rowNumbers>): readonly Repair[] {
  const { file, line, value } = found;
  const row = file === null || line === null ? null : rowOf(file, line);
  const candidates = [
    made.filter((repair) => repair.file === file && repair.row === row && row !== null),
    made.filter((repair) => value !== null && repair.row !== null && repair.before === value),
    made.filter((repair) => repair.file === file),
  ];
  return candidates.find((one) => one.length > 0) ?? made;
}

const keyOf = ({ file, kind, row, before }: Repair): string =>
  `${file}\n${kind}\n${row}\n${row === null ? '' : before}`;
