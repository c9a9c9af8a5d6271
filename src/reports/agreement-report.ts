import type { Result } from '../measures/result.js';
import type { Finding } from '../model/generated.js';

/** A file that labels were read from. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
}

/** Agreement at one of the nested levels on which stance is judged. */
export interface LevelReport {
  readonly level: 'position' | 'sign' | 'strength' | 'score';
  /** The question the annotators answer at this level. */
  readonly question: string;
  readonly units: number;
  readonly pairable_units: number;
  readonly results: readonly Result[];
}

export interface PairReport {
  readonly annotators: readonly [string, string];
  /** person-person, person-program, program-program; null where kinds are not known. */
  readonly kinds: string | null;
  /** Units both labelled. */
  readonly units: number;
  readonly percent_agreement: number | null;
  readonly cohen_kappa: number | null;
  readonly krippendorff_alpha: number | null;
  readonly reason: string | null;
  /** The pair's commonest confusion: the two labels and how often they met. */
  readonly most_confused: readonly [string, string, number] | null;
}

export interface CategoryReport {
  readonly category: string;
  readonly labels: number;
  /** Share of all labels. */
  readonly share: number;
  readonly specific_agreement: number | null;
  /** Alpha of the category against the rest. */
  readonly krippendorff_alpha: number | null;
  readonly reason: string | null;
}

export interface AnnotatorReport {
  readonly annotator_id: string;
  readonly kind: string | null;
  readonly labels: number;
  /** Units that somebody else labelled too. */
  readonly shared_units: number;
  /** Mean share of the others' labels on the same unit that agree. */
  readonly agreement_with_others: number | null;
  /** Alpha of the others alone. */
  readonly alpha_without: number | null;
}

/** A unit whose labels differ: work for adjudication. */
export interface UnitReport {
  readonly unit_id: string;
  /** Its share of the whole observed disagreement. */
  readonly share: number;
  /** The labels that met, in code-unit order: the pair that is confused. */
  readonly confused: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** The same annotator's labels of two rounds: test-retest. */
export interface RetestReport {
  readonly annotator_id: string;
  readonly units: number;
  readonly percent_agreement: number | null;
  readonly krippendorff_alpha: number | null;
  readonly reason: string | null;
}

/** Whether a requirement is met, in one line. */
export interface RequirementReport {
  readonly requirement: string;
  readonly met: boolean;
  readonly found: number | null;
  readonly line: string;
}

/** Everything `agree` finds out. The key order is the order in which JSON is printed. */
export interface AgreementReport {
  readonly input: {
    readonly files: readonly InputFile[];
    readonly field: string | null;
    readonly units: number;
    readonly pairable_units: number;
    readonly annotators: readonly string[];
    readonly categories: readonly string[];
    readonly clusters: number | null;
    readonly cluster_column: string | null;
  };
  readonly options: Readonly<Record<string, unknown>>;
  /** Whose agreement `results` is: people where two are known, else everybody. */
  readonly group: string;
  /** What has to be said before any number. */
  readonly notes: readonly string[];
  /** The primary result first. */
  readonly results: readonly Result[];
  /** Agreement of other groups: programs alone, everybody. */
  readonly other_groups: readonly {
    readonly group: string;
    readonly annotators: readonly string[];
    readonly results: readonly Result[];
  }[];
  readonly levels: readonly LevelReport[];
  readonly pairs: readonly PairReport[];
  readonly categories: readonly CategoryReport[];
  readonly annotators: readonly AnnotatorReport[];
  readonly retest: readonly RetestReport[];
  /** How many units have labels that differ; `units` holds the worst of them. */
  readonly disagreeing_units: number;
  readonly units: readonly UnitReport[];
  /** How often two labels met on a unit, each unordered pair once, in Krippendorff's coincidences. */
  readonly coincidences: readonly { readonly labels: readonly [string, string]; readonly count: number }[];
  readonly requirements: readonly RequirementReport[];
  /** How the primary coefficient stands to the project's own threshold; null where there is none. */
  readonly threshold: RequirementReport | null;
  readonly findings: readonly Finding[];
}
