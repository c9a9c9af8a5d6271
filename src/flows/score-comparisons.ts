import { scoreDifferences, type ComparisonOptions } from '../measures/scores/compare-systems.js';
import { benjaminiHochberg } from '../measures/scores/false-discovery.js';
import { mcNemar } from '../measures/scores/mcnemar.js';
import { foldItems } from '../measures/scores/score-sample.js';
import type { ComparedScore, ComparisonReport } from '../reports/score-report.js';
import { comparedBreakdowns } from './score-breakdowns.js';
import { sharedItems, type Lookup } from './score-join.js';
import type { LabelledItem } from './score-items.js';

export interface ComparisonFlowOptions extends ComparisonOptions {
  readonly order?: readonly string[];
  readonly by?: readonly string[];
  readonly lookup?: Lookup;
}

/** A system with its items by id. */
export interface IndexedSystem {
  readonly system: string;
  readonly byId: ReadonlyMap<string, LabelledItem>;
}

/** A difference counts as decided below this adjusted p-value. */
const LEVEL = 0.05;

/**
 * Every two systems on the items that both have. P-values of the randomization test (by cluster where clusters are
 * known) are adjusted for all comparisons of the report: every pair under every convention asked for.
 */
export function comparisons(
  golden: ReadonlyMap<string, LabelledItem>,
  systems: readonly IndexedSystem[],
  { order = [], by = [], lookup, ...options }: ComparisonFlowOptions = {},
): ComparisonReport[] {
  const pairs = systems.flatMap((first, i) => systems.slice(i + 1).map((second) => [first, second] as const));
  const found = pairs.map(([first, second]) => {
    const items = sharedItems(golden, [first.byId, second.byId], lookup);
    const sample = foldItems(items, { order });
    return {
      systems: [first.system, second.system] as const,
      items: items.length,
      mcnemar: mcNemar(sample, [0, 1]),
      differences: scoreDifferences(sample, [0, 1], options),
      breakdowns: comparedBreakdowns(items, by),
    };
  });
  const pValues = found.flatMap(({ differences }) => differences.map((one) => one.randomization[0]?.p_value ?? null));
  const adjusted = benjaminiHochberg(pValues);
  const count = pValues.filter((p) => p !== null).length;
  let at = 0;
  return found.map((comparison) => {
    const differences = comparison.differences.map((one): ComparedScore => {
      const p_value = one.randomization[0]?.p_value ?? null;
      return { ...one, p_value, q_value: adjusted[at++]! };
    });
    return { ...comparison, compared: count, differences, verdict: verdict(comparison.systems, differences, count) };
  });
}

const small = (p: number): string => (p < 0.001 ? p.toExponential(1) : p.toFixed(3));

/** One sentence that says who is ahead under the first convention that is defined, and whether that is decided. */
function verdict(
  [first, second]: readonly [string, string],
  differences: readonly ComparedScore[],
  compared: number,
): string {
  const one = differences.find(({ difference }) => difference !== null);
  if (one === undefined) return `${first} and ${second} can't be compared: ${differences[0]?.reason ?? 'no score'}.`;
  if (one.difference === 0) return `${first} and ${second} have the same ${one.score}; there is no order to decide.`;
  const firstAhead = one.difference! > 0 === (one.better === 'higher');
  const [ahead, behind] = firstAhead ? [first, second] : [second, first];
  const lead = `${ahead} is ahead of ${behind} by ${Math.abs(one.difference!).toFixed(4)} ${one.score}`;
  const [decided, grounds] = decision(one, compared);
  if (decided === null) return `${lead}; whether that is more than chance was not tested.`;
  return decided
    ? `${lead}, and the order is decided: ${grounds}.`
    : `${lead}, but the order is not decided: ${grounds}.`;
}

function decision(one: ComparedScore, compared: number): [decided: boolean | null, grounds: string] {
  const grounds: string[] = [];
  const votes: boolean[] = [];
  const test = one.randomization[0];
  if (test !== undefined && one.p_value !== null) {
    votes.push(one.q_value! < LEVEL);
    const adjusted = compared > 1 ? `, ${small(one.q_value!)} after adjusting for ${compared} comparisons` : '';
    const how = test.method === 'exact' ? 'exact randomization' : 'approximate randomization';
    grounds.push(`${how} by ${test.by === 'unit' ? 'item' : 'cluster'} p ${small(one.p_value)}${adjusted}`);
  }
  if (one.ci !== null) {
    const outside = one.ci[0] > 0 || one.ci[1] < 0;
    votes.push(outside);
    grounds.push(
      `the paired interval [${one.ci[0].toFixed(4)}, ${one.ci[1].toFixed(4)}] ${outside ? 'leaves out' : 'holds'} 0`,
    );
  }
  return [votes.length === 0 ? null : votes.every(Boolean), grounds.join('; ')];
}
