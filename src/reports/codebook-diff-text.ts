import { formatRecords } from '../tables/csv-writer.js';
import { heading, line, tableBlock, blocksText, type Block } from './blocks.js';
import type { CodebookChange, CodebookDiffReport, StaleLabels } from './codebook-diff-report.js';

const TASKS = ['relabel', 'recheck', 'move', 'drop'] as const;

/** Stale labels that the text names; the CSV has all. */
const MOST = 10;

const count = (n: number, noun: string): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, ',')} ${noun}${n === 1 ? '' : 's'}`;

/** The comparison of two codebooks for a screen. */
export function codebookDiffText(report: CodebookDiffReport): string {
  const { before, after, version, changes, labels, notes } = report;
  const needed =
    version.needed === null
      ? 'no step is needed'
      : `a ${version.needed.toUpperCase()} step, to ${version.least} at least: ${version.enough ? 'done' : `NOT done, it is ${after.version}`}`;
  return blocksText([
    heading(`codebook ${before.version} (${before.path}) to ${after.version} (${after.path})`),
    line(`${count(changes.length, 'change')}; ${needed}`),
    ...notes.map((note) => line(`note: ${note}`)),
    ...(changes.length ? [heading('changes'), changeTable(changes)] : []),
    ...(labels === null
      ? [heading('labels'), line('no dataset was named, so that no label was looked at: --project DIR')]
      : labelBlocks(labels, before.version)),
  ]);
}

function changeTable(changes: readonly CodebookChange[]): Block {
  const rows = changes.map((one) => [
    one.step.toUpperCase(),
    one.name,
    one.change,
    one.task === 'none' ? '–' : one.task,
    one.labels === null || one.task === 'none' ? '–' : String(one.labels),
    said(one),
  ]);
  return tableBlock(['step', 'part', 'change', 'labels to', 'stale', ''], rows, {
    alignments: ['left', 'left', 'left', 'left', 'right', 'left'],
  });
}

/** Values before and after where they are short; definitions and rules are for the files themselves. */
function said({ change, before, after }: CodebookChange): string {
  if (['added', 'removed', 'redefined', 'reworded', 'examples'].includes(change)) return '';
  return before === null && after === null ? '' : `${before ?? 'none'} → ${after ?? 'none'}`;
}

function labelBlocks(labels: StaleLabels, version: string): Block[] {
  const { judged, others, superseded, withdrawn, files, stale } = labels;
  const done = TASKS.flatMap((task) => {
    const n = files.reduce((sum, file) => sum + file[task], 0);
    return n ? [`${task} ${n}`] : [];
  });
  const blocks: Block[] = [
    heading('labels'),
    line(
      `${stale.length} of ${count(judged, 'label')} given under ${version} ${stale.length === 1 ? 'is' : 'are'} stale${done.length ? `: ${done.join(', ')}` : ''}`,
    ),
  ];
  if (superseded) blocks.push(line(`${count(superseded, 'label')} given anew since then passed over`));
  if (withdrawn) blocks.push(line(`${count(withdrawn, 'label')} of withdrawn statements passed over`));
  for (const other of others) blocks.push(line(`${count(other.labels, 'label')} under ${other.version} not judged`));
  if (!stale.length) return blocks;
  blocks.push(
    tableBlock(
      ['batch', 'annotator', ...TASKS, 'file'],
      files.map((file) => [file.batch_id, file.annotator_id, ...TASKS.map((task) => String(file[task])), file.file]),
      { alignments: ['left', 'left', ...TASKS.map(() => 'right' as const), 'left'] },
    ),
    heading('work list'),
    ...stale
      .slice(0, MOST)
      .map((one) =>
        line(`${one.file}:${one.line}  ${one.statement_id}  ${one.field} "${one.value}"  ${one.todo}: ${one.reason}`),
      ),
  );
  if (stale.length > MOST) blocks.push(line(`… and ${stale.length - MOST} more: --format csv lists all of them`));
  blocks.push(
    heading('what to do'),
    line('a batch in batches.csv under the new codebook_version, and in its label files, as the next round:'),
    line('relabel: the label anew · recheck: the label as it stands after a second look · move: under the new name'),
    line('drop: nothing, the field is gone. Rows with a value that is no category any more leave the old files.'),
  );
  return blocks;
}

const COLUMNS = [
  ...['file', 'line', 'statement_id', 'batch_id', 'annotator_id', 'field', 'value', 'rule_id', 'todo', 'reason'],
];

/** The stale labels as CSV, a row each, in the order of file and line: a work list. */
export function codebookDiffCsv({ labels }: CodebookDiffReport): string {
  return formatRecords(COLUMNS, labels?.stale ?? []);
}
