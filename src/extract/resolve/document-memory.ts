import { isCapitalised } from '../../text/letters.js';
import type { Token } from '../../text/tokens.js';
import { bestEntry } from './mention-parts.js';
import type { Registry, Resolution } from './resolution.js';

/** Who and what a document has named so far; the latest is last in every list. It changes as the document is read. */
export interface DocumentMemory {
  /** Persons named. */
  readonly seen: string[];
  /** Persons who spoke since the last unknown speaker. */
  readonly persons: string[];
  /** Folded surnames of full names that are in no registry: they must not be taken for somebody else. */
  readonly strangers: Set<string>;
  /** States named, alpha-3. */
  readonly states: string[];
  /** Pairs of states named side by side ("Armenia and Azerbaijan"). */
  readonly pairs: (readonly string[])[];
  /** "he" or "she", as the document has used it of a person. */
  readonly pronouns: Map<string, string>;
  /** Whoever spoke last. */
  speakers: readonly Resolution[];
}

/** A memory with nothing in it. */
export function emptyMemory(): DocumentMemory {
  return { seen: [], persons: [], strangers: new Set(), states: [], pairs: [], pronouns: new Map(), speakers: [] };
}

/** Moves an id to the end of a list. */
export function touch(list: string[], id: string): void {
  const at = list.indexOf(id);
  if (at >= 0) list.splice(at, 1);
  list.push(id);
}

/** The person of that surname who was named before in full, the latest; null when there is none. */
export function knownSurname(memory: DocumentMemory, token: Token, registry: Registry): string | null {
  const { key } = token;
  const holders = registry.names.surnames.get(key);
  if (!holders || memory.strangers.has(key)) return null;
  return memory.seen.filter((id) => holders.includes(id)).at(-1) ?? null;
}

/** Takes in the names between two tokens, so that later surnames and pronouns can refer to them. */
export function noteNames(
  memory: DocumentMemory,
  tokens: readonly Token[],
  first: number,
  last: number,
  registry: Registry,
): void {
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !isCapitalised(token.text)) continue;
    const hit = registry.names.at(tokens, i, last);
    if (hit) {
      const entry = bestEntry(hit.entries);
      if (entry?.kind === 'person') touch(memory.seen, entry.actor_id);
      else if (entry?.country) noteState(memory, tokens, i, first, entry.country, registry);
      i = hit.last;
      continue;
    }
    const surname = knownSurname(memory, token, registry);
    if (surname) touch(memory.seen, surname);
    else noteStranger(memory, tokens, i, last, registry);
  }
}

function noteState(
  memory: DocumentMemory,
  tokens: readonly Token[],
  i: number,
  first: number,
  country: string,
  registry: Registry,
): void {
  const other = memory.states.at(-1);
  const beside = other !== undefined && other !== country && i > first + 1 && tokens[i - 1]!.lower === 'and';
  if (beside && registry.names.at(tokens, i - 2, i - 2)?.entries.some((e) => e.country === other))
    memory.pairs.push([other, country]);
  touch(memory.states, country);
}

/** "John Price" where the registry has only Ned Price: from here on "Price" is John, whom nobody knows. */
function noteStranger(
  memory: DocumentMemory,
  tokens: readonly Token[],
  i: number,
  last: number,
  registry: Registry,
): void {
  const next = tokens[i + 1];
  if (i + 1 > last || !next || next.kind !== 'word' || !isCapitalised(next.text) || next.start - tokens[i]!.end > 1)
    return;
  const surname = next.key;
  if (!registry.names.surnames.has(surname) || registry.names.at(tokens, i + 1, last) || isTitle(tokens, i, registry))
    return;
  memory.strangers.add(surname);
}

function isTitle(tokens: readonly Token[], i: number, registry: Registry): boolean {
  return (
    registry.roles.within(tokens, i, i).length > 0 ||
    /^(?:mr|mrs|ms|dr|sir|the|sen|gov|rep|gen|president|secretary|minister)$/.test(tokens[i]!.lower)
  );
}
