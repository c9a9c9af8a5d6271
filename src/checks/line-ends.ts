import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';

const NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;

/** How a line ends. */
export type LineEnd = keyof typeof NAMES;

/** Counts the line ends of a file. */
export interface LineEnds {
  /** Notes the end of a line, whose number is `line`. */
  add(end: LineEnd, line: number): void;
  /** A warning where ends are mixed, or are CR alone; null when there is nothing to say. */
  finding(file: string): Finding | null;
}

/** Starts counting. */
export function countLineEnds(): LineEnds {
  const kinds = new Map<LineEnd, { count: number; readonly line: number }>();
  let last: LineEnd | null = null;
  let current = { count: 0, line: 0 };
  return {
    add: (end, line) => {
      if (end !== last) {
        current = kinds.get(end) ?? { count: 0, line };
        kinds.set(end, current);
        last = end;
      }
      current.count++;
    },
    finding: (file) => {
      const warn = (line: number, message: string): Finding =>
        finding('file/line-ends', { file, line, column: 1 }, message, { severity: 'warning' });
      const all = [...kinds];
      if (all.length === 1 && all[0]![0] === '\r') {
        return warn(1, 'lines end with CR alone, which many programs do not take for the end of a line; write LF');
      }
      if (all.length < 2) return null;
      // Where two are equally frequent, LF is taken as meant.
      const order: readonly string[] = Object.keys(NAMES);
      const ranked = [...all].sort((a, b) => b[1].count - a[1].count || order.indexOf(a[0]) - order.indexOf(b[0]));
      const first = Math.min(...ranked.slice(1).map(([, { line }]) => line));
      const said = all.map(([end, { count }]) => `${count} ${NAMES[end]}`).join(', ');
      return warn(first, `line ends are mixed (${said}); the first that differs is here; write LF everywhere`);
    },
  };
}
