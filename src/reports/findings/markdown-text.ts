import { visible } from './visible.js';

/**
 * What means something in Markdown, in HTML or to GitHub: punctuation, the ends of web addresses' beginnings, and what
 * notifies a person (@name) or links an issue (#12, GH-12).
 */
const ACTIVE = /[$&*<>[\\\]_`|~]|:(?=\/\/)|(?<=\bwww)\.|[@#]|(?<=\bGH)-(?=\d)/gi;

/**
 * A text from somebody's data as plain text inside a Markdown table or line. Punctuation becomes character references,
 * which can begin no cell, code, link, tag or emphasis. What GitHub looks for after it has read those (@, #, GH-) stands
 * in code, where it looks for nothing. Controls and line ends are made visible.
 */
export function markdownText(text: string): string {
  return visible(text).replace(ACTIVE, (found) =>
    /[@#-]/.test(found) ? `<code>${reference(found)}</code>` : reference(found),
  );
}

/** A text as code, in which GitHub links and notifies nothing: for places, rules and values. */
export function markdownCode(text: string): string {
  return `<code>${visible(text).replace(ACTIVE, reference)}</code>`;
}

/** A table as GitHub reads it; cells are Markdown already. Numbers stand to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = head.map((_, i) => (right.includes(i) ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
