import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/generated.js';
import type { Result } from '../measures/result.js';
import type { RequirementReport } from '../reports/agreement-report.js';
import { unknownName } from '../text/unknown-name.js';
import { endCommand } from './end-command.js';
import { isSpanFile } from './is-span-file.js';
import { listOf, repeated, wholeNumber } from './option-values.js';

/** The options of `agree` that also hold for spans. */
export interface SpanArguments {
  readonly labels: readonly string[] | undefined;
  readonly spans: readonly string[] | undefined;
  readonly unitizing: boolean;
  readonly project: string | undefined;
  readonly annotator: string | undefined;
  readonly label: string | undefined;
  readonly coefficients: string | undefined;
  readonly bootstrap: number;
  readonly seed: number;
  readonly interval: 'percentile' | 'bca';
  readonly require: string | undefined;
  readonly iou: number;
  readonly unmarked: 'empty' | 'unread';
  readonly documents: string | undefined;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out: string | undefined;
  readonly quiet?: boolean | undefined;
}

const measuring = ({ bootstrap, seed, interval, iou }: SpanArguments) => {
  if (!(iou > 0 && iou <= 1)) throw new UsageError('--iou takes a number above 0 and at most 1');
  return {
    bootstrap: wholeNumber('bootstrap', bootstrap, 0),
    seed: wholeNumber('seed', seed, Number.MIN_SAFE_INTEGER),
    interval,
    iou,
  };
};

/**
 * Spans instead of labels, if that is what `agree` was called with: two codings (`--spans`), or files of marked spans
 * (`--unitizing`, or files whose header says so). False where it is about labels.
 */
export async function agreeOnSpans(args: SpanArguments): Promise<boolean> {
  const { spans, labels = [], unitizing } = args;
  if (spans !== undefined) {
    await twoCodings([...spans, ...labels], args);
    return true;
  }
  if (labels.length === 0) {
    if (unitizing) throw new UsageError('--unitizing needs files of marked spans');
    return false;
  }
  if (!unitizing && !labels.every(isSpanFile)) return false;
  await markedSpans(labels, args);
  return true;
}

async function markedSpans(paths: readonly string[], args: SpanArguments): Promise<void> {
  const { documentLengths, readSpanInput } = await import('./span-input.js');
  const options = measuring(args);
  const { SPAN_COEFFICIENTS } = await import('../measures/spans/span-results.js');
  const asked = listOf(args.coefficients) ?? ['all'];
  const names = SPAN_COEFFICIENTS.filter((name) => asked.includes('all') || asked.includes(name));
  const unknown = asked.find((name) => name !== 'all' && !names.some((known) => known === name));
  if (unknown !== undefined) {
    throw new UsageError(unknownName('unknown coefficient of spans', unknown, SPAN_COEFFICIENTS));
  }
  const { annotator = null, label = null } = args;
  const input = readSpanInput(paths, { annotator, label });
  const { agreeUnitizing } = await import('../flows/agree-unitizing.js');
  const report = agreeUnitizing(input.rows, {
    ...options,
    coefficients: names,
    unmarked: args.unmarked,
    lengthOf: documentLengths(args.documents, args.project, paths[0]!),
    files: input.files,
    findings: input.findings,
  });
  // A requirement means the figure over everything, not one label, pair or looser criterion.
  const primary = report.results.filter(({ coefficient, category, annotators, criterion, labelled }) =>
    coefficient === 'span_f'
      ? labelled === true &&
        criterion?.startsWith('iou') === true &&
        (annotators?.length ?? 2) === report.input.annotators.length
      : category === undefined,
  );
  const requirements = await checked(args.require, primary);
  const { unitizingText } = await import('../reports/unitizing-text.js');
  print({ ...report, requirements }, () => unitizingText(report), args, input.unreadable);
}

async function twoCodings(paths: readonly string[], args: SpanArguments): Promise<void> {
  const { documentLengths, readCoding } = await import('./span-input.js');
  if (paths.length !== 2) throw new UsageError('--spans takes two files: two codings of the same documents');
  const options = measuring(args);
  const [first, second] = [readCoding(paths[0]!), readCoding(paths[1]!)];
  const { agreeSpans } = await import('../flows/agree-spans.js');
  const report = agreeSpans(first, second, {
    ...options,
    lengthOf: documentLengths(args.documents, args.project, paths[0]!),
    files: [first.input, second.input],
  });
  const criterion = `iou >= ${args.iou}`;
  const primary = report.levels.flatMap(({ level, results }) =>
    results.filter((one) => {
      if ('criterion' in one) return one.criterion === criterion;
      return level === 'span' || level === 'stance';
    }),
  );
  const requirements = await checked(args.require, primary);
  const { spanComparisonText } = await import('../reports/span-comparison-text.js');
  print({ ...report, requirements }, () => spanComparisonText(report), args, false);
}

async function checked(asked: string | undefined, results: readonly Result[]): Promise<RequirementReport[]> {
  const { checkRequirement, parseRequirement } = await import('../flows/agree-requirement.js');
  return repeated(asked).map((text) => checkRequirement(parseRequirement(text), results));
}

function print(
  report: { readonly findings: readonly Finding[]; readonly requirements: readonly RequirementReport[] },
  text: () => string,
  { format, out, quiet = false }: SpanArguments,
  unreadable: boolean,
): void {
  const { findings, requirements } = report;
  const lines = requirements.map(({ line }) => `${line}\n`).join('');
  const body = `${text()}${lines === '' ? '' : `\n${lines}`}`;
  const json = (): string => `${JSON.stringify(report, null, 2)}\n`;
  const printed = format === 'json' ? json() : format === 'markdown' ? `\`\`\`text\n${body}\`\`\`\n` : body;
  const unmet = requirements.some(({ met }) => !met);
  endCommand({ findings, format, out, quiet, text: printed, unreadable, unmet });
}
