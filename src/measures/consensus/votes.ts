import { compareCodeUnits, orderCategories, type LabelMatrix } from '../label-matrix.js';
import { foldUnits } from '../patterns.js';

/**
 * Labels as consensus methods see them: units with the same labels by the same annotators are one pattern. An annotator
 * may have given a unit several labels; each is a vote of its own.
 */
export interface Votes {
  readonly unitIds: readonly string[];
  readonly annotatorIds: readonly string[];
  readonly categories: readonly string[];
  readonly patterns: number;
  /** How many units have each pattern. */
  readonly frequency: Float64Array;
  /** The votes of pattern p are those from starts[p] to starts[p + 1]. */
  readonly starts: Int32Array;
  /** Whose vote, as an index into `annotatorIds`. */
  readonly voters: Int32Array;
  /** The category voted for, as its code. */
  readonly labels: Int32Array;
  /** The pattern of each unit; −1 for a unit without a vote. */
  readonly patternOfUnit: Int32Array;
  /** How many votes there are in all units. */
  readonly size: number;
}

/** A vote as read: unit, annotator, label. */
export interface Vote {
  readonly unit: string;
  readonly annotator: string;
  readonly label: string;
}

/** The votes of a label matrix. */
export function votesOf(matrix: LabelMatrix): Votes {
  const sample = foldUnits(matrix, { basis: 'rows' });
  const width = matrix.annotatorIds.length;
  const lists = Array.from({ length: sample.patterns }, (_, pattern) => {
    const votes: number[] = [];
    for (let a = 0; a < width; a++) {
      const label = sample.codes[pattern * width + a]!;
      if (label >= 0) votes.push(a * matrix.categories.length + label);
    }
    return votes;
  });
  return packed(matrix, lists, sample.frequency, sample.patternOfUnit);
}

/**
 * Votes from a list in which an annotator may stand several times for one unit (repeated judgements); an empty label is
 * none. Nothing depends on the order of the list but the order of `unitIds`.
 */
export function votesFrom(votes: Iterable<Vote>, { order = [] }: { readonly order?: readonly string[] } = {}): Votes {
  const given = [...votes].filter(({ label }) => label !== '');
  const { categories } = orderCategories(
    given.map(({ label }) => label),
    order,
  );
  const annotatorIds = [...new Set(given.map(({ annotator }) => annotator))].sort(compareCodeUnits);
  const annotatorAt = new Map(annotatorIds.map((id, index) => [id, index]));
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const byUnit = new Map<string, number[]>();
  for (const { unit, annotator, label } of given) {
    const vote = annotatorAt.get(annotator)! * categories.length + codeOf.get(label)!;
    const own = byUnit.get(unit);
    if (own === undefined) byUnit.set(unit, [vote]);
    else own.push(vote);
  }
  const unitIds = [...byUnit.keys()];
  const keyed = [...byUnit.values()].map((own) => own.sort((a, b) => a - b).join());
  const keys = [...new Set(keyed)];
  const patternAt = new Map(keys.map((key, pattern) => [key, pattern]));
  const patternOfUnit = Int32Array.from(keyed, (key) => patternAt.get(key)!);
  const frequency = new Float64Array(keys.length);
  for (const pattern of patternOfUnit) frequency[pattern]!++;
  const lists = keys.map((key) => key.split(',').map(Number));
  return packed({ unitIds, annotatorIds, categories }, lists, frequency, patternOfUnit);
}

/** Patterns in the order of their votes, so that no sum depends on the order of units. */
function packed(
  { unitIds, annotatorIds, categories }: Pick<Votes, 'unitIds' | 'annotatorIds' | 'categories'>,
  found: readonly (readonly number[])[],
  frequencies: Float64Array,
  foundOfUnit: Int32Array,
): Votes {
  const order = found.map((_, pattern) => pattern).sort((a, b) => compareLists(found[a]!, found[b]!));
  const lists = order.map((pattern) => found[pattern]!);
  const frequency = Float64Array.from(order, (pattern) => frequencies[pattern]!);
  const rank = new Int32Array(found.length);
  order.forEach((pattern, position) => {
    rank[pattern] = position;
  });
  const patternOfUnit = foundOfUnit.map((pattern) => (pattern < 0 ? -1 : rank[pattern]!));
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, pattern) => {
    starts[pattern + 1] = starts[pattern]! + list.length;
  });
  const flat = lists.flat();
  return {
    unitIds,
    annotatorIds,
    categories,
    patterns: lists.length,
    frequency,
    starts,
    voters: Int32Array.from(flat, (vote) => Math.floor(vote / categories.length)),
    labels: Int32Array.from(flat, (vote) => vote % categories.length),
    patternOfUnit,
    size: lists.reduce((sum, list, pattern) => sum + list.length * frequency[pattern]!, 0),
  };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** The share of a pattern's votes that each category has: patterns × categories. */
export function voteShares(votes: Votes): Float64Array {
  const size = votes.categories.length;
  const shares = new Float64Array(votes.patterns * size);
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    const from = votes.starts[pattern]!;
    const to = votes.starts[pattern + 1]!;
    for (let v = from; v < to; v++) shares[pattern * size + votes.labels[v]!]! += 1 / (to - from);
  }
  return shares;
}
