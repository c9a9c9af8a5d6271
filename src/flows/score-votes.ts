import { majorityOf, votesByItem, type Judgement } from '../measures/scores/ceiling.js';
import type { Finding } from '../model/generated.js';
import { settleLabels } from './agree-duplicates.js';
import { labelPlace, type LabelRow } from './agree-label-rows.js';
import type { LabelledItem } from './score-items.js';
import { mapLabel, type DeclaredMap } from './score-map.js';

/** A judgement with its place in a label file. */
export interface PlacedJudgement extends Judgement {
  readonly row: LabelRow;
}

/**
 * The judgements of one field in label rows: each annotator's last round; of duplicates the first, with a finding.
 */
export function judgementsOf(
  rows: Iterable<LabelRow>,
  field: string,
): { readonly judgements: readonly PlacedJudgement[]; readonly findings: readonly Finding[] } {
  const own = [...rows].filter((row) => row.field === null || row.field === field);
  const { rows: settled, findings } = settleLabels(own, { advice: 'the first counts; delete one' });
  const judgements = settled.map((row) => ({ id: row.unit, annotator: row.annotator, label: row.label, row }));
  return { judgements, findings };
}

/** Judgements with their labels translated; those whose label has no class are left out. */
export function mapJudgements(
  judgements: readonly PlacedJudgement[],
  declared: DeclaredMap | null,
): readonly PlacedJudgement[] {
  if (declared === null) return judgements;
  return judgements.flatMap((judgement) => {
    const label = mapLabel(declared, judgement.label);
    return label === null ? [] : [{ ...judgement, label }];
  });
}

/** Gold from judgements: shares of the votes, and as label the commonest; none where two are equally common. */
export function goldFromJudgements(judgements: readonly PlacedJudgement[]): LabelledItem[] {
  const first = new Map<string, PlacedJudgement>();
  for (const judgement of judgements) if (!first.has(judgement.id)) first.set(judgement.id, judgement);
  return [...votesByItem(judgements)].map(([id, votes]) => {
    const { row } = first.get(id)!;
    return {
      id,
      label: majorityOf(votes) ?? '',
      target: null,
      cluster: row.cluster,
      groups: {},
      probabilities: sharesOf(votes),
      ...labelPlace(row),
    };
  });
}

/** Gold items with the shares of their votes as distribution, where the file has none of its own. */
export function withShares(gold: readonly LabelledItem[], judgements: readonly Judgement[]): LabelledItem[] {
  const votes = votesByItem(judgements);
  return gold.map((item) => {
    const own = votes.get(item.id);
    if (item.probabilities !== null || own === undefined) return item;
    return { ...item, column: item.column, probabilities: sharesOf(own) };
  });
}

function sharesOf(votes: ReadonlyMap<string, number>): Map<string, number> {
  const count = [...votes.values()].reduce((sum, one) => sum + one, 0);
  return new Map([...votes].map(([label, one]) => [label, one / count]));
}
