import { compareText } from '../../model/findings.js';
import type { Finding } from '../../model/generated.js';
import type { RuleCount } from './finding-report.js';
import type { PrintedFindings } from './format.js';
import { plural } from './plural.js';

/** A test case: what one rule found in one file. */
export interface JunitCase {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Null where the case passed: nothing was found, or no error. */
  readonly failure: { readonly type: string; readonly message: string } | null;
  /** Findings of the rule that were only counted, so that nobody knows here in which files they are. */
  readonly further: number;
  /** Why nothing can be said; null where something can. */
  readonly skipped: string | null;
}

/** The cases of one file, or those of the findings that were only counted. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** How many cases of a suite failed. */
export function failed({ cases }: JunitSuite): number {
  return cases.filter(({ failure }) => failure !== null).length;
}

/**
 * A suite for every file, also for one that is only named in a finding, in order of their paths. Where findings of a
 * rule were only counted, a last suite has a case for it, and a file without findings is not said to have passed.
 */
export function junitSuites({ files, report }: PrintedFindings): JunitSuite[] {
  const byFile = new Map<string, Map<string, Finding[]>>(files.map(({ path }) => [path, new Map()]));
  for (const found of report.findings) {
    const file = found.file ?? '-';
    let cases = byFile.get(file);
    if (!cases) byFile.set(file, (cases = new Map()));
    const name = caseName(found);
    const same = cases.get(name);
    if (same) same.push(found);
    else cases.set(name, [found]);
  }
  const counted = report.rules.filter((rule) => further(rule) > 0);
  const suites = [...byFile].sort(([a], [b]) => compareText(a, b)).map(([name, cases]) => suite(name, cases, counted));
  if (counted.length === 0) return suites;
  return [...suites, { name: 'findings that were only counted', cases: counted.map(countedCase) }];
}

/** A rule that speaks with two severities is two cases, of which only that of the errors fails. */
function caseName({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): string {
  return severity === 'error' ? rule : `${rule} (${severity})`;
}

function further({ count, known, shown }: RuleCount): number {
  return count - known - shown;
}

function suite(name: string, cases: ReadonlyMap<string, readonly Finding[]>, counted: readonly unknown[]): JunitSuite {
  if (cases.size === 0) {
    const skipped = counted.length ? 'some findings were only counted, perhaps in this file' : null;
    return { name, cases: [{ name: 'every rule', findings: [], failure: null, further: 0, skipped }] };
  }
  return {
    name,
    cases: [...cases].sort(([a], [b]) => compareText(a, b)).map(([of, findings]) => fileCase(of, findings)),
  };
}

function fileCase(name: string, findings: readonly Finding[]): JunitCase {
  const { rule, severity, message } = findings[0]!;
  const said = findings.length === 1 ? message : `${plural(findings.length, severity)}, the first: ${message}`;
  const failure = severity === 'error' ? { type: rule, message: said } : null;
  return { name, findings, failure, further: 0, skipped: null };
}

function countedCase(count: RuleCount): JunitCase {
  const { rule, severity } = count;
  const n = further(count);
  const failure = severity === 'error' ? { type: rule, message: `${plural(n, severity)} more` } : null;
  return { name: caseName(count), findings: [], failure, further: n, skipped: null };
}
