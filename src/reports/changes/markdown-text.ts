import * as plain from '../findings/markdown-text.js';

/** A text cut to `most` UTF-16 units, never inside a character. */
function cut(text: string, most: number): string {
  const line = text.trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Somebody's words as plain text in Markdown, cut to `most` characters. */
export function markdownText(text: string, most = 200): string {
  return plain.markdownText(cut(text, most));
}

/** Somebody's words as code: for paths, columns, values and ids; cut to `most` characters. */
export function markdownCode(text: string, most = 200): string {
  return plain.markdownCode(cut(text, most));
}

/** A table of at most `most` rows; its cells are Markdown already. Columns after the first `words` ones are of numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { words = 1, most = 40 }: { readonly words?: number; readonly most?: number } = {},
): string {
  const numbers = head.flatMap((_, i) => (i < words ? [] : [i]));
  const more = rows.length - most;
  return `${plain.markdownTable(head, rows.slice(0, most), numbers)}${more > 0 ? `\n… and ${more} more rows of this table.\n` : ''}`;
}
