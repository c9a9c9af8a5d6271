import type { Finding } from '../model/generated.js';

/** Findings of one rule that are kept, to be shown. */
const KEPT = 100;

/** Counts the findings of a long run as they come, and keeps the first of each rule: all of them are in its output. */
export class FindingTally {
  /** How many there were of each severity. */
  readonly counts = { error: 0, warning: 0, info: 0 };
  /** Errors and warnings, at most a hundred of each rule. */
  readonly problems: Finding[] = [];
  /** How many errors and warnings there were of each rule. */
  readonly ofRule = new Map<string, number>();

  add(findings: Iterable<Finding>): void {
    for (const found of findings) {
      this.counts[found.severity]++;
      if (found.severity === 'info') continue;
      const n = (this.ofRule.get(found.rule) ?? 0) + 1;
      this.ofRule.set(found.rule, n);
      if (n <= KEPT) this.problems.push(found);
    }
  }
}
