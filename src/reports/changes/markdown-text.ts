/** What begins or ends something in Markdown or HTML, and what GitHub makes links and notices of (@name, #12, GH-12). */
const ACTIVE = /[$&*<>[\\\]_`|~]|:(?=\/\/)|(?<=\bwww)\.|[@#]|(?<=\bGH)-(?=\d)/gi;
/** Line ends, controls, and characters that turn the direction of writing. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

/** A text cut to `most` UTF-16 units, never inside a character, on one line. */
function onOneLine(text: string, most: number): string {
  const line = text.replace(HIDDEN, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Somebody's words as plain text in Markdown, cut to `most` characters. Character references keep punctuation from
 * meaning anything; GitHub looks for @, # and GH- after it has read those, but never within code.
 */
export function markdownText(text: string, most = 200): string {
  return onOneLine(text, most).replace(ACTIVE, (found) =>
    /[@#-]/.test(found) ? `<code>${reference(found)}</code>` : reference(found),
  );
}

/** Somebody's words as code: for paths, columns, values and ids. */
export function markdownCode(text: string, most = 200): string {
  return `<code>${onOneLine(text, most).replace(ACTIVE, reference)}</code>`;
}

/** A table; its cells are Markdown already. Columns after the first `words` ones are of numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { words = 1, most = 40 }: { readonly words?: number; readonly most?: number } = {},
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i < words ? '---' : '---:'));
  const lines = [row(head), row(rule), ...rows.slice(0, most).map(row)];
  const more = rows.length - most;
  return `${lines.join('\n')}\n${more > 0 ? `\n… and ${more} more rows of this table.\n` : ''}`;
}
