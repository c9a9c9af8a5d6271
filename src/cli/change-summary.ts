import { dirname } from 'node:path';
import { tableName } from '../checks/recognise.js';
import type { ValidationInput } from '../checks/validation-input.js';
import { findDataset } from '../files/dataset.js';
import { writeFileWhole } from '../files/write.js';
import { census, movedShares, newNames, tableRows } from '../flows/change-report.js';
import { changeMarkdown } from '../reports/changes/change-markdown.js';
import type { AgreementEffect, ChangeReport } from '../reports/changes/change-report.js';
import { agreementEffects, type TouchedFile } from './agreement-effects.js';
import type { Comparison } from './change-gate.js';

/** Label files whose effect on agreement is computed; each takes a bootstrap. */
const MOST_EFFECTS = 10;

/** What a summary is made from. */
export interface Summarised {
  readonly revision: string;
  readonly commit: string;
  readonly comparison: Comparison;
  /** What was validated. */
  readonly inputs: readonly ValidationInput[];
  readonly found: Pick<ChangeReport, 'fresh' | 'known' | 'mended' | 'worst'>;
  /** Where a file lies, by the path that findings have. */
  readonly realPath: (shown: string) => string;
}

/** Writes what a contribution changes, as Markdown for its pull request. */
export function writeSummary(path: string, summarised: Summarised): void {
  writeFileWhole(path, changeMarkdown(changeReport(summarised)));
}

function changeReport({ revision, commit, comparison, inputs, found, realPath }: Summarised): ChangeReport {
  const { changes, old } = comparison;
  const files = inputs.flatMap((input) => input.files);
  const [before, after] = [census(old.flatMap((input) => input.files)), census(files)];
  const labels = new Set(files.filter(({ schema }) => tableName(schema) === 'labels').map((file) => file.path));
  const touched = changes.touchedFiles
    .filter((file) => labels.has(file))
    .map((shown): TouchedFile => ({ shown, path: realPath(shown) }));
  return {
    revision,
    commit,
    tables: changes.tables.filter(({ copy }) => !copy).map(tableRows),
    otherFiles: changes.others,
    renamed: [...changes.renamed].map(([from, to]) => ({ old: from, new: to })),
    speakers: newNames(before.speakers, after.speakers),
    targets: newNames(before.targets, after.targets),
    shares: movedShares(before, after),
    agreement: effectsOf(touched.slice(0, MOST_EFFECTS)),
    agreementLeftOut: Math.max(0, touched.length - MOST_EFFECTS),
    ...found,
  };
}

/** Label files outside of a dataset have nobody to agree with. */
function effectsOf(touched: readonly TouchedFile[]): AgreementEffect[] {
  const byDataset = new Map<string, TouchedFile[]>();
  for (const file of touched) {
    const root = findDataset(dirname(file.path));
    if (root !== null) byDataset.set(root, [...(byDataset.get(root) ?? []), file]);
  }
  return [...byDataset].flatMap(([root, files]) => agreementEffects(root, files));
}
