import type { Finding } from '../../model/generated.js';
import { openCount, severityRank, type FindingReport } from './finding-report.js';
import type { FindingFormat, PrintedFindings } from './format.js';
import { plural, withCommas } from './plural.js';
import { sarifResult } from './sarif-result.js';
import { sarifRules } from './sarif-rule.js';
import { summaryText } from './summary.js';

/** Results of a run that GitHub shows; it refuses a run with more than 25,000. */
const MOST_RESULTS = 5000;

/**
 * SARIF 2.1.0, under the limits of GitHub's code scanning: one run, the rules that spoke, at most 5,000 results, the
 * worst first where some must go. What was left out is told as a notification and, exactly, in the run's properties.
 */
export const sarif: FindingFormat = {
  name: 'sarif',
  *print(printed) {
    const { report, sourceAt, version } = printed;
    const rules = sarifRules(printed);
    const indexes = new Map(rules.map(({ id }, i) => [id, i]));
    const results = chosen(report);
    const driver = {
      name: 'demarche',
      informationUri: 'https://demarche.dev',
      ...(version === undefined ? {} : { semanticVersion: version }),
      rules,
    };
    yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n';
    yield `"tool":${JSON.stringify({ driver })},\n`;
    yield `"invocations":${JSON.stringify([invocation(printed, results.length)])},\n`;
    yield `"originalUriBaseIds":${JSON.stringify(bases)},\n"columnKind":"utf16CodeUnits",\n`;
    yield `"properties":${JSON.stringify({ counts: report.counts, known: report.known, rules: report.rules })},\n`;
    yield '"results":[';
    const seen = new Map<string, number>();
    for (const [i, found] of results.entries()) {
      const nth = (seen.get(found.fingerprint) ?? 0) + 1;
      seen.set(found.fingerprint, nth);
      const ruleIndex = indexes.get(found.rule)!;
      yield `${i ? ',' : ''}\n${JSON.stringify(sarifResult(found, { ruleIndex, nth, sourceAt }))}`;
    }
    yield ']}]}\n';
  },
};

const bases = { '%SRCROOT%': { description: { text: 'The folder in which the program was run' } } };

/** The findings that fit, in order of place; the worst, where not all of them do. */
function chosen({ findings }: FindingReport): readonly Finding[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const order = [...findings.keys()].sort(
    (a, b) => severityRank[findings[a]!.severity] - severityRank[findings[b]!.severity] || a - b,
  );
  const kept = order.slice(0, MOST_RESULTS).sort((a, b) => a - b);
  return kept.map((i) => findings[i]!);
}

/** That the program ran through: findings are no failure of it. */
function invocation(printed: PrintedFindings, shown: number): Record<string, unknown> {
  const left = openCount(printed.report) - shown;
  const notes = [{ level: 'note', message: { text: summaryText(printed) } }];
  if (left > 0) {
    const text = `${plural(left, 'finding')} not listed here: the first ${withCommas(shown)} are; --format jsonl --most all lists every one`;
    notes.push({ level: 'warning', message: { text } });
  }
  return { executionSuccessful: true, toolExecutionNotifications: notes };
}
