import { compareText } from '../model/findings.js';
import type { Annotator, Batch, Label } from '../model/generated.js';

/** How many units (statement and field) have so many labels that count for a release. */
export interface LabelOverlap {
  readonly field: string;
  /** Whether the counted labels are persons', or of models and programs because no person labelled these units. */
  readonly by: 'persons' | 'others';
  /** Labels that count: one for each annotator. */
  readonly labels: number;
  readonly units: number;
}

/** What came in with one batch: rows of labels, statements that they are about, and annotators. */
export interface BatchLabels {
  readonly batch_id: string;
  readonly labels: number;
  readonly statements: number;
  readonly annotators: number;
}

/** Counts how labels overlap, a label after the other. */
export interface OverlapCounter {
  /** Labels must come as data/labels.csv has them: those of one statement, and in it of one field, together. */
  add(label: Pick<Label, 'statement_id' | 'field' | 'annotator_id' | 'batch_id'>): void;
  /** By field, persons first, by number of labels. Ends the counting. */
  overlap(): LabelOverlap[];
  /** By batch id. */
  batches(): BatchLabels[];
}

interface Seen {
  labels: number;
  statements: number;
  last: string;
  readonly annotators: Set<string>;
}

/**
 * A counter of the overlap between annotators. It counts as the release resolves: production batches, each annotator
 * once, persons only, or all kinds where no person labelled the unit. Only the annotators of one unit are in memory.
 */
export function overlapCounter(batches: Iterable<Batch>, annotators: Iterable<Annotator>): OverlapCounter {
  const production = new Set<string>();
  for (const batch of batches) if (batch.phase === 'production') production.add(batch.batch_id);
  const persons = new Set<string>();
  for (const one of annotators) if (one.kind === 'person') persons.add(one.annotator_id);

  const counts = new Map<string, { readonly row: LabelOverlap; units: number }>();
  const seen = new Map<string, Seen>();
  const ofUnit = new Set<string>();
  let unit = { statement_id: '', field: '' };

  const close = (): void => {
    if (!ofUnit.size) return;
    const people = [...ofUnit].filter((id) => persons.has(id)).length;
    const row = {
      field: unit.field,
      by: people ? ('persons' as const) : ('others' as const),
      labels: people || ofUnit.size,
    };
    const key = JSON.stringify(row);
    const count = counts.get(key);
    if (count) count.units++;
    else counts.set(key, { row: { ...row, units: 0 }, units: 1 });
    ofUnit.clear();
  };
  return {
    add({ statement_id, field, annotator_id, batch_id }) {
      if (unit.statement_id !== statement_id || unit.field !== field) {
        close();
        unit = { statement_id, field };
      }
      if (production.has(batch_id)) ofUnit.add(annotator_id);
      let batch = seen.get(batch_id);
      if (!batch) seen.set(batch_id, (batch = { labels: 0, statements: 0, last: '', annotators: new Set() }));
      batch.labels++;
      if (batch.last !== statement_id) batch.statements++;
      batch.last = statement_id;
      batch.annotators.add(annotator_id);
    },
    overlap() {
      close();
      return [...counts.values()]
        .map(({ row, units }) => ({ ...row, units }))
        .sort((a, b) => compareText(a.field, b.field) || compareText(b.by, a.by) || a.labels - b.labels);
    },
    batches: () =>
      [...seen.keys()].sort(compareText).map((batch_id) => {
        const { labels, statements, annotators: who } = seen.get(batch_id)!;
        return { batch_id, labels, statements, annotators: who.size };
      }),
  };
}
