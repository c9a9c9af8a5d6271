import { resolve } from 'node:path';
import type { ValidationInput } from '../checks/validation-input.js';
import { fixableFiles } from '../files/fixable-files.js';
import { replaceFile } from '../files/replace-file.js';
import { gatherInput, type GatheredInput, type GatherOptions } from '../files/validate-input.js';
import { fix, type DroppedRepair, type FixedFile } from '../flows/fix.js';
import type { Repair } from '../flows/fix-draft.js';
import { validate } from '../flows/validate.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { plural } from '../reports/findings/plural.js';

/** How `validate --fix` repairs and where it says so. */
export interface FixOptions extends GatherOptions {
  /** Only shows what would be done. */
  readonly dryRun?: boolean;
  /** Takes the diffs, in parts. */
  readonly printDiff: (part: string) => void;
  /** Takes a line about what was done. */
  readonly say: (line: string) => void;
}

/** Most repairs that are listed one by one as not made. */
const MOST_SAID = 10;

/**
 * Repairs what can be repaired without a change of meaning, and gathers what is left to be validated. Files that can't
 * be written are findings. With `dryRun` nothing is written, and what is gathered are the files as they are.
 */
export function fixAndGather(paths: readonly string[], options: FixOptions): GatheredInput {
  const { dryRun = false, printDiff, say, from = process.cwd() } = options;
  const gathered = gatherInput(paths, options);
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const written: FixedFile[] = [];
  for (const input of gathered.inputs) {
    const fixable = fixableFiles(input.files, paths, options).filter(({ path }) => !seen.has(path));
    for (const { path } of fixable) seen.add(path);
    const { files, dropped } = fix(fixable, (replaced) => everyFinding(input, replaced));
    for (const file of files) {
      const before = fixable.find(({ path }) => path === file.path)!.bytes;
      const obstacle = dryRun ? null : replaceFile(resolve(from, file.path), file.bytes, before);
      if (obstacle !== null) {
        const message = `the repair (${plural(file.repairs.length, 'change')}) was not made: ${obstacle}`;
        findings.push(finding('file/not-written', { file: file.path }, message));
        continue;
      }
      written.push(file);
      for (const part of file.diff()) printDiff(part);
    }
    sayDropped(dropped, say);
  }
  const repairs = written.flatMap((file) => file.repairs);
  const would = dryRun ? ' would be made' : '';
  if (!repairs.length) say('nothing to repair');
  else say(`${plural(repairs.length, 'repair')} in ${plural(written.length, 'file')}${would} (${countKinds(repairs)})`);
  // Gathered anew also where nothing was written: a text that can't be read was found while repairs were tried.
  const again = gatherInput(paths, options);
  again.findings.push(...findings);
  return again;
}

/** Validates with some files' bytes replaced; files that are only looked up are reported on too. */
function everyFinding(input: ValidationInput, replaced: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  const files = input.files.map((file) => ({ ...file, lookup: false, bytes: replaced.get(file.path) ?? file.bytes }));
  return validate({ ...input, files }).findings;
}

function sayDropped(dropped: readonly DroppedRepair[], say: FixOptions['say']): void {
  for (const { repair, reason } of dropped.slice(0, MOST_SAID)) {
    const place = repair.line === null ? repair.file : `${repair.file}:${repair.line}:${repair.column ?? 1}`;
    say(`${place} not repaired (${repair.kind}): ${reason}`);
  }
  if (dropped.length > MOST_SAID) say(`… and ${dropped.length - MOST_SAID} more not repaired`);
}

/** "blank row: 2, cell: 1": how many repairs of each kind, in order of their first one. */
function countKinds(repairs: readonly Repair[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${kind}: ${n}`).join(', ');
}
