import { classScores } from '../measures/scores/confusion.js';
import type { LabelMapping } from '../measures/scores/class-scheme.js';
import { benjaminiHochberg } from '../measures/scores/false-discovery.js';
import { mcNemar } from '../measures/scores/mcnemar.js';
import type { ScoreScale } from '../measures/scores/scale.js';
import type { ScoreConvention } from '../measures/scores/score-convention.js';
import { scoreResults } from '../measures/scores/score-results.js';
import { confusionTables, foldItems } from '../measures/scores/score-sample.js';
import { compareText } from '../model/findings.js';
import type { BreakdownReport, ComparedBreakdown } from '../reports/score-report.js';
import type { JoinedItem } from './score-join.js';

export interface BreakdownOptions {
  readonly by?: readonly string[];
  /** The categories of the whole and their places, so that every group's tables have the same. */
  readonly scale: ScoreScale;
  readonly conventions: readonly ScoreConvention[];
  readonly mapping?: LabelMapping | null;
}

/** What scores are broken down by without being asked, where items have it. */
const USUAL = ['target', 'speaker', 'quote_type'];

/** Items by what they have in a column; those that have nothing there under "". Null where none has anything. */
function groupsOf(items: readonly JoinedItem[], by: string): [string, JoinedItem[]][] | null {
  const groups = new Map<string, JoinedItem[]>();
  for (const item of items) {
    const value = (by === 'target' ? item.target : item.groups[by]) ?? '';
    const own = groups.get(value);
    if (own === undefined) groups.set(value, [item]);
    else own.push(item);
  }
  if ([...groups.keys()].every((value) => value === '')) return null;
  return [...groups].sort(([a], [b]) => compareText(a, b));
}

/** Each group by itself with its support, without intervals: for each column that items have something in. */
export function breakdowns(
  items: readonly JoinedItem[],
  { by = [], scale, conventions, mapping = null }: BreakdownOptions,
): BreakdownReport[] {
  return [...new Set([...USUAL, ...by])].flatMap((column) => {
    const groups = groupsOf(items, column);
    if (groups === null) return [];
    return [
      {
        by: column,
        groups: groups.map(([value, own]) => {
          const sample = foldItems(own, { scale });
          const { pooled } = confusionTables(sample, 0, sample.frequency);
          return {
            value,
            items: own.length,
            scores: scoreResults(sample, 0, { conventions, mapping }),
            classes: classScores(sample.categories, pooled),
          };
        }),
      },
    ];
  });
}

/** Two systems in each group by McNemar's exact test, with p-values adjusted for the number of groups of a column. */
export function comparedBreakdowns(items: readonly JoinedItem[], by: readonly string[] = []): ComparedBreakdown[] {
  return [...new Set([...USUAL, ...by])].flatMap((column) => {
    const groups = groupsOf(items, column);
    if (groups === null || groups.length < 2) return [];
    const tests = groups.map(([value, own]) => ({
      value,
      items: own.length,
      mcnemar: mcNemar(foldItems(own), [0, 1]),
    }));
    const adjusted = benjaminiHochberg(tests.map(({ mcnemar }) => mcnemar.p_value));
    return [{ by: column, groups: tests.map((test, i) => ({ ...test, q_value: adjusted[i]! })) }];
  });
}
