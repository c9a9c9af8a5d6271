/** What a cell without quotation marks may not hold. */
const STRANGE = /["\r]/;

/**
 * The rows of a text that is CSV by the letter of RFC 4180, with LF at the end of each row: what any reader takes a
 * file of ours for. It mends and doubts nothing, as `readCsv` does, and throws where the text is anything else.
 */
export function* strictRows(text: string): Generator<string[], void, undefined> {
  let cells: string[] = [];
  let lineEnd = text.indexOf('\n');
  for (let at = 0; at < text.length;) {
    const quoted = text.charCodeAt(at) === 0x22;
    const end = quoted ? closing(text, at) + 1 : cellEnd(text, at, lineEnd);
    const cell = quoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
    if (!quoted && STRANGE.test(cell)) throw fault(text, at);
    cells.push(quoted && cell.includes('"') ? cell.replaceAll('""', '"') : cell);
    if (end > lineEnd) lineEnd = text.indexOf('\n', end);
    at = end + 1;
    if (text.charCodeAt(end) === 0x2c && at < text.length) continue;
    if (end !== lineEnd) throw fault(text, end);
    yield cells;
    cells = [];
    lineEnd = text.indexOf('\n', at);
  }
}

function cellEnd(text: string, at: number, lineEnd: number): number {
  const comma = text.indexOf(',', at);
  return comma >= 0 && comma < lineEnd ? comma : lineEnd < 0 ? text.length : lineEnd;
}

/** Where the mark stands that closes the one at `from`. */
function closing(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) throw fault(text, from);
    if (text.charCodeAt(at + 1) !== 0x22) return at;
    at += 2;
  }
}

function fault(text: string, at: number): Error {
  return new Error(`no CSV by RFC 4180: ${JSON.stringify(text.slice(at, at + 60))}`);
}
