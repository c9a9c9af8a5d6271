import { annotatorsOf, leaveOneOut, type Judgement } from '../measures/scores/ceiling.js';
import { scoreResults, type ScoreOptions } from '../measures/scores/score-results.js';
import { foldItems } from '../measures/scores/score-sample.js';
import type { CeilingReport } from '../reports/score-report.js';

export interface CeilingOptions extends ScoreOptions {
  readonly order?: readonly string[];
  /** person, model or program, by annotator; empty where nothing is known. */
  readonly kinds?: ReadonlyMap<string, string>;
  readonly clusterOf?: (id: string) => string | null;
  readonly targetOf?: (id: string) => string | null;
}

/**
 * How well an annotator does against the majority of the others, on the items that are scored: what a system can
 * hardly be asked to beat. People alone where two of them are known; a note says whose ceiling it is otherwise. Null
 * with fewer than two annotators of these items.
 */
export function ceilingReport(
  judgements: readonly Judgement[],
  scored: ReadonlySet<string>,
  { order = [], kinds = new Map(), clusterOf = () => null, targetOf = () => null, ...options }: CeilingOptions = {},
): CeilingReport | null {
  const own = judgements.filter(({ id }) => scored.has(id));
  const people = own.filter(({ annotator }) => kinds.get(annotator) === 'person');
  const human = annotatorsOf(people).length > 1;
  const used = human ? people : own;
  if (annotatorsOf(used).length < 2) return null;
  const { items, ties, alone } = leaveOneOut(used, { clusterOf, targetOf });
  const results = (of: typeof items, asked: ScoreOptions): CeilingReport['scores'] =>
    scoreResults(foldItems(of, { order }), 0, asked);
  const few = { ...options, bootstrap: 0 };
  return {
    group: human ? 'people' : kinds.size === 0 ? 'annotators' : 'annotators, programs among them',
    annotators: annotatorsOf(used),
    note:
      human || kinds.size === 0
        ? null
        : 'fewer than two people are known: this is a ceiling of programs, not of people',
    items: new Set(used.map(({ id }) => id)).size,
    judgements: items.length,
    ties,
    alone,
    scores: results(items, options),
    by_annotator: annotatorsOf(used).map((annotator) => {
      const theirs = items.filter((item) => item.annotator === annotator);
      return { annotator_id: annotator, judgements: theirs.length, scores: results(theirs, few) };
    }),
  };
}
