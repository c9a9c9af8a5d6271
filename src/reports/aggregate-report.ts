import type { Finding } from '../model/generated.js';
import type { InputFile } from './agreement-report.js';

/** The consensus on one unit. */
export interface ConsensusUnit {
  readonly unit_id: string;
  /** Null where a tie is left open. */
  readonly label: string | null;
  /** How many labels it has. */
  readonly votes: number;
  /** The probability of the label (for majority: its share of the votes); of a tie the highest one. */
  readonly probability: number;
  /** The categories that share the highest probability, where there are several. */
  readonly tied: readonly string[];
  /** How probable each category is: the soft label. Null unless asked for. */
  readonly probabilities: Readonly<Record<string, number>> | null;
}

/** What the method found out about one annotator. */
export interface ConsensusAnnotator {
  readonly annotator_id: string;
  readonly kind: string | null;
  readonly labels: number;
  /** Between 0 and 1; `competence_is` of the report says what. */
  readonly competence: number;
  /** By true category, by given category; null where the method has none. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}

/** Everything `aggregate` finds out. The key order is the order in which JSON is printed. */
export interface AggregateReport {
  readonly input: {
    readonly files: readonly InputFile[];
    readonly field: string | null;
    readonly units: number;
    readonly labels: number;
    readonly annotators: readonly string[];
    readonly categories: readonly string[];
  };
  readonly options: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly title: string;
  readonly source: string;
  readonly convention: string;
  /** What has to be said before any label. */
  readonly notes: readonly string[];
  /** Null where the method does not iterate, or nothing was inferred. */
  readonly iterations: number | null;
  readonly converged: boolean | null;
  readonly log_likelihood: number | null;
  /** How common each category is under the method. */
  readonly class_priors: Readonly<Record<string, number>>;
  readonly competence_is: string;
  readonly annotators: readonly ConsensusAnnotator[];
  /** Units whose most probable categories tie. */
  readonly ties: number;
  /** In code-unit order of their ids. */
  readonly units: readonly ConsensusUnit[];
  /** Why there are no labels, else null. */
  readonly reason: string | null;
  readonly findings: readonly Finding[];
}
