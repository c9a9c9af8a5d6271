import type { ItemColumns } from '../flows/score-items.js';
import { declaredMap, semevalCrosswalk } from '../flows/score-map.js';
import { judgementsOf } from '../flows/score-votes.js';
import { score } from '../flows/score.js';
import type { Floor } from '../measures/scores/soft-measures.js';
import { UsageError } from '../model/errors.js';
import type { InputFile } from '../reports/agreement-report.js';
import type { ScoreReport } from '../reports/score-report.js';
import { annotatorKinds } from './label-input.js';
import {
  readScoreFile,
  readVotes,
  scoreCodebook,
  scoreDataset,
  statementLookup,
  type ScoreFile,
} from './score-input.js';

/** What `score` is asked to do with which files. */
export interface ScoreRequest {
  readonly gold: string | undefined;
  readonly labels: readonly string[];
  readonly predictions: readonly string[];
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly target: string | undefined;
  readonly annotator: string | undefined;
  readonly probabilities: string | undefined;
  readonly field: string;
  /** A column, or `none`. */
  readonly cluster: string | undefined;
  readonly by: readonly string[];
  readonly project: string | undefined;
  readonly map: readonly string[];
  readonly order: readonly string[];
  readonly conventions: readonly string[];
  readonly floor: Floor;
  readonly bins: number;
  readonly bootstrap: number;
  readonly permutations: number;
  readonly seed: number;
}

/** Reads "clip:1e-12" or "add:1e-9"; throws UsageError for anything else. */
export function floorOption(value: string): Floor {
  const [rule, number = ''] = value.split(':');
  const size = Number(number);
  if ((rule === 'clip' || rule === 'add') && size > 0 && size < 1) return { rule, size };
  throw new UsageError(`--floor takes clip:SIZE or add:SIZE with a size between 0 and 1, not "${value}"`);
}

/** Reads the files of a request and scores them. `readable` is false where one could not be read at all. */
export function scoreFiles(request: ScoreRequest): { readonly report: ScoreReport; readonly readable: boolean } {
  const { id = null, label = null, target = null, annotator = null, field, by } = request;
  if (request.gold === undefined && request.labels.length === 0) {
    throw new UsageError('score needs --gold or --labels');
  }
  const cluster = request.cluster === undefined || request.cluster === 'none' ? null : request.cluster;
  const columns: ItemColumns = {
    id,
    label,
    target,
    cluster,
    field,
    by,
    probabilities: request.probabilities ?? null,
  };
  const votes = { unit: id, annotator, label, cluster };
  const gold = request.gold === undefined ? null : readScoreFile(request.gold, columns, votes);
  const labels = request.labels.map((path) => readVotes(path, votes));
  const goldLabels = (gold?.items ?? []).map((item) => item.label);
  const rows = [...(gold?.rows ?? []), ...labels.flatMap((file) => file.rows)];
  const classes = [...new Set([...goldLabels, ...rows.map((row) => row.label)])].filter((name) => name !== '');
  const systems = request.predictions.map((path) => readScoreFile(path, { ...columns, classes }));
  const dataset = scoreDataset(request.project, [
    ...(request.gold === undefined ? [] : [request.gold]),
    ...request.labels,
    ...request.predictions,
  ]);
  const codebook = scoreCodebook(dataset);
  const judged = judgementsOf(rows, field);
  const fromVotes = gold === null || gold.rows.length > 0;
  const files: readonly ScoreFile[] = [...(gold === null ? [] : [gold]), ...labels, ...systems];
  const report = score(
    fromVotes ? null : gold.items,
    systems.filter(({ readable }) => readable).map(({ file, items }) => ({ system: file.path, items })),
    {
      ...request,
      map: declaredMap(request.map, codebook),
      byCluster: request.cluster !== 'none',
      crosswalk: semevalCrosswalk(codebook, field),
      judgements: judged.judgements,
      kinds: annotatorKinds(dataset),
      lookup: statementLookup(dataset, cluster, by),
      files: {
        gold: gold?.file ?? majorityFile(labels),
        predictions: systems.map(({ file }) => file),
        labels: labels.map(({ file }) => file),
      },
      findings: [...files.flatMap(({ findings }) => findings), ...judged.findings],
    },
  );
  if (cluster !== null && report.input.clusters === null && report.input.items > 0) {
    throw new UsageError(`no item has anything in the column "${cluster}" of --cluster`);
  }
  return { report, readable: files.every((file) => file.readable) };
}

/** Gold that no file holds: what the report says of it. */
function majorityFile(labels: readonly ScoreFile[]): InputFile {
  if (labels.length === 1) return labels[0]!.file;
  const rows = labels.reduce((sum, { file }) => sum + file.rows, 0);
  return { path: `majority of ${labels.length} label files`, sha256: '', rows };
}
