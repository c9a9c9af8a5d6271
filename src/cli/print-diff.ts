import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore } from '../files/disk-store.js';
import { openSide } from '../files/open-side.js';
import { writeFileWhole } from '../files/write.js';
import { releaseDiff, type ReleaseDiff } from '../flows/release-diff.js';
import type { VersionStep } from '../reports/codebook-diff-report.js';
import { releaseDiffMarkdown, releaseDiffText } from '../reports/release-diff/diff-text.js';
import { deltaCsvPieces } from '../releases/delta-csv.js';
import { deltaPieces } from '../releases/delta-text.js';
import type { ReleaseSide } from '../releases/release-side.js';
import { exitCodes } from './exit-codes.js';
import { Progress } from './progress.js';

/** What is compared, and how it is printed. */
export interface DiffRequest {
  readonly before: string;
  readonly after: string;
  /** Changes of each table that are shown. */
  readonly most: number;
  readonly format: 'text' | 'markdown' | 'json' | 'jsonl' | 'csv';
  readonly out: string | undefined;
  /** The largest step that is clean. */
  readonly atMost: VersionStep | undefined;
  readonly quiet: boolean;
}

const STEPS: readonly VersionStep[] = ['patch', 'minor', 'major'];

/** Compares and prints; sets the exit code. Tables that must be sorted, and the changes, lie in a folder that is removed. */
export function printDiff({ before, after, most, format, out, atMost, quiet }: DiffRequest): void {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-diff-'));
  try {
    const progress = new Progress('megabytes compared', { quiet });
    const [old, now] = watched([openSide(before), openSide(after)], progress);
    const found = releaseDiff(old!, now!, { store: diskStore(join(folder, 'rows')), most });
    progress.end();
    if (out === undefined) for (const piece of printed(found, format)) process.stdout.write(piece);
    else writeFileWhole(out, printed(found, format));
    const { before: a, after: b, version } = found.report;
    if (a.kind !== b.kind && !quiet)
      process.stderr.write(
        'demarche: a release and a dataset are compared: what only one of them can have is passed over (counts in the report); settings of demarche.json (text_policy, read_whole …) and new redactions are not compared\n',
      );
    if (atMost === undefined || STEPS.indexOf(version.step) <= STEPS.indexOf(atMost)) return;
    const step = version.step.toUpperCase();
    process.stderr.write(`demarche: the changes ask for a ${step} step, which is more than --at-most ${atMost}\n`);
    process.exitCode = exitCodes.dataErrors;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printed({ report, delta }: ReleaseDiff, format: DiffRequest['format']): Iterable<string> {
  switch (format) {
    case 'text':
      return [releaseDiffText(report)];
    case 'markdown':
      return [releaseDiffMarkdown(report)];
    case 'json':
      return [`${JSON.stringify(report, null, 2)}\n`];
    case 'jsonl':
      return deltaPieces(delta);
    case 'csv':
      return deltaCsvPieces(delta);
  }
}

/** Says how much of the tables has been read. */
function watched(sides: readonly ReleaseSide[], progress: Progress): ReleaseSide[] {
  let read = 0;
  const watch = (bytes: Iterable<Uint8Array>): Iterable<Uint8Array> => ({
    *[Symbol.iterator]() {
      for (const chunk of bytes) {
        read += chunk.length;
        progress.at(Math.floor(read / 1e6));
        yield chunk;
      }
    },
  });
  return sides.map((side) => ({
    ...side,
    tables: side.tables.map((table) => ({ ...table, bytes: watch(table.bytes) })),
  }));
}
