import type { Token } from '../../text/tokens.js';

/** Finds known phrases (names, targets) in tokens; the longest wins. */
export interface PhraseIndex<T> {
  /** The longest phrase that begins at token i and ends at or before `last`; null when there is none. */
  at(
    tokens: readonly Token[],
    i: number,
    last: number,
  ): { readonly last: number; readonly values: readonly T[] } | null;
  /** True for the key of a token that begins or continues some phrase. */
  knows(key: string): boolean;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

/** Makes an index of phrases, each already cut into tokens. */
export function phraseIndex<T>(
  phrases: Iterable<{ readonly tokens: readonly Token[]; readonly value: T }>,
): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  const words = new Set<string>();
  for (const { tokens, value } of phrases) {
    let node = root;
    for (const token of tokens) {
      const key = token.key;
      if (key === '') continue;
      words.add(key);
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new Map(), values: [] }));
      node = next;
    }
    if (node !== root) node.values.push(value);
  }
  return {
    knows: (key) => words.has(key),
    at: (tokens, i, last) => {
      if (i > last) return null;
      // Most words begin no phrase.
      let node = root.next.get(tokens[i]!.key);
      if (!node) return null;
      let best: { last: number; values: readonly T[] } | null = node.values.length
        ? { last: i, values: node.values }
        : null;
      for (let j = i + 1; j <= last && node.next.size; j++) {
        const key = tokens[j]!.key;
        // A hyphen or full stop between the words of a name is no difference ("Nagorno - Karabakh").
        if (key === '') continue;
        node = node.next.get(key);
        if (!node) break;
        if (node.values.length) best = { last: j, values: node.values };
      }
      return best;
    },
  };
}
