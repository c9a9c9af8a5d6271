import type { Finding } from '../../model/generated.js';

/** What became of the rows of one table. */
export interface TableRows {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Changed cells by column, the most first. */
  readonly cells: readonly { readonly column: string; readonly cells: number }[];
  /** Columns that came and that went. */
  readonly newColumns: readonly string[];
  readonly lostColumns: readonly string[];
}

/** A speaker or target that no statement had before, and how many have it now. */
export interface NewName {
  readonly name: string;
  readonly statements: number;
}

/** How often a column or a labelled field has each of its values, before and after. */
export interface Shares {
  /** "labels" for what annotators gave, else the table. */
  readonly table: string;
  readonly field: string;
  readonly before: number;
  readonly after: number;
  readonly values: readonly { readonly value: string; readonly before: number; readonly after: number }[];
}

/** What a label file does to agreement: the project's coefficient without it and with it. */
export interface AgreementEffect {
  readonly file: string;
  readonly field: string;
  readonly coefficient: string;
  readonly without: number | null;
  readonly with: number | null;
  readonly ci: readonly [number, number] | null;
  /** Units with two or more labels, with the file, and how many of them the file made so. */
  readonly units: number;
  readonly newUnits: number;
  /** Why there is no figure; null where there is one. */
  readonly reason: string | null;
}

/** How many findings there are of each severity. */
export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** What a contribution changes, for everybody who may read the pull request: nothing in it judges a person's work. */
export interface ChangeReport {
  /** The revision as it was asked for, and the commit that it came to. */
  readonly revision: string;
  readonly commit: string;
  readonly tables: readonly TableRows[];
  readonly otherFiles: readonly { readonly path: string; readonly what: string }[];
  readonly renamed: readonly { readonly old: string; readonly new: string }[];
  readonly speakers: readonly NewName[];
  readonly targets: readonly NewName[];
  readonly shares: readonly Shares[];
  readonly agreement: readonly AgreementEffect[];
  /** Touched label files that no effect was computed for. */
  readonly agreementLeftOut: number;
  /** Findings that are not known: its errors block. */
  readonly fresh: SeverityCounts;
  readonly known: SeverityCounts;
  /** Faults of the baseline that are mended; null without one. */
  readonly mended: number | null;
  /** The worst findings that are not known. */
  readonly worst: readonly Finding[];
}

/**
 * Rules that speak of a person's work rather than of a row. They are for whoever coordinates the annotators (`demarche
 * agree`), and stand in nothing that is public.
 */
export const annotatorRules: readonly string[] = [
  'label/chance-level',
  'label/too-perfect',
  'label/constant',
  'label/annotator-case',
];
