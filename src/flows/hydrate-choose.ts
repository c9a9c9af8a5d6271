import type { Span } from '../model/spans.js';
import type { Candidate } from './hydrate-candidates.js';
import type { KnownSpan } from './hydrate-spans.js';

/**
 * Why a place is taken for that of a span: what surrounds it verifies; a neighbour was moved as far; a mention beside it
 * verifies; its words stand nowhere else; or they do, but nowhere else between its neighbours.
 */
export type Evidence = 'surroundings' | 'shift' | 'mention' | 'only' | 'order';

/** Where a span stands in a copy; without segments it was not found, or its places can't be told apart. */
export type Placement =
  | { readonly segments: readonly Span[]; readonly shift: number; readonly by: Evidence }
  | { readonly segments: null; readonly candidates: readonly Candidate[] };

/** Code points that words must have to be taken for the same because they stand nowhere else. */
const TELLING = 20;
/** Code points of mentions beside a span that tell its place. */
const BESIDE = 6;
/** Code points by which a place may lie outside of what its neighbours' shifts allow: some words in place of others. */
const STRAY = 64;
/** Candidates before one that are looked at as its neighbours. */
const REACH = 400;

interface Node {
  /** Place of the span in the list; -1 and the list's length are the ends of the text. */
  readonly span: number;
  readonly candidate: Candidate;
  weight: number;
  before: Node | null;
}

/**
 * Chooses among the candidates of spans, both in the order of the spans' places: the chain of those that keep the order,
 * with the most surroundings, shared shifts and words in it. What stands outside of the chain was moved past others, and
 * is taken only where its surroundings verify, or with a neighbour. Nothing is taken that rests on its words alone and has
 * rivals.
 */
export function choosePlaces(
  spans: readonly KnownSpan[],
  candidates: readonly (readonly Candidate[])[],
  { before, after }: { readonly before: number; readonly after: number },
): Placement[] {
  // A turn may be the content of a statement: one place, not two.
  const uses = new Map<string, Set<number>>();
  for (const { sha256, start } of spans) uses.set(sha256, (uses.get(sha256) ?? new Set()).add(start));
  const proof = (chain: readonly Node[], i: number): Evidence | null => {
    const { span, candidate } = chain[i]!;
    const known = spans[span]!;
    const around = { previous: chain[i - 1]!, next: chain[i + 1]!, uses: uses.get(known.sha256)!.size };
    return evidenceFor(known, candidate, candidates[span]!, around);
  };
  /** A chain without what nothing speaks for: that must not stand between two that speak for each other. */
  const proven = (whole: readonly Node[]): readonly Node[] => {
    let chain = whole;
    for (let length = Infinity; chain.length < length;) {
      length = chain.length;
      const before = chain;
      chain = before.filter((node, i) => !spans[node.span] || proof(before, i) !== null);
    }
    return chain;
  };
  let whole = bestChain(spans, candidates, before, after);
  let chain = proven(whole);
  // What was left out may have kept others out, which now get in.
  for (let pool = candidates; chain.length < whole.length;) {
    const kept = new Set(chain);
    const left = new Set(whole.filter((node) => !kept.has(node)).map(({ candidate }) => candidate));
    pool = pool.map((some) => some.filter((candidate) => !left.has(candidate)));
    whole = bestChain(spans, pool, before, after);
    const next = proven(whole);
    if (next.length <= chain.length) break;
    chain = next;
  }
  const chosen = new Map(chain.map((node, i) => [node.span, i]));
  const placements = spans.map((_, i): Placement => {
    const at = chosen.get(i);
    if (at !== undefined) return taken(chain[at]!.candidate, proof(chain, at)!);
    // The same speaker may say the same words again elsewhere: no mention is proof here.
    const alike = candidates[i]!.filter((one) => one.inContext);
    return alike.length === 1 ? taken(alike[0]!, 'surroundings') : { segments: null, candidates: candidates[i]! };
  });
  return withCompanions(placements);
}

/** Places of spans that were moved past others together with a neighbour: what moved as far as it belongs to it. */
function withCompanions(placements: readonly Placement[]): Placement[] {
  const all = [...placements];
  const carry = (order: readonly number[]): void => {
    let shift: number | null = null;
    for (const i of order) {
      const one = all[i]!;
      if (one.segments) shift = one.shift;
      else {
        const same: readonly Candidate[] = one.candidates.filter((candidate) => candidate.shift === shift);
        if (same.length === 1) all[i] = taken(same[0]!, 'shift');
      }
    }
  };
  const order = [...all.keys()];
  carry(order);
  carry(order.reverse());
  return all;
}

function taken({ segments, shift }: Candidate, by: Evidence): Placement {
  return { segments, shift, by };
}

function evidenceFor(
  span: KnownSpan,
  candidate: Candidate,
  all: readonly Candidate[],
  { previous, next, uses }: { readonly previous: Node; readonly next: Node; readonly uses: number },
): Evidence | null {
  if (candidate.inContext) return 'surroundings';
  const around = [previous.candidate.shift, next.candidate.shift];
  if (around.includes(candidate.shift)) return 'shift';
  // What was put in or taken out between two neighbours moves what lies between them by a part of that; words that
  // stand elsewhere are said twice.
  if (candidate.shift < Math.min(...around) - STRAY || candidate.shift > Math.max(...around) + STRAY) return null;
  if (candidate.mentioned >= BESIDE) return 'mention';
  if (span.length < TELLING || uses > 1) return null;
  if (all.length === 1) return 'only';
  const from = previous.candidate.segments.at(-1)!.end;
  const to = next.candidate.segments[0]!.start;
  const between = all.filter(({ segments }) => segments[0]!.start >= from && segments.at(-1)!.end <= to);
  return between.length === 1 ? 'order' : null;
}

/** The heaviest chain, with the ends of the text as its first and last node. */
function bestChain(
  spans: readonly KnownSpan[],
  candidates: readonly (readonly Candidate[])[],
  before: number,
  after: number,
): Node[] {
  const first = edge(-1, 0, 0);
  const last = edge(spans.length, after, after - before);
  const nodes = [
    first,
    ...candidates.flatMap((some, span) =>
      some.map((candidate): Node => ({ span, candidate, weight: -1, before: null })),
    ),
    last,
  ];
  first.weight = 0;
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i]!;
    for (let j = i - 1; j >= 0 && i - j <= REACH; j--) {
      const earlier = nodes[j]!;
      if (earlier.weight < 0 || !follows(node, earlier, spans)) continue;
      const bonus = earlier.candidate.shift === node.candidate.shift ? 200 : 0;
      const weight = earlier.weight + bonus + ownWeight(node, spans);
      if (weight > node.weight) [node.weight, node.before] = [weight, earlier];
    }
    if (i > REACH && node.before === null && follows(node, first, spans))
      [node.weight, node.before] = [ownWeight(node, spans), first];
  }
  const chain: Node[] = [];
  for (let node: Node | null = last; node; node = node.before) chain.unshift(node);
  return chain;
}

function edge(span: number, at: number, shift: number): Node {
  const candidate = { segments: [{ start: at, end: at }], shift, inContext: false, mentioned: 0 };
  return { span, candidate, weight: -1, before: null };
}

function ownWeight({ span, candidate }: Node, spans: readonly KnownSpan[]): number {
  const known = spans[span];
  if (!known) return 0;
  const proven = (candidate.inContext ? 1000 : 0) + (candidate.mentioned >= BESIDE ? 300 : 0);
  return proven + 10 + Math.min(known.length, 200) / 10;
}

/** Whether a candidate can stand behind one of an earlier span: order is kept, and what overlapped moved together. */
function follows(node: Node, earlier: Node, spans: readonly KnownSpan[]): boolean {
  if (node.span === earlier.span) return false;
  const [a, b] = [spans[earlier.span], spans[node.span]];
  if (!a || !b) return true;
  const [one, other] = [earlier.candidate, node.candidate];
  if (a.end <= b.start) return one.segments.at(-1)!.end <= other.segments[0]!.start;
  if (a.segments.length === 1 && b.segments.length === 1) return one.shift === other.shift;
  return one.segments[0]!.start <= other.segments[0]!.start;
}
