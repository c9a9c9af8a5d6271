import type { Consensus, ConsensusMethod } from '../measures/consensus/consensus.js';
import { decide, TIE_RULES, type TieRule } from '../measures/consensus/decide.js';
import { FLOOR } from '../measures/consensus/expectation.js';
import { CONSENSUS_METHODS } from '../measures/consensus/index.js';
import { votesFrom, votesOf, type Votes } from '../measures/consensus/votes.js';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { AggregateReport, ConsensusUnit } from '../reports/aggregate-report.js';
import type { InputFile } from '../reports/agreement-report.js';
import { unknownName } from '../text/unknown-name.js';
import { settleTable, type DuplicateRule } from './agree-duplicates.js';
import { fieldFindings, ofField } from './agree-field.js';
import { checkLabels } from './agree-label-checks.js';
import type { LabelRow } from './agree-label-rows.js';
import { tableOf, tableRows, type LabelTable } from './agree-label-table.js';
import { tableMatrix } from './agree-table-matrix.js';
import type { Kinds } from './agree-tables.js';

/** How a consensus is found; everything has a default. */
export interface AggregateOptions {
  readonly method?: string;
  readonly field?: string;
  readonly ties?: string;
  /** Whether every unit gets the probabilities of its categories. */
  readonly soft?: boolean;
  readonly order?: readonly string[];
  /** The categories of the codebook; labels outside are findings. Null where there is none. */
  readonly categories?: readonly string[] | null;
  /** `keep` counts every one of an annotator's labels for a unit as a vote. */
  readonly duplicates?: DuplicateRule;
  readonly maxIterations?: number | null;
  readonly tolerance?: number;
  readonly stop?: 'bound' | 'likelihood';
  readonly seed?: number;
  readonly restarts?: number;
  readonly kinds?: Kinds;
  readonly files?: readonly InputFile[];
  readonly notes?: readonly string[];
  readonly findings?: readonly Finding[];
}

function named<T extends string>(what: string, name: string, names: readonly T[]): T {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  throw new UsageError(unknownName(`unknown ${what}`, name, names));
}

/**
 * One label per unit from several annotators' labels of one field, with the probabilities behind it and what the method
 * says about each annotator. Only each annotator's last round counts. Duplicates that no rule settles give findings and
 * no label. Throws UsageError for a method or a tie rule that is not known.
 */
export function aggregate(labels: LabelTable | Iterable<LabelRow>, options: AggregateOptions = {}): AggregateReport {
  const { field = 'stance', order = [], categories = null, soft = false, seed = 1 } = options;
  const names = CONSENSUS_METHODS.map(({ name }) => name);
  const wanted = named('method', options.method ?? 'majority', names);
  const method = CONSENSUS_METHODS.find(({ name }) => name === wanted)!;
  const ties = named<TieRule>('tie rule', options.ties ?? 'none', TIE_RULES);
  const all = tableOf(labels);
  const judged = ofField(all, field, { orNone: true });
  const { votes, ...counted } = votesIn(judged, options.duplicates ?? 'error', order);
  const findings = [
    ...(options.findings ?? []),
    ...fieldFindings(all, judged, field),
    ...checkLabels(judged, { allowed: categories ?? (order.length > 0 ? order : null) }),
    ...counted.findings,
  ];
  const reason = counted.unsettled
    ? 'an annotator labelled a unit twice; see the findings, or choose a rule with --duplicates'
    : votes.size === 0
      ? 'there are no labels'
      : null;
  const { maxIterations, tolerance, stop, restarts } = options;
  const consensus =
    reason !== null
      ? null
      : method.infer(votes, {
          ...(maxIterations === undefined || maxIterations === null ? {} : { maxIterations }),
          ...(tolerance === undefined ? {} : { tolerance }),
          ...(stop === undefined ? {} : { stop }),
          ...(restarts === undefined ? {} : { restarts }),
          seed,
        });
  const units = consensus === null ? [] : unitsOf(votes, consensus, { ties, soft, seed });
  return {
    input: {
      files: options.files ?? [],
      field: all.field === null ? null : field,
      units: votes.unitIds.length,
      labels: votes.size,
      annotators: votes.annotatorIds,
      categories: votes.categories,
    },
    options: {
      method: wanted,
      ties,
      soft,
      field,
      order,
      duplicates: options.duplicates ?? 'error',
      max_iterations: maxIterations ?? null,
      tolerance: tolerance ?? 1e-5,
      stop: stop ?? 'bound',
      seed,
    },
    method: wanted,
    title: method.title,
    source: method.source,
    convention: method.convention,
    notes: [...(options.notes ?? []), ...notesOn(method, votes, consensus)],
    iterations: consensus === null || consensus.converged === null ? null : consensus.iterations,
    converged: consensus?.converged ?? null,
    log_likelihood: consensus?.logLikelihood ?? null,
    class_priors: byCategory(votes, (k) => consensus?.classPriors[k] ?? 0, consensus === null),
    competence_is: method.competence,
    annotators: consensus === null ? [] : annotatorsOf(votes, consensus, options.kinds ?? new Map()),
    ties: units.filter(({ tied }) => tied.length > 0).length,
    units,
    reason,
    findings,
  };
}

/** The labels that vote: of each annotator the last round, duplicates by the rule. */
function votesIn(
  judged: LabelTable,
  duplicates: DuplicateRule,
  order: readonly string[],
): { votes: Votes; unsettled: boolean; findings: readonly Finding[] } {
  if (duplicates !== 'keep') {
    const { table, unsettled, findings } = settleTable(judged, { duplicates });
    return { votes: votesOf(tableMatrix(table, { order })), unsettled, findings };
  }
  const rows = tableRows(judged).filter(({ label }) => label !== '');
  const last = new Map<string, number>();
  const place = ({ unit, annotator }: LabelRow): string => `${unit}\u001f${annotator}`;
  for (const row of rows) last.set(place(row), Math.max(row.round, last.get(place(row)) ?? 0));
  const counted = rows.filter((row) => row.round === last.get(place(row)));
  return { votes: votesFrom(counted, { order }), unsettled: false, findings: [] };
}

function byCategory(votes: Votes, value: (k: number) => number, none = false): Record<string, number> {
  return none ? {} : Object.fromEntries(votes.categories.map((category, k) => [category, value(k)]));
}

function unitsOf(
  votes: Votes,
  consensus: Consensus,
  { ties, soft, seed }: { readonly ties: TieRule; readonly soft: boolean; readonly seed: number },
): ConsensusUnit[] {
  const size = votes.categories.length;
  const decisions = decide(votes, consensus, { ties, seed });
  const order = votes.unitIds.map((_, unit) => unit).sort((a, b) => compareText(votes.unitIds[a]!, votes.unitIds[b]!));
  return order.map((unit) => {
    const pattern = votes.patternOfUnit[unit]!;
    // What is only the floor of an iteration is no probability.
    const own = consensus.posterior.subarray(pattern * size, (pattern + 1) * size).map((p) => (p <= FLOOR ? 0 : p));
    const sum = own.reduce((total, p) => total + p, 0);
    const { label, best } = decisions[unit]!;
    return {
      unit_id: votes.unitIds[unit]!,
      label: label < 0 ? null : votes.categories[label]!,
      votes: votes.starts[pattern + 1]! - votes.starts[pattern]!,
      probability: own[label < 0 ? best[0]! : label]! / sum,
      tied: best.length > 1 ? best.map((k) => votes.categories[k]!) : [],
      probabilities: soft ? byCategory(votes, (k) => own[k]! / sum) : null,
    };
  });
}

function annotatorsOf(votes: Votes, { competence, confusion }: Consensus, kinds: Kinds): AggregateReport['annotators'] {
  const size = votes.categories.length;
  const labels = new Float64Array(votes.annotatorIds.length);
  for (let pattern = 0; pattern < votes.patterns; pattern++) {
    for (let v = votes.starts[pattern]!; v < votes.starts[pattern + 1]!; v++) {
      labels[votes.voters[v]!]! += votes.frequency[pattern]!;
    }
  }
  const row = (a: number, truth: number): Record<string, number> =>
    byCategory(votes, (given) => confusion![(a * size + truth) * size + given]!);
  return votes.annotatorIds.map((annotator_id, a) => ({
    annotator_id,
    kind: kinds.get(annotator_id) ?? null,
    labels: labels[a]!,
    competence: competence[a]!,
    confusion:
      confusion === null
        ? null
        : Object.fromEntries(votes.categories.map((category, truth) => [category, row(a, truth)])),
  }));
}

function notesOn(method: ConsensusMethod, votes: Votes, consensus: Consensus | null): string[] {
  if (consensus === null) return [];
  const notes: string[] = [];
  if (consensus.converged === false) {
    notes.push(`${method.title} did not converge within ${consensus.iterations} iterations: read the labels with care`);
  } else if (consensus.stoppedBy === 'bound' && consensus.gain! < 0) {
    notes.push('the bound fell at the last iteration, which is where the rule stops; --stop likelihood goes on');
  }
  if (method.name !== 'majority' && votes.annotatorIds.length < 3) {
    notes.push('with fewer than three annotators nothing tells whose error a difference is: weak evidence');
  }
  return notes;
}
