/** The primary figure of one labelled field. */
export interface FieldAgreement {
  readonly field: string;
  /** By name, with the level it is on: "krippendorff_alpha (nominal)". */
  readonly coefficient: string;
  /** Null where it is not defined; `reason` says why. */
  readonly value: number | null;
  readonly reason: string | null;
  readonly ci: readonly [low: number, high: number] | null;
  /** people, programs, everybody. */
  readonly group: string;
  readonly annotators: number;
  readonly units: number;
  /** Units with two labels or more. */
  readonly pairable_units: number;
}

/** Labelled units of the primary field whose statement is not in the table. */
export interface WithdrawnLabels {
  readonly units: number;
  /** The primary figure on the other units alone. */
  readonly others: FieldAgreement;
}

/** A file of labels, as an agreement report names it. */
export interface LabelFile {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
}

/**
 * Agreement on the production labels before adjudication, as a release tells it. Computed in a flow, as it takes both the
 * measures and the reports; the parts write it down. The files of labels are named when they have been written.
 */
export interface ReleaseAgreement {
  /** What reports/agreement.json holds: the form of `agree --format json`. */
  readonly report: (files: readonly LabelFile[]) => object;
  /** The methods paragraph on the primary field; null where there is no label of it. */
  readonly paragraph: (files: readonly LabelFile[]) => string | null;
  /** The primary field first. */
  readonly fields: readonly FieldAgreement[];
  /** What the labels of statements that were withdrawn change; null where there are none of the primary field. */
  readonly withdrawn: WithdrawnLabels | null;
  /** How the primary figure stands to the project's threshold, as a sentence; null where it has none. */
  readonly threshold: string | null;
  /** What must be said before any figure: who labelled, what was left out. */
  readonly notes: readonly string[];
  /** Of the bootstrap. */
  readonly seed: number;
  readonly replicates: number;
}
