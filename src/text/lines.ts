/** A line of a text: [start, end) in UTF-16 units, without its line feed and without blanks at its ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The non-blank lines of a text in order, trimmed, with their positions. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed) {
      const from = start + raw.indexOf(trimmed);
      lines.push({ start: from, end: from + trimmed.length, text: trimmed });
    }
    start = end + 1;
  }
  return lines;
}
