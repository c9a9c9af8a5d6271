/**
 * What every text that an expression (flags i and u) matches must have, besides a long s for an s. It may ask for less
 * than is true, never for more, so that a text without it need not be tried.
 */
export interface PatternNeeds {
  /** Characters (in lower case) with which a text that begins in ASCII may begin; null when it may begin with any. */
  readonly first: ReadonlySet<string> | null;
  /** Lists of lower-case strings; of each list the text holds at least one. */
  readonly holds: readonly (readonly string[])[];
  /** Most UTF-16 units other than blanks that the text has; Infinity where there is no such number. */
  readonly most: number;
}

/** Characters that a piece of an expression may begin with (null: any), and whether it may be empty. */
interface Opening {
  readonly first: ReadonlySet<string> | null;
  readonly empty: boolean;
}

/** One piece: what it holds for sure is known of its branches. */
interface Term extends Opening {
  /** The term as written when it is a single character, '^' for the beginning, '' for anything else. */
  readonly source: string;
  readonly holds: readonly (readonly string[])[];
  readonly most: number;
}

const NOTHING: Term = { source: '', first: new Set(), empty: true, holds: [], most: 0 };

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const TERM = /\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[)|^$]|./gsuy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

/** Reads what an expression needs. */
export function patternNeeds(pattern: string): PatternNeeds {
  const reader = { pattern, at: 0 };
  const branches = alternatives(reader);
  const anchored = branches.every((terms) => terms[0]?.source === '^');
  const opening = union(branches.map(openingOf));
  const closed = anchored && branches.every((terms) => terms.at(-1)!.source === '$');
  return {
    first: anchored && !opening.empty ? opening.first : null,
    holds: heldByAll(branches),
    most: closed ? mostOf(branches) : Infinity,
  };
}

interface Reader {
  readonly pattern: string;
  at: number;
}

/** The branches of an expression or group up to its closing bracket, each as its terms. */
function alternatives(reader: Reader): Term[][] {
  const branches: Term[][] = [[]];
  while (reader.at < reader.pattern.length) {
    TERM.lastIndex = reader.at;
    const token = TERM.exec(reader.pattern)![0];
    reader.at += token.length;
    if (token === ')') break;
    if (token === '|') branches.push([]);
    else branches.at(-1)!.push(quantified(reader, termOf(reader, token)));
  }
  return branches;
}

function termOf(reader: Reader, token: string): Term {
  if (token === '^' || token === '$') return { ...NOTHING, source: token };
  if (token === '\\b' || token === '\\B') return NOTHING;
  if (token[0] === '(') {
    const branches = alternatives(reader);
    // What a look-around asks for is no part of the text; leaving it out asks for less.
    if (/[=!]$/.test(token)) return NOTHING;
    return { source: '', ...union(branches.map(openingOf)), holds: heldByAll(branches), most: mostOf(branches) };
  }
  const first = charactersOf(token);
  const marks = first && [...first].every((c) => !/[\p{L}\p{N}\s]/u.test(c)) ? [[...first]] : [];
  // A character beyond the basic plane has two units.
  return { source: token, first, empty: false, holds: marks, most: token === ' ' || token === '\\s' ? 0 : 2 };
}

function quantified(reader: Reader, term: Term): Term {
  QUANTIFIER.lastIndex = reader.at;
  const match = QUANTIFIER.exec(reader.pattern);
  if (!match || term.source === '^') return term;
  reader.at += match[0].length;
  const optional = match[1] === undefined ? match[0][0] !== '+' : Number(match[1]) === 0;
  const times =
    match[1] === undefined ? (match[0][0] === '?' ? 1 : Infinity) : Number(match[2] ? match[3] || Infinity : match[1]);
  return {
    source: '',
    first: term.first,
    empty: term.empty || optional,
    holds: optional ? [] : term.holds,
    most: term.most === 0 ? 0 : term.most * times,
  };
}

/** The characters that a single character of an expression stands for; null where they are too many. */
function charactersOf(token: string): ReadonlySet<string> | null {
  if (/^[a-z0-9 ]$/i.test(token)) return new Set([token.toLowerCase()]);
  const expression = new RegExp(`^${token}$`, 'iu');
  if (/^(?:\.|\[\^|\\[WSDpP])|^\[.*\\[WSDpP]|[^\x00-\x7f]-|-[^\x00-\x7f]/su.test(token)) return null;
  // Ranges aside, characters beyond ASCII stand for themselves.
  const candidates = [...ASCII, ...token];
  return new Set(candidates.filter((c) => expression.test(c)).map((c) => c.toLowerCase()));
}

function openingOf(terms: readonly Term[]): Opening {
  const first = new Set<string>();
  for (const term of terms) {
    if (term.first === null) return { first: null, empty: false };
    for (const c of term.first) first.add(c);
    if (!term.empty) return { first, empty: false };
  }
  return { first, empty: true };
}

function union(openings: readonly Opening[]): Opening {
  const open = openings.some(({ first }) => first === null);
  return {
    first: open ? null : new Set(openings.flatMap(({ first }) => [...(first ?? [])])),
    empty: openings.some(({ empty }) => empty),
  };
}

const mostOf = (branches: readonly (readonly Term[])[]): number =>
  Math.max(...branches.map((terms) => terms.reduce((sum, term) => sum + term.most, 0)));

/** What all of one branch's terms hold; of several branches one list, as any of them may be the one. */
function heldByAll(branches: readonly (readonly Term[])[]): readonly (readonly string[])[] {
  const each = branches.map((terms) => {
    const words = longestWords(terms);
    return [...(words.length > 2 ? [[words]] : []), ...terms.flatMap((term) => term.holds)];
  });
  if (each.length === 1) return each[0]!;
  const shortest = each.map((lists) => lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []));
  return shortest.every((list) => list.length) ? [shortest.flat()] : [];
}

function longestWords(terms: readonly Term[]): string {
  const runs = terms.map(({ source }) => (/^[a-z ]$/i.test(source) ? source.toLowerCase() : '\n')).join('');
  return runs.split('\n').reduce((best, run) => (run.length > best.length ? run : best), '');
}
