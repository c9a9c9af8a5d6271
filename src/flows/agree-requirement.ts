import { UsageError } from '../model/errors.js';
import type { Result } from '../measures/result.js';
import { logStudentTail } from '../measures/student-t.js';
import type { RequirementReport } from '../reports/agreement-report.js';

/** A requirement as written: "krippendorff_alpha:nominal.ci_low >= 0.667". */
export interface Requirement {
  readonly text: string;
  readonly coefficient: string;
  readonly level: string | null;
  readonly field: 'value' | 'ci_low' | 'ci_high';
  readonly operator: string;
  readonly bound: number;
}

const FORM =
  /^\s*([a-z_0-9]+)(?::([a-z_]+))?\.(value|ci_low|ci_high)\s*(>=|<=|>|<|==|=)\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*$/;

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
};

/** Reads a requirement; throws UsageError when it does not have the form coefficient[:level].field operator number. */
export function parseRequirement(text: string): Requirement {
  const parts = FORM.exec(text);
  if (parts === null) {
    throw new UsageError(
      `--require "${text}" is not of the form "coefficient[:level].value, ci_low or ci_high, an operator, a number"`,
    );
  }
  const [, coefficient, level, field, operator, bound] = parts;
  return {
    text: text.trim(),
    coefficient: coefficient!,
    level: level ?? null,
    field: field as Requirement['field'],
    operator: operator!,
    bound: Number(bound),
  };
}

/**
 * Holds a requirement against the results. An undefined figure does not meet it. Throws UsageError when no result or
 * more than one is meant.
 */
export function checkRequirement(requirement: Requirement, results: readonly Result[]): RequirementReport {
  const { text, coefficient, level, field, operator, bound } = requirement;
  const meant = results.filter(
    (result) =>
      result.coefficient === coefficient &&
      (level === null || [result.level, result.distance, result.weights].includes(level)),
  );
  if (meant.length === 0) {
    const known = [...new Set(results.map((result) => result.coefficient))].join(', ');
    throw new UsageError(`--require "${text}": no such result; there are ${known}`);
  }
  if (meant.length > 1) {
    const scales = meant
      .map(({ distance, weights, annotators }) => annotators?.join(' – ') ?? distance ?? weights)
      .join(', ');
    throw new UsageError(
      `--require "${text}" is ambiguous: ${coefficient} was computed for ${scales}; write ${coefficient}:LEVEL.${field}`,
    );
  }
  const [result] = meant;
  const found = field === 'value' ? result!.value : (result!.ci?.[field === 'ci_low' ? 0 : 1] ?? null);
  const met = found !== null && COMPARE[operator]!(found, bound);
  return { requirement: text, met, found, line: lineOf(requirement, result!, found, met) };
}

function lineOf(
  { text, field, operator, bound }: Requirement,
  result: Result,
  found: number | null,
  met: boolean,
): string {
  const start = `requirement ${text}: ${met ? 'met' : 'NOT met'}`;
  if (found === null) {
    return `${start}, ${result.reason === null ? 'there is no interval' : `not defined: ${result.reason}`}`;
  }
  const low = field === 'ci_low' && operator.startsWith('>') ? chanceOfFailing(result, bound) : null;
  const risk = low === null ? '' : `; a study of this size would fail in ${low} of cases at a true 0.8`;
  return `${start}, ${field} is ${found.toFixed(3)}${risk}`;
}

/** How often the lower limit falls below the bound when the truth is 0.8, with the standard error at hand. */
function chanceOfFailing({ se, intervals, units }: Result, bound: number): string | null {
  const error = intervals.at(-1)?.se ?? se;
  if (error === null || error === undefined || error === 0 || units < 3) return null;
  const t = (bound - 0.8) / error + 1.96;
  const above = Math.exp(logStudentTail(Math.abs(t), units - 1));
  return `${(100 * (t > 0 ? 1 - above : above)).toFixed(0)} %`;
}
