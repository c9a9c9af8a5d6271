/**
 * demarche as a library: documents to a table of statements, its validation and release, agreement and scores.
 * Flows are pure (rows in, rows and findings out); the functions of files/ read and write.
 */
export { convert, type ConvertOptions, type ConvertResult } from './flows/convert.js';
export { validate, validateInto, type Validation } from './flows/validate.js';
export { fix, type FixedFile } from './flows/fix.js';
export { release, type ReleaseOptions, type ReleaseResult } from './flows/release.js';
export { agree } from './flows/agree.js';
export { score } from './flows/score.js';

export { labelRows, type LabelRow } from './flows/agree-label-rows.js';
export { csvItems, jsonItems } from './flows/score-items.js';
export { resolveLabels } from './flows/resolve-labels.js';
export { keepIds } from './flows/keep-ids.js';
export { standoff, standoffDataset, type StandoffInput } from './releases/standoff.js';
export { agreementResults } from './measures/agreement-results.js';
export { labelMatrix } from './measures/label-matrix.js';
export { COEFFICIENTS } from './measures/coefficients/index.js';

export { makeExtractor, type Extractor } from './extract/extractor.js';
export { labelers } from './extract/labelers/index.js';
export type { Labeler, LabelInput, StanceLabel } from './extract/labelers/labeler.js';
export { readers } from './readers/index.js';
export type { Reader } from './readers/reader.js';
export type { Source } from './readers/source.js';
export { checks } from './checks/index.js';
export type { Check } from './checks/check.js';
export { findingFormats } from './reports/findings/index.js';
export { reportFindings, tallyFindings } from './reports/findings/tally.js';

export { baselineOf, formatBaseline, matchBaseline, updatedBaseline } from './checks/baseline.js';
export { readCsv } from './tables/csv-reader.js';
export { keyedDiff, type KeyedDiff } from './tables/keyed-diff.js';
export { stackTables } from './tables/stack-tables.js';
export { typedRows } from './tables/typed-rows.js';
export { formatCsv } from './tables/csv-writer.js';

export { loadLexicons } from './files/lexicons.js';
export { statementRows, statementsFile, type StatementCells } from './files/statement-rows.js';
export { loadPrevious } from './files/previous.js';
export { listSources, loadSource } from './files/sources.js';
export { loadCodebook, openDataset, datasetLabels, datasetTable } from './files/dataset.js';
export { readReleaseDataset } from './files/release-dataset.js';
export { gatherInput } from './files/validate-input.js';

export { ReaderError, UsageError } from './model/errors.js';
export { statementId, utteranceId, slug } from './model/ids.js';
export { schemas } from './model/generated.js';
export { tables, tableOf, type Column, type Table } from './model/tables.js';
export { emptyLexicons, type Lexicons } from './model/lexicons.js';
export type * from './model/generated.js';

export { aggregate, type AggregateOptions } from './flows/aggregate.js';
export { agreeAgainst } from './flows/agree-against.js';
export { agreeAlternative } from './flows/agree-alternative.js';
export { agreeBy, valueIn, valueOfUnit } from './flows/agree-by.js';
export { alternativeAnnotatorTest } from './measures/alternative-annotator-test.js';
export { CONSENSUS_METHODS } from './measures/consensus/index.js';
export { votesFrom, votesOf } from './measures/consensus/votes.js';
export { agreementText } from './reports/agreement-text.js';
export { agreementMarkdown } from './reports/agreement-markdown.js';
export { methodsParagraph } from './reports/agreement-methods.js';

export { declaredMap, semevalCrosswalk } from './flows/score-map.js';
export { judgementsOf } from './flows/score-votes.js';
export { SCORE_CONVENTIONS } from './measures/scores/index.js';
export { scoreDifferences } from './measures/scores/compare-systems.js';
export { scoreResults } from './measures/scores/score-results.js';
export { foldItems } from './measures/scores/score-sample.js';
export { softResults } from './measures/scores/soft-results.js';
export { softSample } from './measures/scores/soft-sample.js';
export { scoreMarkdown, scoreText } from './reports/score-text.js';

export { agreeUnitizing } from './flows/agree-unitizing.js';
export { spanRows } from './flows/agree-span-rows.js';
export { agreeSpans } from './flows/agree-spans.js';
export { csvStatements, jsonStatements } from './flows/agree-statement-rows.js';
export { planFromAssumptions, planFromPilot } from './flows/plan.js';
export { benchmark } from './measures/benchmark.js';
export { marginalHomogeneity } from './measures/marginal-homogeneity.js';

export {
  attributionFigures,
  classFigures,
  countAttributions,
  type GoldAttribution,
} from './measures/extraction/attributions.js';
export { countCriticism, criticismFigures, type GoldUnit } from './measures/extraction/criticism.js';
export { measureFigures, type Counts, type Figure, type MeasuredFigure } from './measures/extraction/figures.js';
export { countStances, stanceFigures, type GoldStance } from './measures/extraction/stances.js';
export { countTurnStarts, turnFigures, type TurnStart } from './measures/extraction/turn-starts.js';

export { checkActors, checkTargets, CHECKED_COLUMNS, type CheckNamesOptions } from './flows/check-names.js';
export type { MentionGroup, MentionList, NameCheckReport } from './reports/name-check-report.js';
export { nameCheckCsv, nameCheckText } from './reports/name-check-text.js';

export { initProject, type InitFile, type InitMaterials, type InitResult } from './flows/init.js';
export type { InitChoices } from './flows/init-heads.js';
export { checkedCodebook } from './flows/check-codebook.js';
export { codebookDiff, type CodebookDiffOptions, type ReadCodebook } from './flows/codebook-diff.js';
export type { CodebookChange, CodebookDiffReport, StaleLabel } from './reports/codebook-diff-report.js';
export { codebookDiffCsv, codebookDiffText } from './reports/codebook-diff-text.js';
export { codebookPage } from './releases/codebook-page.js';

export { releaseDiff, type ReleaseDiff, type ReleaseDiffOptions } from './flows/release-diff.js';
export type { ReleaseDiffReport } from './reports/release-diff/diff-report.js';
export { releaseDiffMarkdown, releaseDiffText } from './reports/release-diff/diff-text.js';
export { testDocuments, versionStep, type ReleaseStep, type VersionStepOptions } from './flows/version-step.js';
export { versionFindings } from './flows/version-findings.js';
export { makeDelta, type DeltaOptions } from './releases/make-delta.js';
export { applyDelta, type RebuiltFile } from './releases/apply-delta.js';
export { deltaPieces, parseDelta } from './releases/delta-text.js';
export { deltaCsvPieces } from './releases/delta-csv.js';
export type { ChangeReason, Delta, DeltaHead, DeltaOp } from './releases/delta.js';
export { openDelta } from './files/delta-file.js';
export { openRelease } from './files/open-release.js';
export { openSide } from './files/open-side.js';
export { rowsAsCsv, type CsvTable } from './tables/csv-table.js';
export { memoryStore, type RowStore } from './tables/row-store.js';
export { diskStore } from './files/disk-store.js';

export { hydrate, type HydratedDocument, type HydrateOptions, type HydrateState } from './flows/hydrate.js';
export type { HydratedRow, HydratedRows, HydrateShare } from './flows/hydrate-rows.js';
export type { AnnotatedDocument, DocumentCopies, DocumentCopy } from './releases/hydration.js';
export { openCopies, type OpenCopies } from './files/document-copies.js';
export { openStandoff, readStandoff, type ReadStandoff } from './files/standoff-folder.js';
export { hydratedFiles, hydratedProject, type HydratedTables } from './files/hydrated-folder.js';
export type { HydrateCounts, HydrateDocumentReport, HydrateReport } from './reports/hydrate-report.js';
export { hydrateText } from './reports/hydrate-text.js';
export { exactForm, type CopyForm, type ExactForm, type SoughtText } from './text/copy-forms.js';
