import { blocksMarkdown, blocksText, heading, line, tableBlock, type Block } from '../blocks.js';
import { markdownText } from '../findings/markdown-text.js';
import { visible } from '../findings/visible.js';
import { changeBlocks } from './change-blocks.js';
import type { DiffSideName, ReleaseDiffReport, TableDiff, ValueMove } from './diff-report.js';
import { thousands, type Words } from './diff-words.js';
import { stepBlocks } from './step-blocks.js';

/** The comparison of two releases for a screen. */
export function releaseDiffText(report: ReleaseDiffReport): string {
  return blocksText(blocks(report, visible));
}

/** The same as Markdown: for a pull request or a page. */
export function releaseDiffMarkdown(report: ReleaseDiffReport): string {
  return blocksMarkdown(blocks(report, markdownText));
}

function blocks(report: ReleaseDiffReport, words: Words): Block[] {
  const { before, after, tables, stance, splits } = report;
  const named = ({ kind, path, version }: DiffSideName): string => `${kind} ${words(version)} (${words(path)})`;
  return [
    heading(`${named(before)} to ${named(after)}`),
    ...tableBlocks(tables, words),
    ...passedBlocks(report, words),
    ...crossTable('stance of changed statements, before (down) and now (across)', stance, words),
    ...crossTable('documents moved between splits, before (down) and now (across)', splits, words),
    ...withdrawnBlocks(report, words),
    ...withheldBlocks(report, words),
    ...stepBlocks(report, words),
    ...changeBlocks(report, words),
  ];
}

function tableBlocks(tables: readonly TableDiff[], words: Words): Block[] {
  const touched = tables.filter(isTouched);
  const rest = tables.filter((one) => !touched.includes(one)).map(({ table }) => words(table));
  if (touched.length === 0) return [line('nothing has changed in any row')];
  const isWithheld = touched.some(({ withheld }) => withheld > 0);
  const rows = touched.map(({ table, only, rows_before: old, rows: now, added, changed, withdrawn, withheld }) => [
    words(table),
    thousands(old),
    thousands(now),
    ...[added, changed, withdrawn, ...(isWithheld ? [withheld] : [])].map((n) => (n === 0 ? '–' : thousands(n))),
    only === null ? '' : only === 'after' ? 'new table' : 'table is gone',
  ]);
  const counted = ['before', 'now', 'added', 'changed', 'withdrawn', ...(isWithheld ? ['standoff only'] : [])];
  const head = ['rows', ...counted, ''];
  const columns = tables.flatMap(({ table, new_columns: fresh, lost_columns: lost }) => [
    ...fresh.map((column) => line(`${words(table)}: column ${words(column)} is new`)),
    ...lost.map((column) => line(`${words(table)}: column ${words(column)} is gone`)),
  ]);
  const cells = tables
    .filter((one) => one.cells.length)
    .map(({ table, cells: own }) => [
      words(table),
      own.map(({ column, cells: n }) => `${words(column)} ${thousands(n)}`).join(', '),
    ]);
  return [
    tableBlock(head, rows, {
      alignments: ['left', ...counted.map(() => 'right' as const), 'left'],
      headShown: true,
    }),
    ...(rest.length ? [line(`unchanged: ${rest.join(', ')}`)] : []),
    ...columns,
    ...(cells.length
      ? [
          heading('cells changed, by column'),
          tableBlock(['table', 'cells'], cells, { alignments: ['left', 'left'], headShown: false }),
        ]
      : []),
  ];
}

function passedBlocks({ passed_over: passed }: ReleaseDiffReport, words: Words): Block[] {
  if (passed.length === 0) return [];
  const rows = passed.map(({ table, side, what, count, why }) => [
    words(table),
    `${thousands(count)} ${what}${count === 1 ? '' : 's'} of the ${side}`,
    words(why),
  ]);
  return [
    heading('passed over, as only a release or only a dataset can have it'),
    tableBlock(['table', '', ''], rows, { alignments: ['left', 'left', 'left'], headShown: false }),
  ];
}

const isTouched = ({
  added,
  changed,
  withdrawn,
  withheld,
  only,
  new_columns: fresh,
  lost_columns: lost,
}: TableDiff): boolean => added + changed + withdrawn + withheld > 0 || only !== null || fresh.length + lost.length > 0;

/** Values before and now, crossed; nothing where nothing has moved. */
function crossTable(title: string, moves: readonly ValueMove[], words: Words): Block[] {
  if (moves.length === 0) return [];
  const values = (side: 'old' | 'new'): (string | null)[] => [...new Set(moves.map((one) => one[side]))].sort();
  const name = (value: string | null): string => (value === null ? '(none)' : words(value));
  const across = values('new');
  const rows = values('old').map((old) => [
    name(old),
    ...across.map((now) => {
      const found = moves.find((one) => one.old === old && one.new === now);
      return found ? thousands(found.rows) : '–';
    }),
  ]);
  return [heading(title), tableBlock(['', ...across.map(name)], rows)];
}

function withdrawnBlocks({ withdrawn, withdrawn_rows: all }: ReleaseDiffReport, words: Words): Block[] {
  if (withdrawn.length === 0) return [];
  const rows = withdrawn.map(({ table, id, reason, replaced_by }) => [
    words(table),
    words(id),
    reason === null ? 'NO TOMBSTONE' : words(reason),
    replaced_by === null ? '' : `replaced by ${words(replaced_by)}`,
  ]);
  return [
    heading('withdrawn'),
    tableBlock(['table', 'id', 'reason', ''], rows, {
      alignments: ['left', 'left', 'left', 'left'],
      headShown: false,
    }),
    ...(all > withdrawn.length ? [line(`… and ${thousands(all - withdrawn.length)} more`)] : []),
  ];
}

function withheldBlocks({ withheld, withheld_documents: all }: ReleaseDiffReport, words: Words): Block[] {
  if (withheld.length === 0) return [];
  const rows = withheld.map(({ document_id: id, statements }) => [
    words(id),
    `${thousands(statements)} ${statements === 1 ? 'statement' : 'statements'}`,
  ]);
  return [
    heading('documents that are in standoff/ only now, as their texts may no longer be handed on'),
    tableBlock(['document', ''], rows, { alignments: ['left', 'left'], headShown: false }),
    ...(all > withheld.length ? [line(`… and ${thousands(all - withheld.length)} more`)] : []),
  ];
}
