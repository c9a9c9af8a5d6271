import type { Finding } from '../model/generated.js';

/** How far a codebook's version must move: a label redefined or gone, something new or weightier, wording. */
export type VersionStep = 'major' | 'minor' | 'patch';

/**
 * What a change asks of a label: to be given anew, to be looked at again, to be written under a new name (nothing else
 * has changed), to be dropped with its field, or nothing.
 */
export type LabelTask = 'relabel' | 'recheck' | 'move' | 'drop' | 'none';

/** One difference between two codebooks. */
export interface CodebookChange {
  readonly part: 'codebook' | 'field' | 'category' | 'rule' | 'crosswalk';
  readonly change:
    | 'added'
    | 'removed'
    | 'renamed'
    | 'redefined'
    | 'reworded'
    | 'sign'
    | 'type'
    | 'level'
    | 'minimum'
    | 'maximum'
    | 'order'
    | 'examples'
    | 'name'
    | 'changed';
  /** What has changed, as `--reworded` takes it: "stance", "stance:favor", "rule:concern". */
  readonly name: string;
  readonly field: string | null;
  readonly category: string | null;
  readonly rule_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly step: VersionStep;
  readonly task: LabelTask;
  /** Labels that it makes stale; null where no labels were at hand. */
  readonly labels: number | null;
}

/** A label that can't stay as it is, where it stands, what to do with it and why. */
export interface StaleLabel {
  readonly file: string;
  readonly line: number;
  readonly statement_id: string;
  readonly batch_id: string;
  readonly annotator_id: string;
  readonly field: string;
  readonly value: string;
  readonly rule_id: string | null;
  readonly todo: Exclude<LabelTask, 'none'>;
  readonly reason: string;
}

/** Stale labels of one file, by what is to be done. */
export interface StaleFile {
  readonly file: string;
  readonly batch_id: string;
  readonly annotator_id: string;
  readonly relabel: number;
  readonly recheck: number;
  readonly move: number;
  readonly drop: number;
}

/** What the change means for the labels of a dataset. */
export interface StaleLabels {
  /** Labels that were given under the codebook before. */
  readonly judged: number;
  /** Labels under other versions of the codebook, which were not judged. */
  readonly others: readonly { readonly version: string; readonly labels: number }[];
  /** Labels passed over: given anew since then, or of statements that were withdrawn. */
  readonly superseded: number;
  readonly withdrawn: number;
  readonly files: readonly StaleFile[];
  readonly stale: readonly StaleLabel[];
}

/** Whether the later version is far enough above the earlier one. */
export interface VersionVerdict {
  /** Null where nothing has changed. */
  readonly needed: VersionStep | null;
  /** The lowest version that would do. */
  readonly least: string;
  readonly enough: boolean;
}

/** What `demarche codebook diff` found. */
export interface CodebookDiffReport {
  readonly before: { readonly path: string; readonly version: string };
  readonly after: { readonly path: string; readonly version: string };
  readonly version: VersionVerdict;
  readonly changes: readonly CodebookChange[];
  /** Null where no dataset was at hand. */
  readonly labels: StaleLabels | null;
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}
