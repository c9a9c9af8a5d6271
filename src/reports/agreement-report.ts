import type { AlternativeTest } from '../measures/alternative-annotator-test.js';
import type { Benchmark } from '../measures/benchmark.js';
import type { MarginalHomogeneity } from '../measures/marginal-homogeneity.js';
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
  /** Share of the pair's commonest category minus the share of all others, −1 to 1. */
  readonly prevalence_index: number | null;
  /** Half the summed differences between the two annotators' shares. */
  readonly bias_index: number | null;
  /** The largest kappa that the two annotators' shares allow. */
  readonly kappa_max: number | null;
  /** Whether the two use the categories equally often. */
  readonly marginal_homogeneity: MarginalHomogeneity;
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
  /** The share of all units that they labelled. */
  readonly coverage: number;
  /** Units that somebody else labelled too. */
  readonly shared_units: number;
  /** Mean share of the others' labels on the same unit that agree. */
  readonly agreement_with_others: number | null;
  /** Alpha of the others alone. */
  readonly alpha_without: number | null;
}

/** Pairs of annotators by what they are: person-person, person-program, program-program. */
export interface KindReport {
  readonly kinds: string;
  readonly pairs: number;
  /** Units that two labelled, summed over the pairs. */
  readonly shared_units: number;
  /** Over all these shared units. */
  readonly percent_agreement: number | null;
  /** The mean of the pairs' kappas that are defined. */
  readonly cohen_kappa: number | null;
}

/** How far annotators' work overlaps. */
export interface OverlapReport {
  readonly double_labelled_units: number;
  /** Of all units. */
  readonly double_labelled_share: number;
  readonly labels_per_unit: number;
  /** Pairs of annotators who share a unit, of all pairs. */
  readonly pairs_met: number;
  readonly pairs: number;
}

/** Why agreement and chance-corrected figures go together or not: indices over the pairs of the reported group. */
export interface ParadoxReport {
  readonly percent_agreement: number | null;
  readonly krippendorff_alpha: number | null;
  readonly gwet_ac1: number | null;
  readonly commonest: string;
  readonly commonest_share: number;
  readonly prevalence_index: number | null;
  readonly bias_index: number | null;
  readonly kappa_max: number | null;
  /** One sentence that says which figures differ, and why. */
  readonly sentence: string;
}

/** Where a unit stands in its document, as far as the dataset around the labels knows. */
export interface UnitPlace {
  readonly document_id: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string | null;
  readonly speaker: string | null;
  readonly target: string | null;
}

/** Units with the same confused labels: the same question, to be decided in one go. */
export interface WorkGroup {
  readonly confused: readonly string[];
  /** How many units of the work list are in it, and their share of the whole observed disagreement. */
  readonly units: number;
  readonly share: number;
  readonly items: readonly UnitReport[];
}

/** Agreement on the units (or rows) that have one value of a column. */
export interface PartReport {
  readonly value: string;
  readonly units: number;
  readonly pairable_units: number;
  readonly annotators: number;
  readonly results: readonly Result[];
}

/** Agreement broken down by a column. */
export interface ByReport {
  readonly column: string;
  /** The part with most pairable units first. */
  readonly parts: readonly PartReport[];
  /** Units with labels that have no value of the column: those labels are in no part. */
  readonly units_without: number;
}

/** One coefficient without and with a file. */
export interface Effect {
  readonly coefficient: string;
  readonly weights: string | null;
  readonly distance: string | null;
  readonly annotators?: readonly string[];
  readonly category?: string;
  readonly before: number | null;
  readonly before_ci: readonly [number, number] | null;
  readonly after: number | null;
  readonly after_ci: readonly [number, number] | null;
  /** Null where one of the two is not defined. */
  readonly change: number | null;
}

/** What a label file does to agreement. */
export interface AgainstReport {
  readonly file: string;
  readonly rows: number;
  readonly new_units: number;
  /** Units that had one label before and have several now. */
  readonly newly_pairable_units: number;
  readonly new_annotators: readonly string[];
  readonly effects: readonly Effect[];
  /** The file's annotators and how they agree with the others. */
  readonly annotators: readonly AnnotatorReport[];
  readonly sentence: string;
}

/** The alternative annotator test beside the reliability of the humans it is held against. */
export interface AlternativeReport extends AlternativeTest {
  /** The primary coefficient among the humans alone. */
  readonly reliability: Result | null;
  readonly sentence: string;
}

/** A unit whose labels differ: work for adjudication. */
export interface UnitReport {
  readonly unit_id: string;
  /** Its share of the whole observed disagreement. */
  readonly share: number;
  /** The labels that met, in code-unit order: the pair that is confused. */
  readonly confused: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Null where no dataset is at hand that knows the unit. */
  readonly place?: UnitPlace | null;
}

/** The same annotator's labels of two rounds: test-retest. */
export interface RetestReport {
  readonly annotator_id: string;
  readonly units: number;
  readonly percent_agreement: number | null;
  readonly krippendorff_alpha: number | null;
  readonly reason: string | null;
}

/** A result held against scales of words, with the probability that each word is true. */
export interface BenchmarkReport {
  readonly coefficient: string;
  readonly weights: string | null;
  readonly distance: string | null;
  readonly annotators?: readonly string[];
  readonly value: number | null;
  readonly se: number | null;
  readonly se_method: string | null;
  /** What the retained word's cumulative probability exceeds. */
  readonly confidence: number;
  readonly scales: readonly Benchmark[];
}

/** Whether a requirement is met, in one line. */
export interface RequirementReport {
  readonly requirement: string;
  readonly met: boolean;
  readonly found: number | null;
  readonly line: string;
}

/** Which labels a report speaks of. */
export interface AgreementInput {
  readonly files: readonly InputFile[];
  readonly field: string | null;
  readonly units: number;
  readonly pairable_units: number;
  readonly annotators: readonly string[];
  readonly categories: readonly string[];
  /** What is drawn as a whole; null where units are drawn. */
  readonly clusters: number | null;
  /** Units that name no cluster, each of which counts as one of its own. */
  readonly units_without_cluster: number | null;
  readonly cluster_column: string | null;
}

/** Everything `agree` finds out. The key order is the order in which JSON is printed. */
export interface AgreementReport {
  readonly input: AgreementInput;
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
  /** Pairs by what the annotators are; empty where kinds are not known. */
  readonly kinds: readonly KindReport[];
  readonly overlap: OverlapReport | null;
  readonly paradox: ParadoxReport | null;
  readonly retest: readonly RetestReport[];
  /** How many units have labels that differ; `units` holds the worst of them. */
  readonly disagreeing_units: number;
  readonly units: readonly UnitReport[];
  /** How often two labels met on a unit, each unordered pair once, in Krippendorff's coincidences. */
  readonly coincidences: readonly { readonly labels: readonly [string, string]; readonly count: number }[];
  readonly requirements: readonly RequirementReport[];
  /** How the primary coefficient stands to the project's own threshold; null where there is none. */
  readonly threshold: RequirementReport | null;
  /** `units` grouped by what is confused. */
  readonly worklist: readonly WorkGroup[];
  /** Null where they were not asked for. */
  readonly by: ByReport | null;
  readonly against: AgainstReport | null;
  readonly alternative: AlternativeReport | null;
  /** How strong the results are, where that was asked for. */
  readonly benchmarks?: readonly BenchmarkReport[];
  readonly findings: readonly Finding[];
}
