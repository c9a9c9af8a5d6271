import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { isNumericLabel } from '../measures/label-matrix.js';
import type { LabelledItem } from './score-items.js';

/** Probabilities (or shares of votes) by label, as written. */
export type Probabilities = ReadonlyMap<string, number>;

const PREFIXES = ['p_', 'prob_', 'probability_', 'probabilities.', 'share_', 'soft_'];
const OBJECTS = ['probabilities', 'probs', 'soft_label', 'distribution'];
/** Sums of probabilities this far from 1 are rounding, not worth a word; up to the second bound they are said to be. */
const ROUNDING = 1e-3;
const ROUNDED = 0.02;

export interface ProbabilityOptions {
  /** What the names of probability columns begin with; the usual beginnings by default. */
  readonly prefix?: string | null;
  /** Labels that columns may be named after. */
  readonly classes?: readonly string[];
}

/**
 * Finds where a record of these columns (or keys) holds probabilities: columns with a common beginning (p_favor,
 * p_against), one with an object ({"favor": 0.7, "against": 0.3}), or columns named as the labels. Returns how to read
 * them from a record; the answer is null where there are none, or the cells are empty.
 */
export function probabilityReader(
  names: readonly string[],
  { prefix = null, classes = [] }: ProbabilityOptions = {},
): (cell: (name: string) => unknown) => Probabilities | null {
  const object = prefix === null ? OBJECTS.find((name) => names.includes(name)) : undefined;
  if (object !== undefined) return (cell) => fromObject(cell(object));
  const starts = prefix === null ? PREFIXES : [prefix];
  const start = starts.find((one) => names.filter((name) => name.startsWith(one)).length > 1);
  const columns =
    start === undefined
      ? names.filter((name) => classes.includes(name)).map((name) => [name, name] as const)
      : names.filter((name) => name.startsWith(start)).map((name) => [name, name.slice(start.length)] as const);
  if (columns.length < 2) return () => null;
  return (cell) => {
    const cells = columns.map(([name, label]) => [label, cell(name)] as const);
    if (cells.every(([, value]) => value === '' || value === null || value === undefined)) return null;
    return new Map(cells.map(([label, value]) => [label, numberOf(value)]));
  };
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === '' || value === null || value === undefined) return 0;
  return typeof value === 'string' && isNumericLabel(value.trim()) ? Number(value) : NaN;
}

function fromObject(value: unknown): Probabilities | null {
  if (typeof value === 'string') {
    if (value === '') return null;
    try {
      return fromObject(JSON.parse(value));
    } catch {
      return new Map([['', NaN]]);
    }
  }
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.length === 0 ? null : new Map(entries.map(([label, one]) => [label, numberOf(one)]));
}

/** The likeliest labels, in the order of the columns. */
export function likeliest(probabilities: Probabilities): string[] {
  const most = Math.max(...probabilities.values());
  return [...probabilities].flatMap(([label, probability]) => (probability === most ? [label] : []));
}

/**
 * Probabilities that can be used, by id, and findings for those that can't: a part below 0 or no number, a sum that is
 * not 1. Sums off by rounding are brought to 1; from the third digit on that is said once per file.
 */
export function checkProbabilities(items: Iterable<LabelledItem>): {
  readonly usable: ReadonlyMap<string, Probabilities>;
  readonly findings: readonly Finding[];
} {
  const usable = new Map<string, Probabilities>();
  const findings: Finding[] = [];
  let rounded: LabelledItem | null = null;
  let roundedItems = 0;
  for (const item of items) {
    const { id, probabilities } = item;
    if (probabilities === null || usable.has(id)) continue;
    const parts = [...probabilities.values()];
    const sum = parts.reduce((a, b) => a + b, 0);
    if (parts.some((part) => !(part >= 0)) || !(Math.abs(sum - 1) <= ROUNDED)) {
      const fault = parts.some((part) => !(part >= 0))
        ? 'one is no number from 0 to 1'
        : `their sum is ${sum.toPrecision(4)}`;
      const message = `the probabilities of ${id} are none: ${fault}; they are left out`;
      findings.push(finding('score/probabilities', item, message, { record_id: id }));
      continue;
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      rounded ??= item;
      roundedItems++;
    }
    usable.set(id, new Map([...probabilities].map(([label, part]) => [label, part / sum])));
  }
  if (rounded !== null) {
    const message = `the probabilities of ${roundedItems} item${roundedItems === 1 ? '' : 's'} do not sum to 1 (rounding); they are divided by their sum`;
    findings.push(finding('score/rounded', rounded, message, { severity: 'info' }));
  }
  return { usable, findings };
}
