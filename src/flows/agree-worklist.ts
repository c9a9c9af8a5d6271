import type { UnitPlace, UnitReport, WorkGroup } from '../reports/agreement-report.js';

/**
 * Disagreeing units grouped by the labels that are confused, the group with most of the disagreement first; within a
 * group the units keep their order. What is confused most is one question to the codebook, and decided in one go.
 */
export function worklist(units: readonly UnitReport[]): WorkGroup[] {
  const groups = new Map<string, UnitReport[]>();
  for (const unit of units) {
    const key = unit.confused.join('\u001f');
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [unit]);
    else own.push(unit);
  }
  return [...groups.values()]
    .map((items) => ({
      confused: items[0]!.confused,
      units: items.length,
      share: items.reduce((sum, { share }) => sum + share, 0),
      items,
    }))
    .sort(
      (a, b) => b.share - a.share || b.units - a.units || compare(a.confused.join('\u001f'), b.confused.join('\u001f')),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The units with their places in documents, where `placeOf` knows them. */
export function placed(units: readonly UnitReport[], placeOf: (unit: string) => UnitPlace | null): UnitReport[] {
  return units.map((unit) => ({ ...unit, place: placeOf(unit.unit_id) }));
}

/** Columns of an adjudication file; those after the schema's are context, named as custom columns are. */
export const WORKLIST_COLUMNS = [
  'statement_id',
  'field',
  'value',
  'rule_id',
  'reason',
  'decided_by',
  'x_confused',
  'x_labels',
  'x_share',
  'x_document_id',
  'x_start',
  'x_end',
  'x_speaker',
  'x_target',
  'x_text',
] as const;

/**
 * The work list as rows of adjudication.csv: value, rule, reason and decided_by are left to be filled in, the rest says
 * what there is to decide, group after group.
 */
export function worklistRows(
  groups: readonly WorkGroup[],
  field: string,
): Readonly<Record<(typeof WORKLIST_COLUMNS)[number], string | number | null>>[] {
  return groups.flatMap(({ confused, items }) =>
    items.map(({ unit_id, share, labels, place }) => ({
      statement_id: unit_id,
      field,
      value: null,
      rule_id: null,
      reason: null,
      decided_by: null,
      x_confused: confused.join(' / '),
      x_labels: Object.entries(labels)
        .map(([annotator, label]) => `${annotator}: ${label}`)
        .join('; '),
      x_share: Number(share.toFixed(6)),
      x_document_id: place?.document_id ?? null,
      x_start: place?.start ?? null,
      x_end: place?.end ?? null,
      x_speaker: place?.speaker ?? null,
      x_target: place?.target ?? null,
      x_text: place?.text ?? null,
    })),
  );
}
