import { isAbsolute, relative, sep } from 'node:path';
import { compareText } from '../model/findings.js';
import type { ValidatedFile } from '../model/validated-file.js';
import type { ReleaseValidation } from '../releases/release.js';
import { withFileNames, type FindingReport } from '../reports/findings/finding-report.js';
import { tallyFindings } from '../reports/findings/tally.js';
import { Progress } from './progress.js';

/** What `validate` says of a dataset, its files named from the dataset's folder. */
export interface DatasetValidation {
  readonly files: readonly ValidatedFile[];
  readonly report: FindingReport;
  /** Whether some file could not be read at all. */
  readonly unreadable: boolean;
}

/** Validates the whole dataset in a folder, as `demarche validate` does. */
export async function validateDataset(
  root: string,
  { quiet }: { readonly quiet: boolean },
): Promise<DatasetValidation> {
  const { gatherInput } = await import('../files/validate-input.js');
  const { validateInto } = await import('../flows/validate.js');
  const tally = tallyFindings();
  const progress = new Progress('rows checked', { quiet });
  const gathered = gatherInput([], { project: root, from: root });
  const validations = gathered.inputs.map((input) =>
    validateInto(input, tally, { seen: (rows, file) => progress.at(rows, null, file) }),
  );
  progress.end();
  for (const found of gathered.findings) tally.add(found);
  // Lexicons may lie outside of the dataset; no path of this machine may get into a release.
  const named = (file: string): string => (isAbsolute(file) ? relative(root, file).split(sep).join('/') : file);
  const report = withFileNames(tally.result(), named);
  return {
    files: validations.flatMap((one) => one.files).map((file) => ({ ...file, path: named(file.path) })),
    report,
    unreadable:
      validations.some((one) => one.unreadable.length > 0) ||
      report.rules.some(({ rule }) => rule === 'file/unreadable'),
  };
}

/**
 * What of a validation goes into a release: no word of a document, which a message or a value might quote, and nothing
 * that changes when rows are put in another order. So findings are counted by file and field: which of two equal rows
 * is the second, and which findings are kept of a rule that has very many, depends on the order.
 */
export function releasedValidation({ files, report }: DatasetValidation): ReleaseValidation {
  const whole = new Set(report.rules.filter((one) => one.shown === one.count).map(ruleOf));
  const counts = new Map<string, number>();
  for (const found of report.findings) {
    if (!whole.has(ruleOf(found))) continue;
    const key = JSON.stringify([found.rule, found.severity, found.file, found.field]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const said = {
    files: files.map(({ path, kind, rows }) => ({ path, kind, rows })).sort((a, b) => compareText(a.path, b.path)),
    counts: report.counts,
    rules: report.rules.map(({ rule, severity, count }) => ({ rule, severity, count })),
    findings: [...counts]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, count]) => {
        const [rule, severity, file, field] = JSON.parse(key) as readonly (string | null)[];
        return { rule, severity, file, field, count };
      }),
  };
  return {
    counts: report.counts,
    files: files.length,
    text: () => [`${JSON.stringify(said, null, 1)}\n`],
  };
}

const ruleOf = ({ rule, severity }: { readonly rule: string; readonly severity: string }): string =>
  `${rule} ${severity}`;
