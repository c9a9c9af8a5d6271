import type { Finding } from '../../model/generated.js';

/** How bad a finding is. */
export type Severity = Finding['severity'];

/** The worst comes first. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** How often a rule spoke with one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  /** All of them, exact. */
  readonly count: number;
  /** How many of them a baseline holds back. */
  readonly known: number;
  /** How many of them stand in the report's `findings`. */
  readonly shown: number;
}

/** Findings that say the same of different places. */
export interface RepeatedFinding {
  /** The first of them in order of place, among those that were made. */
  readonly first: Finding;
  /** How many say so, whether kept or not. */
  readonly count: number;
}

/** What a validation found, small enough to be held however many findings there were. */
export interface FindingReport {
  /** Findings that no baseline holds back, in order of place; of each rule and severity the first ones only. */
  readonly findings: readonly Finding[];
  /** Exact counts of all findings, known ones among them. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Every rule that spoke: the worst severity first, then the most findings, then by name. */
  readonly rules: readonly RuleCount[];
  /** What was said at least twice, in the order of `rules`, the most frequent first. */
  readonly repeats: readonly RepeatedFinding[];
  /** How many findings a baseline holds back. */
  readonly known: number;
  /** How many errors are not known: any makes the validation fail. */
  readonly blocking: number;
}

/** The report with other names for its files. */
export function withFileNames(report: FindingReport, rename: (file: string) => string): FindingReport {
  const renamed = (found: Finding): Finding => ({
    ...found,
    file: found.file === null ? null : rename(found.file),
    related: found.related.map((one) => ({ ...one, file: rename(one.file) })),
  });
  return {
    ...report,
    findings: report.findings.map(renamed),
    repeats: report.repeats.map(({ first, count }) => ({ first: renamed(first), count })),
  };
}

/** How many findings no baseline holds back, exact. */
export function openCount({ counts, known }: FindingReport): number {
  return counts.error + counts.warning + counts.info - known;
}

/** A text that is equal for findings that say the same: rule, severity, field and value, or message without a value. */
export function saidKey({ rule, severity, field, value, message }: Finding): string {
  return JSON.stringify([rule, severity, field, value, value === null ? message : null]);
}

/** The report without what is only worth knowing: errors and warnings. */
export function problemsOf(report: FindingReport): FindingReport {
  return {
    ...report,
    findings: report.findings.filter(({ severity }) => severity !== 'info'),
    rules: report.rules.filter(({ severity }) => severity !== 'info'),
  };
}
