import type { ValidationInput } from '../checks/validation-input.js';
import type { GatheredInput } from '../files/validate-input.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import { annotatorRules, type SeverityCounts } from '../reports/changes/change-report.js';
import { keepWorst } from '../reports/changes/worst-findings-table.js';
import { openBaseline } from './baseline-gate.js';
import { openChanges, type Comparison } from './change-gate.js';
import type { GateArguments } from './gate-options.js';
import { plural } from '../reports/findings/plural.js';

/** Tells findings that were there before from those that block. */
export interface ValidateGate {
  /** What is to be validated instead of the files as they lie; null for these. */
  readonly staged: GatheredInput | null;
  /** Must be called with what is validated, before the first finding is asked about. */
  readonly compare: (inputs: readonly ValidationInput[]) => void;
  /** Whether there is anything to be asked: without a baseline or an earlier version nothing is known. */
  readonly asks: boolean;
  /** Whether a finding is known and blocks nothing. Every finding must be asked about once. */
  readonly isKnown: (found: Finding) => boolean;
  /** After the last finding: writes baseline and summary; gives what a person is told and whether that fails. */
  readonly end: (validated: readonly string[]) => Promise<{ readonly said: string; readonly fails: boolean }>;
}

/** What is validated, and the folder that paths are told from. */
interface Validated {
  readonly paths: readonly string[];
  readonly project: string | null;
  readonly codebook: string | null;
  readonly lexicons: string | null;
  readonly from?: string;
}

/**
 * Opens what the options say about findings that were there before. A finding is known when the earlier version or the
 * baseline has it; in a row that was touched since, it is not. Without any such option nothing is known.
 */
export function openGate(validated: Validated, args: GateArguments): ValidateGate {
  const { 'changed-since': revision, staged = false, summary } = args;
  if (summary !== undefined && revision === undefined) {
    throw new UsageError('--summary tells what changed: name the revision to compare with, --changed-since REV');
  }
  const baseline = openBaseline(args);
  const request = { from: process.cwd(), ...validated };
  const changes = revision === undefined && !staged ? null : openChanges(request, { revision, staged });
  let comparison: Comparison | null = null;
  let inputs: readonly ValidationInput[] = [];
  const counts = { fresh: noFindings(), known: noFindings() };
  const worst = keepWorst();
  return {
    staged: changes?.staged ?? null,
    asks: baseline !== null || revision !== undefined,
    compare(fresh) {
      inputs = fresh;
      comparison = changes?.compare(fresh) ?? null;
    },
    isKnown(found) {
      const listed = baseline?.knows(found) ?? false;
      // What stands in a touched row is this contribution's to mend, however long it has been there.
      const touched = comparison?.isTouched(found) ?? false;
      const known = !touched && ((comparison?.wasThere(found) ?? false) || listed);
      (known ? counts.known : counts.fresh)[found.severity]++;
      if (!known && !annotatorRules.includes(found.rule)) worst.add(found);
      return known;
    },
    async end(files) {
      const { mended, said, fails } = baseline?.end(files) ?? { mended: null, said: '', fails: false };
      if (summary !== undefined && comparison && changes?.since) {
        const { writeSummary } = await import('./change-summary.js');
        const found = { ...counts, mended, worst: worst.worst() };
        writeSummary(summary, { ...changes.since, comparison, inputs, found, realPath: changes.realPath });
      }
      changes?.close();
      const { error, warning } = counts.known;
      const known = error + warning ? `known: ${plural(error, 'error')}, ${plural(warning, 'warning')}\n` : '';
      return { said: known + said, fails };
    },
  };
}

const noFindings = (): { -readonly [severity in keyof SeverityCounts]: number } => ({ error: 0, warning: 0, info: 0 });
