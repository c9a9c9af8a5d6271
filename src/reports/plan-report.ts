import type { Finding } from '../model/generated.js';
import type { AgreementInput } from './agreement-report.js';

/** What one width, or one number of units, means. */
export interface PlanPoint {
  /** Whole width of the interval. */
  readonly width: number;
  /** Units with two or more labels. */
  readonly units: number;
  /** Clusters (documents) with as many units as those of the pilot; null where units are drawn singly. */
  readonly clusters: number | null;
}

/** One coefficient: what the pilot or the assumptions say, and what follows. */
export interface CoefficientPlan {
  readonly coefficient: string;
  readonly weights: string | null;
  readonly distance: string | null;
  readonly annotators?: readonly string[];
  /** In the pilot, or as assumed. */
  readonly value: number | null;
  readonly se: number | null;
  /** Where the standard error is from. */
  readonly se_method: string | null;
  /** Units and clusters of the pilot that the standard error is of; null without a pilot. */
  readonly pilot_units: number | null;
  readonly pilot_clusters: number | null;
  /** How many times the variance of independent units; null where there are no clusters. */
  readonly design_effect: number | null;
  /** How many units each wanted width takes. */
  readonly needed: readonly PlanPoint[];
  /** How wide the interval is with each given number of units. */
  readonly reached: readonly PlanPoint[];
  readonly reason: string | null;
}

/** How large a study must be. Key order is the order in JSON. */
export interface PlanReport {
  readonly input: AgreementInput | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
  readonly plans: readonly CoefficientPlan[];
  readonly findings: readonly Finding[];
}
