/** How a column of a text table stands: words to the left, numbers to the right. */
export type Alignment = 'left' | 'right';

/**
 * Rows as lines of aligned columns, two blanks apart, without a blank at the end of a line. Width is counted in code
 * points, which is right for the labels and numbers that stand here.
 */
export function textTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string[] {
  const length = (cell: string): number => [...cell].length;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => length(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat(widths[i]! - length(cell));
        return alignments[i] === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A number with three decimals, as reports print it; "–" for none. */
export function decimals(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined) return '–';
  // A value that rounds to zero from below is no minus zero.
  return (Number(value.toFixed(digits)) + 0).toFixed(digits);
}

/** An interval as "[0.512, 0.634]"; "" for none. */
export function interval(ci: readonly [number, number] | null): string {
  return ci === null ? '' : `[${decimals(ci[0])}, ${decimals(ci[1])}]`;
}
