/**
 * Paragraphs of a text as one line each: a line break between two lines of a paragraph becomes a blank. A paragraph
 * ends at a blank line. The length stays the same.
 */
export function joinLines(text: string): string {
  return text.replace(/(?<=[^\n])\n(?=[^\n])/g, ' ');
}

/** A text whose longest line is shorter was not broken by a program: its lines are lists or verse. */
const NARROWEST = 30;

/**
 * Lines that a program has broken put together again: a line break becomes a blank where the next word would not have
 * fitted on the line, the longest line telling how long one could be. The length stays the same.
 */
export function unwrapLines(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width < NARROWEST) return text;
  return lines.reduce((out, line, i) => {
    if (i === 0) return line;
    const before = lines[i - 1]!;
    const word = line.indexOf(' ') < 0 ? line.length : line.indexOf(' ');
    const isBroken = before !== '' && line !== '' && before.length + 1 + word > width;
    return `${out}${isBroken ? ' ' : '\n'}${line}`;
  }, '');
}

/**
 * Every line broken at blanks so that none is longer than `width` where its words allow that, as text programs do: as
 * many words on a line as fit. The length stays the same.
 */
export function wrapLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.length <= width ? line : wrapped(line, width)))
    .join('\n');
}

function wrapped(line: string, width: number): string {
  let out = '';
  let from = 0;
  while (line.length - from > width) {
    let at = line.lastIndexOf(' ', from + width);
    if (at <= from) at = line.indexOf(' ', from + width);
    if (at < 0) break;
    out += `${line.slice(from, at)}\n`;
    from = at + 1;
  }
  return out + line.slice(from);
}
