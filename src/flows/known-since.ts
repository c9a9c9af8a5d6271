import { baselineOf, matchBaseline } from '../checks/baseline.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { FileChanges } from './table-changes.js';

/** What decides about a finding of a changed dataset. */
export interface KnownSince {
  /** Whether a finding stands in a row that was added or changed. */
  readonly isTouched: (found: Finding) => boolean;
  /** Whether the earlier version had the finding; each of its findings answers for one. */
  readonly wasThere: (found: Finding) => boolean;
}

/** Holds findings against an earlier version: its findings, under the paths of today, and what changed since. */
export function knownSince(earlier: readonly Finding[], changes: FileChanges): KnownSince {
  const { renamed } = changes;
  const match = matchBaseline(baselineOf(renamed.size ? earlier.map(underNewPath(renamed)) : earlier, { notes: true }));
  const isTouched = touchedRows(changes);
  return { isTouched, wasThere: (found) => match.knows(found) };
}

/**
 * A finding of a file that lies elsewhere now. Its fingerprint is made anew from what the finding says, which for values
 * that are too long to be said in full is less than it was made from: such a finding counts as new.
 */
function underNewPath(renamed: ReadonlyMap<string, string>): (found: Finding) => Finding {
  return (found) => {
    const file = renamed.get(found.file ?? '');
    return file === undefined ? found : finding(found.rule, { ...found, file }, found.message, found);
  };
}

function touchedRows({ tables }: FileChanges): (found: Finding) => boolean {
  const touched = new Map<string, Set<number>>();
  const startsOf = new Map(tables.flatMap(({ starts }) => [...starts]));
  for (const { diff } of tables) {
    for (const { file, line } of [...diff.added, ...diff.changed.map((row) => row.new)]) {
      const lines = touched.get(file);
      if (lines) lines.add(line);
      else touched.set(file, new Set([line]));
    }
  }
  return ({ file, line }) => {
    const lines = touched.get(file ?? '');
    if (lines === undefined || line === null) return false;
    // A row may take several lines: it is the last that begins at or above the finding's.
    const starts = startsOf.get(file ?? '')!;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= line) low = middle + 1;
      else high = middle;
    }
    return low > 0 && lines.has(starts[low - 1]!);
  };
}
