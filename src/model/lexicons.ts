import type {
  Abbreviation,
  Actor,
  Boilerplate,
  Country,
  Cue,
  Membership,
  Noun,
  PolarityWord,
  Role,
  SchemaName,
  Target,
  Verb,
} from './generated.js';

/** The word lists and registries that a conversion reads, as rows; folder `lexicons` of a project. */
export interface Lexicons {
  readonly actors: readonly Actor[];
  readonly memberships: readonly Membership[];
  readonly targets: readonly Target[];
  readonly countries: readonly Country[];
  readonly cues: readonly Cue[];
  readonly polarity: readonly PolarityWord[];
  readonly boilerplate: readonly Boilerplate[];
  readonly abbreviations: readonly Abbreviation[];
  readonly roles: readonly Role[];
  readonly nouns: readonly Noun[];
  readonly verbs: readonly Verb[];
}

/** Schema of each lexicon; its file name is in the schema. */
export const lexiconSchemas: Readonly<Record<keyof Lexicons, SchemaName>> = {
  actors: 'actor',
  memberships: 'membership',
  targets: 'target',
  countries: 'country',
  cues: 'cue',
  polarity: 'polarity-word',
  boilerplate: 'boilerplate',
  abbreviations: 'abbreviation',
  roles: 'role',
  nouns: 'noun',
  verbs: 'verb',
};

/** Lexicons without any entry; a test or a caller fills in what it needs. */
export const emptyLexicons: Lexicons = {
  actors: [],
  memberships: [],
  targets: [],
  countries: [],
  cues: [],
  polarity: [],
  boilerplate: [],
  abbreviations: [],
  roles: [],
  nouns: [],
  verbs: [],
};
