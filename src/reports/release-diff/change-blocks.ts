import { heading, line, tableBlock, type Block } from '../blocks.js';
import type { ReleaseDiffReport, ShownChange } from './diff-report.js';
import { thousands, type Words } from './diff-words.js';

/** Characters of a cell that are shown. */
const MOST = 40;

/** The first changes of each table, a line each: what, id, cells with their old and new value and why. */
export function changeBlocks({ rows, tables }: ReleaseDiffReport, words: Words): Block[] {
  return rows
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ table, changes }) => {
      const counts = tables.find((one) => one.table === table);
      const all = counts ? counts.added + counts.changed + counts.withdrawn + counts.withheld : changes.length;
      const shown = changes.length < all ? `, the first ${changes.length} of ${thousands(all)}` : '';
      const cells = changes.map((one) => [one.what, words(one.id), said(one, words)]);
      return [
        heading(`changes of ${words(table)}${shown}`),
        tableBlock(['what', 'row', ''], cells, { alignments: ['left', 'left', 'left'], headShown: false }),
        ...(changes.length < all ? [line('--rows all shows every one')] : []),
      ];
    });
}

function said({ cells, why }: ShownChange, words: Words): string {
  const value = (text: string | null): string => (text === null ? '(none)' : words(cut(text)));
  const changed = cells.map(
    ({ column, old, new: now, why: own }) =>
      `${words(column)} ${value(old)} → ${value(now)}${own === '' ? '' : ` (${words(own)})`}`,
  );
  return [...changed, ...(why === '' ? [] : [words(why)])].join('; ');
}

function cut(text: string): string {
  const points = [...text];
  return points.length <= MOST ? text : `${points.slice(0, MOST - 1).join('')}…`;
}
