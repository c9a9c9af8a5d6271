import type { Lexicons } from '../model/lexicons.js';
import type { SentenceRules } from '../text/sentences.js';
import { cueIndex } from './cue-index.js';
import { lineRules, type LineRules } from './document/mark-lines.js';
import type { Labeler } from './labelers/labeler.js';
import { labelers } from './labelers/index.js';
import type { Grammar } from './parse/context.js';
import { verbIndex } from './parse/verb-index.js';
import { namesOf } from './resolve/names.js';
import { rolesOf } from './resolve/roles.js';
import type { ActorFacts, Registry } from './resolve/resolution.js';
import type { PhraseIndex } from './resolve/phrase-index.js';
import { targetsOf, type Targets } from './resolve/targets.js';
import { blameWords, type BlameWord } from './speech/blame-words.js';

/** Everything compiled from the lexicons that extraction needs; made once, used for every document. */
export interface Extractor {
  readonly lineRules: LineRules;
  readonly sentenceRules: SentenceRules;
  readonly grammar: Grammar;
  readonly registry: Registry;
  readonly targets: Targets;
  readonly labeler: Labeler;
  /** Words that find fault with somebody, for speeches and turns. */
  readonly blame: PhraseIndex<BlameWord>;
}

/** Compiles lexicons; `labeler` is the name of a labeler in labelers/index.ts. Throws when there is none of that name. */
export function makeExtractor(
  lexicons: Lexicons,
  { labeler = 'lexicon' }: { readonly labeler?: string } = {},
): Extractor {
  const cues = cueIndex(lexicons.cues);
  const names = namesOf(lexicons);
  const make = labelers.find((candidate) => candidate.name === labeler);
  if (!make)
    throw new RangeError(`labeler "${labeler}" is unknown; there are: ${labelers.map((l) => l.name).join(', ')}`);
  const facts = new Map<string, ActorFacts>(
    lexicons.actors.map((actor) => [actor.actor_id, { kind: actor.kind, country: actor.country }]),
  );
  for (const state of lexicons.countries) facts.set(state.actor_id, { kind: 'country', country: state.country });
  return {
    lineRules: lineRules(lexicons.boilerplate),
    sentenceRules: {
      titles: abbreviations(lexicons, 'title'),
      others: new Set([...abbreviations(lexicons, 'month'), ...abbreviations(lexicons, 'other')]),
      reports: cues.reports,
    },
    grammar: {
      cues,
      names,
      nouns: new Map(lexicons.nouns.map((noun) => [noun.noun, noun.kind])),
      verbs: verbIndex(lexicons.verbs, lexicons.cues),
    },
    registry: {
      names,
      roles: rolesOf(lexicons),
      facts,
      stateActors: new Map(lexicons.countries.map((state) => [state.country, state.actor_id])),
    },
    targets: targetsOf(lexicons),
    labeler: make.make(lexicons),
    blame: blameWords(lexicons),
  };
}

function abbreviations(lexicons: Lexicons, kind: string): Set<string> {
  return new Set(
    lexicons.abbreviations
      .filter((entry) => entry.kind === kind)
      .map((entry) => entry.abbreviation.toLowerCase().replace(/\.$/, '')),
  );
}
