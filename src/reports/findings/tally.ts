import { byPlace, compareText } from '../../model/findings.js';
import type { Finding } from '../../model/generated.js';
import { severityRank, type FindingReport, type Severity } from './finding-report.js';
import { ownFinding, saidGroups, type Said, type SaidGroups } from './said-groups.js';

/** Findings as they stream through: what can be shown is kept, everything is counted. */
export interface FindingTally {
  /** Takes a finding; a known one is held back by a baseline, and only counted. */
  readonly add: (found: Finding, how?: { readonly known?: boolean }) => void;
  /**
   * Whether findings of this rule and severity need not be made any more: `count` them, which costs far less. False
   * for a rule that has not spoken yet.
   */
  readonly isFull: (rule: string, severity?: Severity) => boolean;
  /**
   * Counts findings without their being made. What they say keeps the counts of repeated findings exact; leaving it out
   * makes those counts too low, never the others.
   */
  readonly count: (rule: string, severity: Severity, what?: Counted) => void;
  /** What was found so far. */
  readonly result: () => FindingReport;
}

/** What is known of findings that are only counted. */
export interface Counted extends Said {
  /** How many; default 1. */
  readonly n?: number;
  readonly known?: boolean;
}

/** How much a tally keeps. */
export interface TallyOptions {
  /** Findings kept of a rule and severity, the first that come; Infinity for all. Default 1,000. */
  readonly most?: number;
  /** Groups of findings that say the same, of a rule and severity. Default 1,000. */
  readonly groups?: number;
}

interface Spoken {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  known: number;
  readonly kept: Finding[];
  readonly said: SaidGroups;
}

/**
 * A tally whose memory does not grow with the findings, only with the number of rules. Counts are exact; of each rule
 * and severity the first findings are kept, so that many warnings of a rule do not crowd out its errors.
 */
export function tallyFindings({ most = 1000, groups = 1000 }: TallyOptions = {}): FindingTally {
  const rules: Record<Severity, Map<string, Spoken>> = { error: new Map(), warning: new Map(), info: new Map() };
  const spokenOf = (rule: string, severity: Severity): Spoken => {
    let spoken = rules[severity].get(rule);
    if (!spoken) {
      spoken = { rule, severity, count: 0, known: 0, kept: [], said: saidGroups(groups) };
      rules[severity].set(rule, spoken);
    }
    return spoken;
  };
  return {
    add(found, { known = false } = {}) {
      const spoken = spokenOf(found.rule, found.severity);
      spoken.count++;
      if (known) {
        spoken.known++;
        return;
      }
      spoken.said.add(found);
      if (spoken.kept.length < most) spoken.kept.push(ownFinding(found));
    },
    isFull: (rule, severity = 'error') => (rules[severity].get(rule)?.kept.length ?? 0) >= most,
    count(rule, severity, what = {}) {
      const { n = 1, known = false } = what;
      const spoken = spokenOf(rule, severity);
      spoken.count += n;
      if (known) spoken.known += n;
      else spoken.said.count(what, n);
    },
    result: () =>
      reportOf(Object.values(rules).flatMap((ofSeverity: ReadonlyMap<string, Spoken>) => [...ofSeverity.values()])),
  };
}

/** A report of findings that are all at hand. */
export function reportFindings(findings: Iterable<Finding>, options: TallyOptions = {}): FindingReport {
  const tally = tallyFindings(options);
  for (const found of findings) tally.add(found);
  return tally.result();
}

function reportOf(spoken: readonly Spoken[]): FindingReport {
  const counts = { error: 0, warning: 0, info: 0 };
  let known = 0;
  for (const one of spoken) {
    counts[one.severity] += one.count;
    known += one.known;
  }
  const sorted = [...spoken].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count || compareText(a.rule, b.rule),
  );
  return {
    findings: sorted.flatMap(({ kept }) => kept).sort(byPlace),
    counts,
    rules: sorted.map((one) => ({
      rule: one.rule,
      severity: one.severity,
      count: one.count,
      known: one.known,
      shown: one.kept.length,
    })),
    repeats: sorted.flatMap(({ said }) => said.repeats()),
    known,
    blocking: sorted.reduce((sum, one) => sum + (one.severity === 'error' ? one.count - one.known : 0), 0),
  };
}
