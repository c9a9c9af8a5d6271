/** A place in a text: physical line and character in it, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where each value of a JSON text stands. */
export interface JsonPlaces {
  /** Place of each value by JSON pointer (RFC 6901; '' is the whole), an object's value being placed at its key. */
  readonly places: ReadonlyMap<string, TextPlace>;
  /** Keys that stand twice in one object: JSON.parse keeps the last without a word. */
  readonly twice: readonly (TextPlace & { readonly pointer: string })[];
  /** The first fault of syntax, in the same words on every platform; null for a text that parses. */
  readonly fault: (TextPlace & { readonly message: string }) | null;
}

/** Deepest nesting that is followed; no file of a dataset comes near it. */
export const DEEPEST = 200;

class Fault extends Error {}

/** Walks over a JSON text and notes where each value stands, so that findings can name line and column. */
export function jsonPlaces(text: string): JsonPlaces {
  const places = new Map<string, TextPlace>();
  const twice: (TextPlace & { pointer: string })[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let lineStart = at;

  const here = (): TextPlace => ({ line, column: at - lineStart + 1 });
  const fail = (message: string): never => {
    throw new Fault(message);
  };
  const skip = (): void => {
    for (; at < text.length; at++) {
      const c = text[at]!;
      if (c === '\n' || (c === '\r' && text[at + 1] !== '\n')) {
        line++;
        lineStart = at + 1;
      } else if (c !== ' ' && c !== '\t' && c !== '\r') return;
    }
  };
  const take = (pattern: RegExp, what: string): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? fail(at < text.length ? `${what} was expected` : 'the text ends too soon');
    at += found.length;
    return found;
  };
  // Walked over by hand: an expression for it runs out of stack on a text with millions of escapes.
  const string = (): string => {
    const start = at;
    if (text[at] !== '"') take(/"/y, 'a text in quotation marks');
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    try {
      const value = JSON.parse(text.slice(start, end + 1)) as string;
      at = end + 1;
      return value;
    } catch {
      return fail(start < text.length ? 'a text in quotation marks was expected' : 'the text ends too soon');
    }
  };

  /** Members of an object or an array, up to its closing bracket. */
  const members = (close: string, one: (index: number) => void): void => {
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return;
    }
    for (let index = 0; ; index++) {
      skip();
      one(index);
      skip();
      if (text[at] === close) break;
      take(/,/y, `"," or "${close}"`);
    }
    at++;
  };
  const value = (pointer: string, depth: number): void => {
    skip();
    if (!places.has(pointer)) places.set(pointer, here());
    if (depth > DEEPEST) fail('the values are nested too deeply');
    if (text[at] === '{') {
      const seen = new Set<string>();
      members('}', () => {
        const place = here();
        const key = string();
        const inner = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (seen.has(key)) twice.push({ ...place, pointer: inner });
        seen.add(key);
        places.set(inner, place);
        skip();
        take(/:/y, '":"');
        value(inner, depth + 1);
      });
    } else if (text[at] === '[') members(']', (index) => value(`${pointer}/${index}`, depth + 1));
    else if (text[at] === '"') string();
    else take(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y, 'a value');
  };

  try {
    value('', 0);
    skip();
    if (at < text.length) fail('something follows the end of the value');
    return { places, twice, fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { places, twice, fault: { ...here(), message: error.message } };
  }
}
