import { textTable, type Alignment } from './text-table.js';

/** A piece of a report, whatever it is printed as. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'table';
      /** Names of the columns. */
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly alignments: readonly Alignment[];
      /** Whether a screen needs the names of the columns. */
      readonly headShown: boolean;
    };

export const heading = (text: string): Block => ({ kind: 'heading', text });

export const line = (text: string): Block => ({ kind: 'line', text });

/** A table; the first column is of words, the others of numbers unless said otherwise. */
export function tableBlock(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  {
    alignments = head.map((_, i) => (i === 0 ? 'left' : 'right')),
    headShown = true,
  }: { readonly alignments?: readonly Alignment[]; readonly headShown?: boolean } = {},
): Block {
  return { kind: 'table', head, rows, alignments, headShown };
}

/** Blocks as text for a screen: headings after a blank line, what belongs to them indented. */
export function blocksText(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block, i) => {
    if (block.kind === 'heading') return i === 0 ? [block.text] : ['', block.text];
    if (block.kind === 'line') return [`  ${block.text}`];
    const rows = block.headShown ? [block.head, ...block.rows] : block.rows;
    const spaced = i === 0 || blocks[i - 1]!.kind === 'heading' ? [] : [''];
    return [...spaced, ...textTable(rows, block.alignments).map((row) => `  ${row}`)];
  });
  return `${lines.join('\n')}\n`;
}

/** A cell's text cannot end the cell. */
const cell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Blocks as Markdown: for a comment on a pull request or a page. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const parts = blocks.map((block, i) => {
    if (block.kind === 'heading') return `${i === 0 ? '###' : '####'} ${block.text}`;
    if (block.kind === 'line') return block.text;
    const rules = block.alignments.map((alignment) => (alignment === 'right' ? '---:' : '---'));
    return [row(block.head), row(rules), ...block.rows.map(row)].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}
