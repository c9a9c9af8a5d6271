import type { Statement, Target } from '../../model/generated.js';
import type { Lexicons } from '../../model/lexicons.js';
import { determiners, prepositions } from '../../text/function-words.js';
import { tokenize, type Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { NameHit, Names } from './names.js';
import { phraseIndex, type PhraseIndex } from './phrase-index.js';

/** A target found for a statement: its mention, and what of the closed lists it is. */
export interface FoundTarget {
  readonly mention: Mention | null;
  readonly target_id: string | null;
  readonly target_kind: Statement['target_kind'];
  readonly target_countries: readonly string[];
  /** Sentences back to where a pronoun's target was named; absent where the statement itself names it. */
  readonly distance?: number;
}

/** The closed list of targets, findable in texts. */
export interface Targets {
  /** Targets of the list inside a stretch of tokens; the longest wording wins, the first mention of each id is kept. */
  within(tokens: readonly Token[], stretch: Mention): FoundTarget[];
  /** True when one target is the other or stands above it by parent_id. */
  isAncestor(upper: string, lower: string): boolean;
}

/** No target at all. */
export const noTarget: FoundTarget = { mention: null, target_id: null, target_kind: 'none', target_countries: [] };

/** Makes the index of targets.csv. */
export function targetsOf(lexicons: Lexicons): Targets {
  const byId = new Map(lexicons.targets.map((target) => [target.target_id, target]));
  const index: PhraseIndex<Target> = phraseIndex(
    lexicons.targets.flatMap((target) =>
      [target.name, ...target.aliases].map((name) => ({
        tokens: tokenize(name.replace(/^(?:the|a|an) /i, '')),
        value: target,
      })),
    ),
  );
  const isAncestor = (upper: string, lower: string): boolean => {
    for (let id: string | null = lower, n = 0; id !== null && n < 20; id = byId.get(id)?.parent_id ?? null, n++)
      if (id === upper) return true;
    return false;
  };
  return {
    isAncestor,
    within: (tokens, stretch) => {
      const found: FoundTarget[] = [];
      for (let i = stretch.first; i <= stretch.last; i++) {
        const hit = index.at(tokens, i, stretch.last);
        const target = hit?.values[0];
        if (!hit || !target) continue;
        if (!found.some((f) => f.target_id === target.target_id)) {
          found.push({
            mention: { first: i, last: hit.last },
            target_id: target.target_id,
            target_kind: target.kind,
            target_countries: target.countries,
          });
        }
        i = hit.last;
      }
      // Of a target and one above it, the more specific says it all.
      return found.filter(
        (f) => !found.some((g) => g !== f && g.target_id !== f.target_id && isAncestor(f.target_id!, g.target_id!)),
      );
    },
  };
}

/** An actor or state named in a stretch as a target; demonyms count only as nouns ("the Valmorans"). */
export function actorTargets(
  tokens: readonly Token[],
  stretch: Mention,
  names: Names,
  except: ReadonlySet<string>,
): FoundTarget[] {
  return names.within(tokens, stretch.first, stretch.last).flatMap((hit) => {
    const entry = entryOf(hit);
    if (!entry || except.has(entry.actor_id)) return [];
    if (
      entry.kind === 'demonym' &&
      hit.last < stretch.last &&
      tokens[hit.last + 1]!.kind === 'word' &&
      !prepositions.has(tokens[hit.last + 1]!.lower)
    ) {
      // An adjective ("Valmoran troops") names something of the state's, not the state.
      return [];
    }
    return [
      {
        mention: { first: hit.first, last: hit.last },
        target_id: entry.actor_id,
        target_kind: 'actor' as const,
        target_countries: entry.country ? [entry.country] : [],
      },
    ];
  });
}

const entryOf = (hit: NameHit): NameHit['entries'][number] | null =>
  hit.entries.find((e) => e.kind === 'person') ?? hit.entries[0] ?? null;

const MEASURES =
  /^(?:kind|kinds|sort|sorts|type|types|lot|lots|number|amount|bit|piece|series|plenty|form|forms|part|rest)$/;

/** A noun phrase without its determiner, as the mention of a target that no list has. */
export function phraseTarget(tokens: readonly Token[], mention: Mention): FoundTarget {
  let { first } = mention;
  const { last } = mention;
  const skip = (): void => {
    while (first < last && (determiners.has(tokens[first]!.lower) || tokens[first]!.kind === 'quote')) first++;
  };
  skip();
  // "this kind of training": a word that only measures or sorts is passed over.
  while (first + 1 < last && tokens[first + 1]!.lower === 'of' && MEASURES.test(tokens[first]!.lower)) {
    first += 2;
    skip();
  }
  return { mention: { first, last }, target_id: null, target_kind: 'issue', target_countries: [] };
}
