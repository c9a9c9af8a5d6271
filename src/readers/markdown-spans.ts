/*
 * Written by hand, not as expressions: those try every sign that opens against the rest of the line, which takes minutes
 * on a line of a megabyte.
 */

/**
 * A line of Markdown in which links (`opening` "[") or pictures ("![") are their words. The words go to the first "]",
 * which "(" must follow; there are at least `least` characters of them.
 */
export function withoutLinks(line: string, opening: '[' | '![', least: number): string {
  let out = '';
  let kept = 0;
  let from = 0;
  for (let close = line.indexOf(']'); close >= 0; close = line.indexOf(']', from)) {
    const open = line.indexOf(opening, from);
    if (open < 0) break;
    const words = open + opening.length;
    from = close + 1;
    if (words + least > close || line[close + 1] !== '(') continue;
    const end = line.indexOf(')', close + 2);
    if (end < 0) break;
    out += line.slice(kept, open) + line.slice(words, close);
    kept = from = end + 1;
  }
  return out + line.slice(kept);
}

/** A line of Markdown without the double signs of strong emphasis: ** and __, around words with no blank at their ends. */
export function withoutStrong(line: string): string {
  const closing = { '**': 0, __: 0 };
  /** The first double sign at or behind a position that can close: one behind something that is no blank. */
  const closeOf = (sign: '**' | '__', least: number): number => {
    let at = closing[sign];
    if (at >= 0 && at < least) {
      at = line.indexOf(sign, least);
      while (at >= 0 && /\s/.test(line[at - 1]!)) at = line.indexOf(sign, at + 1);
      closing[sign] = at;
    }
    return at;
  };
  let out = '';
  let kept = 0;
  const signs = /\*\*(?=\S)|__(?=\S)/g;
  for (let found = signs.exec(line); found; found = signs.exec(line)) {
    const sign = found[0] as '**' | '__';
    const open = found.index;
    const close = closeOf(sign, open + 3);
    if (close < 0) {
      // The next may begin with this one's second half.
      signs.lastIndex = open + 1;
      continue;
    }
    out += line.slice(kept, open) + line.slice(open + 2, close);
    kept = signs.lastIndex = close + 2;
  }
  return out + line.slice(kept);
}
