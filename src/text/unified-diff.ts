/** A part of a file before and after a change: whole lines (the last of the file may lack its end). Equal = unchanged. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: string[];
  /** Unchanged lines since the last change in it. */
  trailing: number;
}

/**
 * A unified diff of one file, as `patch -p1` and `git apply` read it. `changes` are all of the file's parts in order, so
 * that nothing has to be compared: what changed is known. Gives nothing when no part did. In parts, as a diff may be
 * longer than one string can be.
 */
export function* unifiedDiff(path: string, changes: Iterable<Change>): Generator<string> {
  let [oldLine, newLine] = [1, 1];
  let context: string[] = [];
  let hunk: Hunk | null = null;
  let headed = false;
  function* close(): Generator<string> {
    if (!hunk) return;
    if (!headed) yield `--- a/${path}\n+++ b/${path}\n`;
    headed = true;
    const lines = hunk.lines.slice(0, hunk.lines.length - Math.max(0, hunk.trailing - CONTEXT));
    context = hunk.lines.slice(hunk.lines.length - Math.min(hunk.trailing, CONTEXT)).map((line) => line.slice(1));
    yield `@@ -${range(hunk.oldStart, lines, '+')} +${range(hunk.newStart, lines, '-')} @@\n`;
    yield* lines.map(shown);
    hunk = null;
  }
  for (const { before, after } of changes) {
    if (before === after) {
      for (const line of linesOf(before)) {
        oldLine++;
        newLine++;
        if (!hunk) {
          context.push(line);
          if (context.length > CONTEXT) context.shift();
          continue;
        }
        hunk.lines.push(` ${line}`);
        if (++hunk.trailing > 2 * CONTEXT) yield* close();
      }
      continue;
    }
    hunk ??= {
      oldStart: oldLine - context.length,
      newStart: newLine - context.length,
      lines: context.map((line) => ` ${line}`),
      trailing: 0,
    };
    const [removed, added] = [linesOf(before), linesOf(after)];
    for (const line of removed) hunk.lines.push(`-${line}`);
    for (const line of added) hunk.lines.push(`+${line}`);
    hunk.trailing = 0;
    oldLine += removed.length;
    newLine += added.length;
  }
  yield* close();
}

/** Lines with their line feeds; a carriage return is part of the line, as it is for `patch`. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

const shown = (line: string): string => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`);

/** Where a side of a hunk begins and how many lines it has, those of the other side (`others`) aside. */
function range(start: number, lines: readonly string[], others: '+' | '-'): string {
  const count = lines.filter((line) => !line.startsWith(others)).length;
  return `${count ? start : start - 1},${count}`;
}
