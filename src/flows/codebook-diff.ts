import { finding } from '../model/findings.js';
import type { Codebook, Label, Tombstone } from '../model/generated.js';
import { UsageError } from '../model/errors.js';
import type { CodebookDiffReport } from '../reports/codebook-diff-report.js';
import { jsonPlaces } from '../tables/json-places.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import { unknownName } from '../text/unknown-name.js';
import { codebookChanges } from './codebook-changes.js';
import { versionVerdict } from './codebook-version.js';
import { staleLabels } from './stale-labels.js';

/** A codebook that was read without an error: its path as findings show it, its text and value. */
export interface ReadCodebook {
  readonly path: string;
  readonly text: string;
  readonly codebook: Codebook;
}

/** What else is known and wanted. */
export interface CodebookDiffOptions {
  /** Labels of the dataset; null where there is none. */
  readonly labels?: readonly PlacedRow<Label>[] | null;
  readonly tombstones?: readonly Tombstone[];
  /** Parts whose new words mean the same, as `CodebookChange.name` has them. */
  readonly reworded?: readonly string[];
  readonly notes?: readonly string[];
}

/**
 * Compares a codebook with an earlier one: the changes, the version step that they need, and the labels that they make
 * stale. A version that is too low is a finding. Throws UsageError for a name in `reworded` that has no new words.
 */
export function codebookDiff(
  before: ReadCodebook,
  after: ReadCodebook,
  { labels = null, tombstones = [], reworded = [], notes = [] }: CodebookDiffOptions = {},
): CodebookDiffReport {
  const strict = codebookChanges(before.codebook, after.codebook);
  const redefined = strict.filter((one) => one.change === 'redefined').map(({ name }) => name);
  for (const name of reworded) {
    if (!redefined.includes(name)) throw new UsageError(unknownName('--reworded: no new words at', name, redefined));
  }
  const found = codebookChanges(before.codebook, after.codebook, { reworded });
  const versions = { before: before.codebook.version, after: after.codebook.version };
  const version = versionVerdict(found, versions.before, versions.after);
  const judged = labels === null ? null : staleLabels(found, { labels, tombstones, ...versions });
  const place = jsonPlaces(after.text).places.get('/version');
  const said =
    version.needed === null
      ? `version ${versions.after} is below ${versions.before}, which it is compared with`
      : `version ${versions.after} is too low: the changes since ${versions.before} are a ${version.needed.toUpperCase()} step`;
  return {
    before: { path: before.path, version: versions.before },
    after: { path: after.path, version: versions.after },
    version,
    changes: found.map((one, i) => ({ ...one, labels: judged === null ? null : judged.counts[i]! })),
    labels: judged?.labels ?? null,
    notes,
    findings: version.enough
      ? []
      : [
          finding('codebook/version-step', { file: after.path, ...place }, said, {
            field: 'version',
            value: versions.after,
            suggestion: { value: version.least, safe: false },
          }),
        ],
  };
}
