import type { CodebookChange, VersionStep } from '../reports/codebook-diff-report.js';
import type { StepReport, StepVerdict } from '../reports/release-diff/diff-report.js';
import type { Delta } from '../releases/delta.js';
import type { ReleaseMeaning } from '../releases/release-meaning.js';
import { compareVersions, parseVersion } from '../releases/version.js';
import type { CsvTable } from '../tables/csv-table.js';
import { tableRecords } from '../tables/table-records.js';
import { codebookChanges } from './codebook-changes.js';
import { columnDemands } from './column-demands.js';
import { rowDemands } from './row-demands.js';
import { demandList, type DemandList, type VersionDemand } from './version-demands.js';
import type { VersionRuleName } from './version-rules.js';

/** How far a release's version must move under our own rules, and for what. */
export interface ReleaseStep extends StepReport {
  readonly demands: readonly VersionDemand[];
}

/** What else a version step is computed from. */
export interface VersionStepOptions {
  readonly before: ReleaseMeaning;
  readonly after: ReleaseMeaning;
  /** Documents that the release before put into its test split (see `testDocuments`). */
  readonly testDocuments: ReadonlySet<string>;
  /** Rows whose keys are kept for each demand. */
  readonly most?: number;
}

/**
 * How far the version of a release must move for what has changed since the one before: MAJOR where something that users
 * rely on is gone or means something else, MINOR for new and corrected rows, PATCH for the rest. Versions 0.y.z obey the
 * same rule: a MAJOR change after 0.1.0 asks for 1.0.0.
 */
export function versionStep(
  delta: Delta,
  { before, after, testDocuments, most = 10 }: VersionStepOptions,
): ReleaseStep {
  const list = demandList(most);
  columnDemands(delta.head, before.schemas, after.schemas, list);
  if (before.codebook && after.codebook) {
    for (const change of codebookChanges(before.codebook, after.codebook)) codebookDemand(change, list);
  }
  rowDemands(delta, testDocuments, list);
  const names = [...new Set([...Object.keys(before.metadata), ...Object.keys(after.metadata)])];
  for (const name of names) {
    if (JSON.stringify(before.metadata[name] ?? null) !== JSON.stringify(after.metadata[name] ?? null))
      list.add('metadata', null, name);
  }
  const demands = list.all();
  const previous = delta.head.from;
  const step = heaviest(demands.map((one) => one.step)) ?? 'patch';
  const least = stepped(previous, step);
  const verdict = (asked: VersionStep | null): StepVerdict => {
    const own = asked === null ? previous : stepped(previous, asked);
    return { step: asked, least: own, satisfied: compareVersions(least, own) >= 0 };
  };
  return {
    previous,
    step,
    least,
    demands,
    conventions: {
      data_package: verdict(heaviest(demands.map((one) => one.data_package))),
      croissant: verdict(heaviest(demands.map((one) => one.croissant))),
    },
  };
}

/** The documents that a release's splits.csv puts into the test split; none without the table. */
export function testDocuments(tables: readonly CsvTable[]): ReadonlySet<string> {
  const splits = tables.find(({ name }) => name === 'splits');
  const documents = new Set<string>();
  for (const row of splits ? tableRecords(splits) : []) {
    if (row['split'] === 'test') documents.add(row['document_id'] ?? '');
  }
  return documents;
}

function codebookDemand(change: CodebookChange, list: DemandList): void {
  const { part, change: what, name, step, before, after } = change;
  const own: Partial<Record<CodebookChange['change'], VersionRuleName>> = {
    added: 'label-value-added',
    removed: 'label-value-removed',
    renamed: 'label-value-removed',
    redefined: 'label-value-redefined',
    sign: 'label-value-redefined',
  };
  const rule = (part === 'category' ? own[what] : undefined) ?? (`codebook-${step}` as const);
  const short = [before, after].every((text) => text === null || text.length <= 40);
  const words = what === 'added' || what === 'removed' || !short || before === null ? '' : `: ${before}, now ${after}`;
  list.add(rule, null, name, `${what}${words}`);
}

const STEPS: readonly VersionStep[] = ['major', 'minor', 'patch'];

function heaviest(steps: readonly (VersionStep | null)[]): VersionStep | null {
  return STEPS.find((step) => steps.includes(step)) ?? null;
}

/** The version one step on; the first one for what is no version. */
export function stepped(version: string, step: VersionStep): string {
  const [major, minor, patch] = parseVersion(version) ?? [0, 0, 0];
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
