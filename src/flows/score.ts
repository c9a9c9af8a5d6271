import { orderCategories } from '../measures/label-matrix.js';
import type { LabelMapping } from '../measures/scores/class-scheme.js';
import { classScores } from '../measures/scores/confusion.js';
import { SCORE_CONVENTIONS } from '../measures/scores/index.js';
import type { ScoreConvention } from '../measures/scores/score-convention.js';
import { scoreResults } from '../measures/scores/score-results.js';
import { confusionTables, foldItems } from '../measures/scores/score-sample.js';
import { DEFAULT_FLOOR, floorInWords, type Floor } from '../measures/scores/soft-measures.js';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from '../reports/agreement-report.js';
import type { ScoreReport, SystemReport } from '../reports/score-report.js';
import { unknownName } from '../text/unknown-name.js';
import { breakdowns } from './score-breakdowns.js';
import { ceilingReport } from './score-ceiling.js';
import { comparisons } from './score-comparisons.js';
import type { LabelledItem } from './score-items.js';
import { indexItems, joinItems, sharedItems, type JoinedItem, type Lookup } from './score-join.js';
import { mapItems, type DeclaredMap } from './score-map.js';
import { softGold, softReport } from './score-soft.js';
import { goldFromJudgements, mapJudgements, withShares, type PlacedJudgement } from './score-votes.js';

/** One system's predictions. */
export interface Predictions {
  /** What the system is called in the report: the file's name. */
  readonly system: string;
  readonly items: readonly LabelledItem[];
}

export interface ScoreFlowOptions {
  /** Conventions by name; all by default. */
  readonly conventions?: readonly string[];
  /** The categories in their order, "a/b" for two on one place; those of gold and predictions by default. */
  readonly order?: readonly string[];
  readonly bootstrap?: number;
  /** Random exchanges of the randomization test; 0 for none. */
  readonly permutations?: number;
  readonly seed?: number;
  /** Draw whole clusters where items have one. */
  readonly byCluster?: boolean;
  /** Further columns to break scores down by. */
  readonly by?: readonly string[];
  /** Translation of labels before anything else. */
  readonly map?: DeclaredMap | null;
  /** From the codebook's labels to SemEval's classes, for the conventions that are about those. */
  readonly crosswalk?: LabelMapping | null;
  /** Annotators' labels: gold's distributions and the human ceiling. */
  readonly judgements?: readonly PlacedJudgement[];
  readonly kinds?: ReadonlyMap<string, string>;
  readonly lookup?: Lookup;
  readonly floor?: Floor;
  readonly bins?: number;
  readonly files?: {
    readonly gold: InputFile;
    readonly predictions: readonly InputFile[];
    readonly labels?: readonly InputFile[];
  };
  readonly notes?: readonly string[];
  readonly findings?: readonly Finding[];
}

/**
 * Scores predictions against gold, from items already read; without gold the annotators' majority is gold:
 *
 *   gold, predictions -> labels translated -> joined by id, with findings -> folded into combinations
 *     -> every convention with its intervals, classes, confusion, groups, probabilities
 *     -> every two systems on the same items; annotators against each other
 *
 * Throws UsageError for a convention that is not known and for a column to break down by that no item has.
 */
export function score(
  gold: readonly LabelledItem[] | null,
  predictions: readonly Predictions[],
  options: ScoreFlowOptions = {},
): ScoreReport {
  const { order = [], bootstrap = 1000, permutations = 4999, seed = 1, byCluster = true, by = [] } = options;
  const { map = null, crosswalk = null, lookup = () => null, floor = DEFAULT_FLOOR } = options;
  const conventions = conventionsOf(options.conventions ?? []);
  const asked = { conventions, bootstrap, seed, byCluster, order, by, mapping: crosswalk, lookup };
  const judgements = mapJudgements(options.judgements ?? [], map);
  const mappedGold = gold === null ? { items: goldFromJudgements(judgements), findings: [] } : mapItems(gold, map);
  const systems = predictions.map(({ system, items }) => ({ system, ...mapItems(items, map) }));
  const goldItems = withShares(mappedGold.items, judgements);
  const joined = joinItems(
    goldItems,
    systems.map(({ items }) => items),
    { lookup, known: new Set((gold ?? mappedGold.items).map(({ id }) => id)) },
  );
  const golden = new Map(joined.gold.map((item) => [item.id, item]));
  const indexed = systems.map(({ system, items }) => ({ system, byId: indexItems(items, 'first').byId }));
  const soft = softGold(goldItems);
  const softReports = systems.map(({ items }) =>
    softReport(soft.soft, items, { ...asked, floor, bins: options.bins ?? 10, judgements }),
  );
  const shared = indexed.map(({ byId }) => sharedItems(golden, [byId], lookup));
  const known = new Map(shared.flat().map((item) => [item.id, item]));
  const clustered = [...known.values()].some(({ cluster }) => cluster);
  // An item without a cluster is drawn alone: it counts as one.
  const clusters = new Set([...known.values()].map(({ id, cluster }) => cluster ?? `\u0000${id}`));
  checkColumns(by, [...known.values()]);
  const empty: InputFile = { path: '', sha256: '', rows: mappedGold.items.length };
  return {
    input: {
      gold: options.files?.gold ?? empty,
      predictions: options.files?.predictions ?? [],
      labels: options.files?.labels ?? [],
      items: joined.gold.length,
      categories: orderCategories(
        joined.gold.map(({ label }) => label),
        order.flatMap((entry) => entry.split('/')),
      ).categories,
      clusters: byCluster && clustered ? clusters.size : null,
    },
    options: {
      conventions: conventions.map(({ name }) => name),
      order,
      map: map === null ? null : map.name,
      bootstrap,
      permutations,
      seed,
      cluster: byCluster,
      floor: floorInWords(floor),
      bins: options.bins ?? 10,
    },
    notes: [
      ...(options.notes ?? []),
      ...(gold === null ? ['gold is the majority of the annotators; items with a tie have no gold label'] : []),
      ...(map === null ? [] : [`labels are translated by ${map.name}`]),
    ],
    systems: indexed.map(({ system }, i) => ({
      ...systemReport(system, shared[i]!, asked),
      soft: softReports[i]!.report,
    })),
    ceiling: ceilingReport(judgements, new Set(golden.keys()), {
      ...asked,
      clusterOf: (id) => known.get(id)?.cluster ?? null,
      targetOf: (id) => known.get(id)?.target ?? null,
      kinds: options.kinds ?? new Map<string, string>(),
    }),
    comparisons: comparisons(golden, indexed, { ...asked, permutations }),
    findings: [
      ...(options.findings ?? []),
      ...mappedGold.findings,
      ...systems.flatMap(({ findings }) => findings),
      ...joined.findings,
      ...soft.findings,
      ...softReports.flatMap(({ findings }) => findings),
    ],
  };
}

interface Asked {
  readonly conventions: readonly ScoreConvention[];
  readonly bootstrap: number;
  readonly seed: number;
  readonly byCluster: boolean;
  readonly order: readonly string[];
  readonly by: readonly string[];
  readonly mapping: LabelMapping | null;
}

/** A system by itself: its scores don't depend on which other system stands beside it. */
function systemReport(system: string, items: readonly JoinedItem[], asked: Asked): Omit<SystemReport, 'soft'> {
  const sample = foldItems(items, asked);
  const { categories } = sample;
  const { pooled } = confusionTables(sample, 0, sample.frequency);
  const size = categories.length;
  return {
    system,
    items: items.length,
    categories,
    scores: scoreResults(sample, 0, asked),
    classes: classScores(categories, pooled),
    confusion: categories.map((_, k) => [...pooled.subarray(k * size, (k + 1) * size)]),
    breakdowns: breakdowns(items, { ...asked, scale: sample }),
  };
}

function checkColumns(by: readonly string[], items: readonly JoinedItem[]): void {
  if (items.length === 0) return;
  const there = new Set(items.flatMap(({ groups, target }) => [...Object.keys(groups), ...(target ? ['target'] : [])]));
  const wrong = by.find((column) => !there.has(column));
  if (wrong === undefined) return;
  throw new UsageError(`no item has anything in a column "${wrong}"; there are ${[...there].join(', ') || 'none'}`);
}

function conventionsOf(names: readonly string[]): readonly ScoreConvention[] {
  if (names.length === 0 || names.includes('all')) return SCORE_CONVENTIONS;
  const all = SCORE_CONVENTIONS.map(({ name }) => name);
  return names.map((wanted) => {
    const found = SCORE_CONVENTIONS.find(({ name }) => name === wanted);
    if (found !== undefined) return found;
    throw new UsageError(unknownName('unknown convention', wanted, all));
  });
}
