import { compareCodeUnits } from '../label-matrix.js';
import type { ScoredItem } from './score-sample.js';

/** One annotator's label of an item. */
export interface Judgement {
  readonly id: string;
  readonly annotator: string;
  readonly label: string;
}

/** A judgement beside what the other annotators of the item say. */
export interface LeftOut extends ScoredItem {
  readonly annotator: string;
}

/** The labels of each item by how often they were given. */
export function votesByItem(judgements: readonly Judgement[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const votes = new Map<string, Map<string, number>>();
  for (const { id, label } of judgements) {
    const own = votes.get(id) ?? new Map<string, number>();
    votes.set(id, own.set(label, (own.get(label) ?? 0) + 1));
  }
  return votes;
}

/** The commonest label; null where two are equally common or there is none. */
export function majorityOf(votes: Iterable<readonly [label: string, count: number]>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [label, count] of votes) {
    if (count > most) [best, most] = [label, count];
    else if (count === most) best = null;
  }
  return most === 0 ? null : best;
}

/**
 * The human ceiling: every judgement as a prediction of the majority of the item's other judgements, ties out. Items are
 * clusters, as the judgements of one share their labels; `clusterOf` puts items of a document together. An annotator who
 * judged an item twice counts twice.
 */
export function leaveOneOut(
  judgements: readonly Judgement[],
  {
    clusterOf = () => null,
    targetOf = () => null,
  }: {
    readonly clusterOf?: (id: string) => string | null;
    readonly targetOf?: (id: string) => string | null;
  } = {},
): { readonly items: LeftOut[]; readonly ties: number; readonly alone: number } {
  const votes = votesByItem(judgements);
  const items: LeftOut[] = [];
  let ties = 0;
  let alone = 0;
  for (const { id, annotator, label } of judgements) {
    const others = [...votes.get(id)!].map(([name, count]) => [name, count - (name === label ? 1 : 0)] as const);
    const gold = majorityOf(others);
    if (gold !== null) {
      const where = { cluster: clusterOf(id) ?? `\u0001${id}`, target: targetOf(id) };
      items.push({ gold, predictions: [label], annotator, ...where });
    } else if (others.some(([, count]) => count > 0)) ties++;
    else alone++;
  }
  return { items, ties, alone };
}

/** The annotators of judgements, in code-unit order. */
export function annotatorsOf(judgements: readonly { readonly annotator: string }[]): string[] {
  return [...new Set(judgements.map(({ annotator }) => annotator))].sort(compareCodeUnits);
}

/**
 * How often a system's label differs from an annotator's, over all judgements of the items it labelled. Null without
 * any.
 * Source: Learning With Disagreements 2025, perspectivist evaluation, error rate over judgements.
 */
export function judgementError(
  judgements: readonly Judgement[],
  labels: ReadonlyMap<string, string>,
): { readonly value: number | null; readonly judgements: number } {
  const judged = judgements.filter(({ id }) => labels.has(id));
  const wrong = judged.filter(({ id, label }) => labels.get(id) !== label).length;
  return { value: judged.length === 0 ? null : wrong / judged.length, judgements: judged.length };
}
