// Generated from schema/ by scripts/generate.ts: edit the schemas, then run `npm run generate`.

/**
 * A word ending in a full stop after which a sentence need not end.
 */
export interface Abbreviation {
  /**
   * With its full stop
   */
  abbreviation: string;
  /**
   * title never ends a sentence; initialism may
   */
  kind: 'title' | 'initialism' | 'month' | 'other';
}

/**
 * A person, organisation or group that can speak or be a target. States live in countries.csv.
 */
export interface Actor {
  /**
   * Stable id; never changed once published
   */
  actor_id: string;
  /**
   * Kind of actor
   */
  kind: 'person' | 'organization' | 'group';
  /**
   * Name as one would cite it
   */
  name: string;
  /**
   * Other full forms of the name
   */
  aliases: string[];
  /**
   * State that an organisation belongs to, alpha-3
   */
  country: string | null;
}

/**
 * A decision about one field of one statement after its labels were seen.
 */
export interface Adjudication {
  /**
   * Statement
   */
  statement_id: string;
  /**
   * Field
   */
  field: string;
  /**
   * Decided value
   */
  value: string;
  /**
   * Codebook rule
   */
  rule_id: string | null;
  /**
   * Reason in words
   */
  reason: string | null;
  /**
   * Annotator who decided
   */
  decided_by: string;
}

/**
 * A pseudonymous person, a model or a program that labels.
 */
export interface Annotator {
  /**
   * Pseudonym
   */
  annotator_id: string;
  /**
   * What it is
   */
  kind: 'person' | 'model' | 'program';
  /**
   * Training or background, in a phrase
   */
  training: string | null;
  /**
   * Model or program name and version
   */
  model: string | null;
  /**
   * SHA-256 of the prompt or instruction given
   */
  prompt_sha256: string | null;
}

/**
 * Faults of a dataset that are known and don't block; a list that may only get shorter.
 */
export interface Baseline {
  /**
   * Known faults, by file, rule, record and fingerprint
   */
  faults: {
    /**
     * Fingerprint of the finding; it survives re-sorting
     */
    fingerprint: string;
    /**
     * How many findings have it
     */
    count: number;
    /**
     * Severity; a known warning that becomes an error is new
     */
    severity: 'error' | 'warning' | 'info';
    /**
     * Rule, for people to read
     */
    rule: string;
    /**
     * File, from the folder that validate was called in
     */
    file: string | null;
    /**
     * Record, for people to read
     */
    record_id: string | null;
  }[];
}

/**
 * A set of statements given to annotators together.
 */
export interface Batch {
  /**
   * Id
   */
  batch_id: string;
  /**
   * Phase; only production counts for a release
   */
  phase: 'training' | 'pilot' | 'production' | 'drift';
  /**
   * Version of the codebook used
   */
  codebook_version: string;
  /**
   * How statements were drawn and assigned
   */
  design: string | null;
  /**
   * Seed of the draw
   */
  seed: number | null;
  /**
   * Open while labels are still coming in
   */
  state: 'open' | 'closed';
}

/**
 * A line of scraped pages that is not content.
 */
export interface Boilerplate {
  /**
   * Id of the rule
   */
  rule_id: string;
  /**
   * What the rule marks
   */
  scope: 'line' | 'block_start' | 'block_end' | 'section_related' | 'line_related' | 'caption' | 'byline';
  /**
   * How the pattern is compared with the trimmed line
   */
  match: 'exact' | 'prefix' | 'suffix' | 'contains' | 'regex';
  /**
   * The pattern
   */
  pattern: string;
  /**
   * An invented example
   */
  example: string | null;
}

/**
 * codebook.json: fields, categories, rules, crosswalks.
 */
export interface Codebook {
  /**
   * Version of the codebook
   */
  version: string;
  /**
   * Title
   */
  title: string;
  /**
   * Labelled fields and their categories
   */
  fields: {
    /**
     * Column
     */
    field: string;
    /**
     * Type of value
     */
    type: 'category' | 'integer' | 'number' | 'boolean' | 'string';
    /**
     * Level of measurement
     */
    level: 'nominal' | 'ordinal' | 'interval' | 'ratio';
    /**
     * What is asked
     */
    description: string;
    /**
     * Lowest value
     */
    minimum?: number;
    /**
     * Highest value
     */
    maximum?: number;
    /**
     * Allowed categories
     */
    categories?: {
      /**
       * The category
       */
      value: string;
      /**
       * Name for people
       */
      name?: string | null;
      /**
       * Sign of a stance label; null where it takes none
       */
      sign?: '+' | '-' | '0' | null;
      /**
       * Definition
       */
      definition: string;
      /**
       * Examples
       */
      examples?: {
        /**
         * An invented text
         */
        text: string;
        /**
         * The category it gets
         */
        value: string;
        /**
         * Reason
         */
        why?: string | null;
      }[];
      /**
       * Near misses, with the category they get instead
       */
      counter_examples?: {
        /**
         * An invented text
         */
        text: string;
        /**
         * The category it gets
         */
        value: string;
        /**
         * Reason
         */
        why?: string | null;
      }[];
    }[];
  }[];
  /**
   * Rules with ids
   */
  rules: {
    /**
     * Id
     */
    rule_id: string;
    /**
     * The rule
     */
    text: string;
    /**
     * Examples
     */
    examples?: {
      /**
       * An invented text
       */
      text: string;
      /**
       * The category it gets
       */
      value: string;
      /**
       * Reason
       */
      why?: string | null;
    }[];
  }[];
  /**
   * Mappings to other schemes
   */
  crosswalks?: {
    /**
     * Scheme
     */
    scheme: string;
    /**
     * Field
     */
    field: string;
    /**
     * Category to theirs; null = no counterpart
     */
    map: {
      [k: string]: string | null;
    };
    /**
     * What is lost
     */
    lossy?: string[];
  }[];
}

/**
 * A state or territory: codes, names, demonyms, capital. Invented states use XAA-XZZ.
 */
export interface Country {
  /**
   * ISO 3166-1 alpha-3, or a project code
   */
  country: string;
  /**
   * Id of the state as an actor
   */
  actor_id: string;
  /**
   * Common English name
   */
  name: string;
  /**
   * Other names; acronyms are matched case-sensitively
   */
  aliases: string[];
  /**
   * Adjectives and person nouns
   */
  demonyms: string[];
  /**
   * Names of the capital, and cities that stand for the state in news
   */
  capital: string[];
  /**
   * ISO 3166-1 alpha-2
   */
  iso2: string | null;
  /**
   * ISO 3166-1 numeric, three digits
   */
  iso_numeric: string | null;
  /**
   * Correlates of War number
   */
  cow: string | null;
  /**
   * Gleditsch-Ward number
   */
  gw: string | null;
}

/**
 * A reporting or position-taking word with the frame in which it governs its content.
 */
export interface Cue {
  /**
   * Base form, lower case; the first word is inflected. An irregular first word has its other forms behind slashes on one of its rows: third person, past, participle, ing of a verb (say/says/said/said/saying), the plural of a noun
   */
  cue: string;
  /**
   * Part of speech
   */
  part: 'verb' | 'noun' | 'adjective' | 'preposition';
  /**
   * How the content is attached
   */
  frame: 'quote' | 'that' | 'wh' | 'np' | 'ing' | 'to_inf' | 'obj_to' | 'obj_that' | 'obj_prep' | 'clause';
  /**
   * Preposition that governs the content
   */
  preposition: string | null;
  /**
   * Speech act
   */
  speech_act:
    | 'inform'
    | 'assert'
    | 'ask'
    | 'decline'
    | 'wish'
    | 'appeal'
    | 'consult'
    | 'commit'
    | 'concede'
    | 'support'
    | 'reject'
    | 'deny'
    | 'criticize'
    | 'demand'
    | 'threaten'
    | 'coerce'
    | 'challenge';
  /**
   * Stance toward what stands in the content slot; content = read the sign there
   */
  polarity: 'favor' | 'against' | 'neutral' | 'none' | 'content';
  /**
   * 1 qualified, 2 plain, 3 emphatic
   */
  strength: number | null;
  /**
   * Whose word it is
   */
  strength_source: 'speaker' | 'reporter' | null;
  /**
   * An invented example
   */
  example: string | null;
}

/**
 * One source text with its metadata.
 */
export interface Document {
  /**
   * Id of the document: from its metadata, its folder, or its path below the given root
   */
  document_id: string;
  /**
   * Title
   */
  title: string | null;
  /**
   * Publisher
   */
  publisher: string | null;
  /**
   * The one speaker of the whole document (a speech), as the metadata names him
   */
  speaker: string | null;
  /**
   * Address
   */
  url: string | null;
  /**
   * Address of an archived copy
   */
  archive_url: string | null;
  /**
   * Date of publication: YYYY, YYYY-MM or YYYY-MM-DD
   */
  date: string | null;
  /**
   * Precision of the date
   */
  date_precision: 'day' | 'month' | 'year' | 'unknown';
  /**
   * Where the date comes from
   */
  date_basis: 'explicit' | 'relative' | 'document' | 'curated' | 'none';
  /**
   * When the document was fetched
   */
  retrieved_at: string | null;
  /**
   * Kind of document
   */
  document_type: 'transcript' | 'news' | 'communique' | 'speech' | 'interview' | 'post' | 'other';
  /**
   * Language, BCP 47; null when it could not be told
   */
  language: string | null;
  /**
   * License of the text (SPDX id or a phrase)
   */
  license: string | null;
  /**
   * True when the license allows the text to be released
   */
  text_allowed: boolean;
  /**
   * Reader that made the text, name@version
   */
  reader: string;
  /**
   * SHA-256 of the normalised text, UTF-8
   */
  text_sha256: string;
  /**
   * Length of the normalised text in code points
   */
  length: number;
}

/**
 * What is known about a document before it is read: <file>.meta.json beside a file, document.json in its folder, or a line of documents.jsonl (then with its text).
 */
export interface DocumentMetadata {
  /**
   * Id of the document
   */
  document_id?: string;
  /**
   * The text itself (documents.jsonl only)
   */
  text?: string;
  /**
   * Title
   */
  title?: string | null;
  /**
   * YYYY, YYYY-MM or YYYY-MM-DD
   */
  date?: string | null;
  /**
   * Publisher
   */
  publisher?: string | null;
  /**
   * Address
   */
  url?: string | null;
  /**
   * Archived copy
   */
  archive_url?: string | null;
  /**
   * When it was fetched
   */
  retrieved_at?: string | null;
  /**
   * Kind of document
   */
  document_type?: 'transcript' | 'news' | 'communique' | 'speech' | 'interview' | 'post' | 'other';
  /**
   * BCP 47
   */
  language?: string | null;
  /**
   * License of the text
   */
  license?: string | null;
  /**
   * Whether the license allows release of the text
   */
  text_allowed?: boolean;
  /**
   * The one speaker of the whole document
   */
  speaker?: string | null;
}

/**
 * One thing wrong, or worth knowing, about somebody's data.
 */
export interface Finding {
  /**
   * Rule that found it, room/name
   */
  rule: string;
  /**
   * Severity
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * File
   */
  file: string | null;
  /**
   * Physical line, header = 1
   */
  line: number | null;
  /**
   * Character in the line, from 1
   */
  column: number | null;
  /**
   * Byte in the file, from 0
   */
  byte_offset: number | null;
  /**
   * Id of the record
   */
  record_id: string | null;
  /**
   * Field
   */
  field: string | null;
  /**
   * What was found
   */
  value: string | null;
  /**
   * What is allowed
   */
  allowed: string[];
  /**
   * Place-free sentence: what was found and what to do
   */
  message: string;
  /**
   * One close candidate, or null
   */
  suggestion: {
    /**
     * Proposed value
     */
    value: string;
    /**
     * True when applying it cannot change meaning
     */
    safe: boolean;
  } | null;
  /**
   * Other places that belong to it
   */
  related: {
    /**
     * File
     */
    file: string;
    /**
     * Physical line, from 1
     */
    line: number | null;
    /**
     * Character in the line, from 1
     */
    column: number | null;
  }[];
  /**
   * Survives re-sorting of the file
   */
  fingerprint: string;
}

/**
 * One annotator's value for one field of one statement.
 */
export interface Label {
  /**
   * Statement
   */
  statement_id: string;
  /**
   * Batch
   */
  batch_id: string;
  /**
   * Annotator
   */
  annotator_id: string;
  /**
   * Labelled field: stance, stance_score, speech_act, status, or another column
   */
  field: string;
  /**
   * The value
   */
  value: string;
  /**
   * Round of labelling, from 1
   */
  round: number;
  /**
   * Annotator's own confidence, 0 to 1
   */
  confidence: number | null;
  /**
   * Codebook rule that decided
   */
  rule_id: string | null;
  /**
   * Comment
   */
  comment: string | null;
  /**
   * Version of the codebook used
   */
  codebook_version: string;
  /**
   * When, as the contributor states it
   */
  created_at: string | null;
}

/**
 * An office that an actor held from one date to another (Popolo's names).
 */
export interface Membership {
  /**
   * Id of the row
   */
  membership_id: string;
  /**
   * Actor
   */
  actor_id: string;
  /**
   * Office, lower case
   */
  role: string;
  /**
   * Organisation
   */
  organization_id: string | null;
  /**
   * State, alpha-3
   */
  country: string | null;
  /**
   * First day, YYYY[-MM[-DD]]
   */
  start_date: string | null;
  /**
   * Last day, YYYY[-MM[-DD]]
   */
  end_date: string | null;
}

/**
 * A common noun that may head the subject of a cue: can what it names speak?
 */
export interface Noun {
  /**
   * Singular, lower case (plural where only that is meant)
   */
  noun: string;
  /**
   * agent and collective speak; a document speaks for whoever issued it; an event or thing does not speak
   */
  kind: 'agent' | 'collective' | 'document' | 'event';
}

/**
 * A word inside a content that turns or carries an evaluation.
 */
export interface PolarityWord {
  /**
   * Base form or phrase, lower case
   */
  word: string;
  /**
   * Part of speech
   */
  part: 'verb' | 'noun' | 'adjective' | 'adverb';
  /**
   * positive or negative evaluation; cease: turns what follows; goal: an act worded in the affirmative; hedge, condition, negation, emphasis: marks scope
   */
  effect: 'positive' | 'negative' | 'cease' | 'goal' | 'hedge' | 'condition' | 'negation' | 'emphasis';
  /**
   * 1 to 3
   */
  strength: number | null;
  /**
   * Whom a negative word blames: the subject or the object of the verb (violate; condemn), the doer of the deed that a noun or adjective names (aggression), or nobody (tragedy); null for other words
   */
  blame: 'subject' | 'object' | 'doer' | 'nobody' | null;
  /**
   * An invented example
   */
  example: string | null;
}

/**
 * demarche.json: the head of a dataset folder.
 */
export interface Project {
  /**
   * Title of the dataset
   */
  title: string;
  /**
   * What it holds
   */
  description?: string | null;
  /**
   * Version, X.Y.Z
   */
  version: string;
  /**
   * License of the data: an SPDX identifier such as CC-BY-4.0; for any other license give license_url too
   */
  license: string;
  /**
   * Web address of the license text, for a license without an SPDX identifier
   */
  license_url?: string | null;
  /**
   * Authors
   */
  authors: {
    /**
     * Name
     */
    name: string;
    /**
     * ORCID iD, 0000-0002-1825-0097 or as its web address
     */
    orcid?: string | null;
    /**
     * What the author is; an author with family_names is a person
     */
    kind?: 'person' | 'organization' | null;
    /**
     * Given names of a person
     */
    given_names?: string | null;
    /**
     * Family names of a person, with particles as they are cited
     */
    family_names?: string | null;
    /**
     * Where a person works
     */
    affiliation?: string | null;
  }[];
  /**
   * Web page of the dataset
   */
  homepage?: string | null;
  /**
   * Who publishes the releases: an archive, institute or repository
   */
  publisher?: string | null;
  /**
   * DOI reserved for the next release, 10.5281/zenodo.1234567; never that of an earlier one
   */
  doi?: string | null;
  /**
   * DOI of all versions together
   */
  concept_doi?: string | null;
  /**
   * Keywords
   */
  keywords?: string[];
  /**
   * Whom to write to about the dataset
   */
  contact?: {
    /**
     * Name of a person or office
     */
    name: string;
    /**
     * Address for questions
     */
    email?: string | null;
  } | null;
  /**
   * Grants and funders
   */
  funding?: {
    /**
     * Who paid
     */
    funder: string;
    /**
     * Number of the grant
     */
    award?: string | null;
    /**
     * Web page of the grant
     */
    url?: string | null;
  }[];
  /**
   * Path of codebook.json, relative to this file
   */
  codebook: string;
  /**
   * Folder of actors, memberships, targets, countries and word lists, relative to this file
   */
  lexicons: string;
  /**
   * True when the dataset holds no words of its documents
   */
  standoff?: boolean;
  /**
   * all: every text may be released; by-license: only where text_allowed; none: stand-off only
   */
  text_policy?: 'all' | 'by-license' | 'none';
  /**
   * Documents (document_id) that annotators read as a whole, adding every statement that the extraction had missed: releases estimate its recall on them
   */
  read_whole?: string[];
  /**
   * What counts as the reliability of this dataset
   */
  reliability?: {
    /**
     * Field
     */
    field: string;
    /**
     * Primary coefficient
     */
    coefficient: string;
    /**
     * Level of measurement
     */
    level: 'nominal' | 'ordinal' | 'interval' | 'ratio';
    /**
     * Column to resample by
     */
    cluster?: string | null;
    /**
     * Threshold on the lower bound
     */
    threshold?: number | null;
  };
}

/**
 * A document whose text a person or a publisher asked to have removed: no release has its words, earlier ones lose them.
 */
export interface Redaction {
  /**
   * Document; it need not be in the dataset any more
   */
  document_id: string;
  /**
   * Why, in words that may be published
   */
  reason: string;
}

/**
 * A word that names an office or title.
 */
export interface Role {
  /**
   * Lower case
   */
  role: string;
  /**
   * office: one holder per state at a time; post: several; honorific; generic
   */
  kind: 'office' | 'post' | 'honorific' | 'generic';
  /**
   * Other words for it
   */
  aliases: string[];
}

/**
 * run.json: what made a conversion.
 */
export interface Run {
  /**
   * demarche@version
   */
  tool: string;
  /**
   * Unicode version of the JavaScript engine
   */
  node_unicode: string;
  /**
   * Labeler
   */
  labeler: string;
  /**
   * Codebook version
   */
  codebook_version: string;
  /**
   * Digest
   */
  codebook_sha256: string;
  /**
   * SHA-256 of each lexicon file
   */
  lexicons: {
    [k: string]: string;
  };
  /**
   * Options that change the result
   */
  options: {};
  /**
   * Documents read
   */
  documents: number;
  /**
   * Rows
   */
  statements: number;
  /**
   * Turns
   */
  turns: number;
  /**
   * Counts by severity
   */
  findings: {
    [k: string]: number;
  };
}

/**
 * The split a document belongs to.
 */
export interface Split {
  /**
   * Document
   */
  document_id: string;
  /**
   * Split
   */
  split: 'train' | 'dev' | 'test';
}

/**
 * A document of a stand-off dataset: without its title.
 */
export interface StandoffDocument {
  /**
   * Id of the document: from its metadata, its folder, or its path below the given root
   */
  document_id: string;
  /**
   * Publisher
   */
  publisher: string | null;
  /**
   * The one speaker of the whole document (a speech), as the metadata names him
   */
  speaker: string | null;
  /**
   * Address
   */
  url: string | null;
  /**
   * Address of an archived copy
   */
  archive_url: string | null;
  /**
   * Date of publication: YYYY, YYYY-MM or YYYY-MM-DD
   */
  date: string | null;
  /**
   * Precision of the date
   */
  date_precision: 'day' | 'month' | 'year' | 'unknown';
  /**
   * Where the date comes from
   */
  date_basis: 'explicit' | 'relative' | 'document' | 'curated' | 'none';
  /**
   * When the document was fetched
   */
  retrieved_at: string | null;
  /**
   * Kind of document
   */
  document_type: 'transcript' | 'news' | 'communique' | 'speech' | 'interview' | 'post' | 'other';
  /**
   * Language, BCP 47; null when it could not be told
   */
  language: string | null;
  /**
   * License of the text (SPDX id or a phrase)
   */
  license: string | null;
  /**
   * True when the license allows the text to be released
   */
  text_allowed: boolean;
  /**
   * Reader that made the text, name@version
   */
  reader: string;
  /**
   * SHA-256 of the normalised text, UTF-8
   */
  text_sha256: string;
  /**
   * Length of the normalised text in code points
   */
  length: number;
}

/**
 * A statement without any word of its document: offsets, hashes and labels only.
 */
export interface StandoffStatement {
  /**
   * Stable id of the row: minted when the row is first made, kept through corrections, never used twice
   */
  statement_id: string;
  /**
   * Shared by the rows cut from one utterance (joint speakers, several targets)
   */
  utterance_id: string;
  /**
   * Document the statement stands in
   */
  document_id: string;
  /**
   * Start of the hull of the content, in Unicode code points of the normalised text
   */
  start: number;
  /**
   * End of the hull of the content (exclusive), in code points
   */
  end: number;
  /**
   * Pieces of the content in order, [start, end) in code points; neither cue nor speaker is inside. In CSV: 120-180;200-240
   *
   * @minItems 1
   */
  segments: {
    /**
     * First code point
     */
    start: number;
    /**
     * One past the last code point
     */
    end: number;
  }[];
  /**
   * SHA-256 of the text of the statement (slices joined by one space), UTF-8
   */
  span_sha256: string;
  /**
   * SHA-256 of the 32 code points before and after the hull, joined by a line feed, UTF-8
   */
  context_sha256: string;
  /**
   * Transcript turn that the statement stands in
   */
  turn_id: string | null;
  /**
   * How the speech is given: in quotation marks, partly, reported, a transcript turn, or a document of one speaker
   */
  quote_type: 'direct' | 'mixed' | 'indirect' | 'turn' | 'document';
  /**
   * Part of the document; related = a teaser of another article, kept here but left out of releases unless asked for
   */
  section: 'body' | 'headline' | 'caption' | 'related';
  /**
   * Start of the cue, code points
   */
  cue_start: number | null;
  /**
   * End of the cue (exclusive), code points
   */
  cue_end: number | null;
  /**
   * SHA-256 of the words of the cue, UTF-8
   */
  cue_sha256: string | null;
  /**
   * Start of the mention, code points
   */
  speaker_start: number | null;
  /**
   * End of the mention (exclusive), code points
   */
  speaker_end: number | null;
  /**
   * SHA-256 of the words that mention the speaker, UTF-8
   */
  speaker_sha256: string | null;
  /**
   * Actor who speaks; null when unknown
   */
  speaker_id: string | null;
  /**
   * Office of the speaker on the date of the statement
   */
  speaker_role: string | null;
  /**
   * State of the speaker on that date, ISO 3166-1 alpha-3 (XAA-XZZ for project codes)
   */
  speaker_country: string | null;
  /**
   * Actor spoken for: a spokesperson's department, a department's state
   */
  on_behalf_of: string | null;
  /**
   * How the mention was resolved to an actor
   */
  speaker_method: 'exact' | 'alias' | 'surname' | 'role' | 'pronoun' | 'heading' | 'metadata' | 'fuzzy' | 'none';
  /**
   * Confidence in speaker_id, 0 (unknown) to 1
   */
  speaker_confidence: number;
  /**
   * Actors spoken to; an addressee is no target unless it is evaluated
   */
  addressee_ids: string[];
  /**
   * Start of the mention, code points
   */
  target_start: number | null;
  /**
   * End of the mention (exclusive), code points
   */
  target_end: number | null;
  /**
   * SHA-256 of the words that mention the target, UTF-8
   */
  target_sha256: string | null;
  /**
   * Actor, country, issue or event from the closed lists; null when not resolved
   */
  target_id: string | null;
  /**
   * What the target is; none where nothing is positioned
   */
  target_kind: 'actor' | 'issue' | 'event' | 'none';
  /**
   * States that the target is or stands for, alpha-3
   */
  target_countries: string[];
  /**
   * The surrogate criticised or praised in its state's stead
   */
  target_via_id: string | null;
  /**
   * True when the target was carried over from an earlier sentence
   */
  target_inferred: boolean;
  /**
   * How many sentences back the target was found; 0 = in the statement's own sentence
   */
  target_distance: number | null;
  /**
   * What is done by saying it (categories: codebook)
   */
  speech_act: string;
  /**
   * The speaker's stated position toward the target (categories: codebook)
   */
  stance: string;
  /**
   * Sign of the stance times strength, -3 to 3; neutral 0; null for mixed, none, unclear or where no strength was labelled
   */
  stance_score: number | null;
  /**
   * Whose words carry the strength
   */
  strength_source: 'speaker' | 'reporter' | null;
  /**
   * Where the stance in this row comes from
   */
  stance_basis: 'auto' | 'single' | 'majority' | 'adjudicated';
  /**
   * Number of annotators' labels that the stance rests on
   */
  n_labels: number;
  /**
   * The program's own stance, kept when labels overrule it
   */
  stance_auto: string | null;
  /**
   * The program's own score
   */
  stance_score_auto: number | null;
  /**
   * The position is expressed through a negation
   */
  negated: boolean;
  /**
   * The position is hedged
   */
  hedged: boolean;
  /**
   * The position holds under a stated condition
   */
  conditional: boolean;
  /**
   * Statement in which this speech is itself reported
   */
  embedded_in: string | null;
  /**
   * Earlier statement of the same document that this one repeats
   */
  restates: string | null;
  /**
   * Date of the statement as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD
   */
  date: string | null;
  /**
   * Precision of the date
   */
  date_precision: 'day' | 'month' | 'year' | 'unknown';
  /**
   * Where the date comes from
   */
  date_basis: 'explicit' | 'relative' | 'document' | 'curated' | 'none';
  /**
   * Language of the text, BCP 47
   */
  language: string;
  /**
   * Language the speech was translated from, BCP 47
   */
  translated_from: string | null;
  /**
   * Near-identical statements in several documents share it; set by a separate pass
   */
  cluster_id: string | null;
  /**
   * Notes of the extractor: interpreter, fuzzy-heading, unbalanced-quote, ...
   */
  flags: string[];
  /**
   * Program that made the row, name@version
   */
  labeler: string;
  /**
   * State of the row
   */
  status: 'auto' | 'reviewed' | 'adjudicated' | 'rejected';
  /**
   * Custom field declared in codebook.json
   *
   * This interface was referenced by `StandoffStatement`'s JSON-Schema definition
   * via the `patternProperty` "^x_[a-z0-9_]+$".
   */
  [k: string]:
    | string
    | number
    | boolean
    | null
    | {
        /**
         * First code point
         */
        start: number;
        /**
         * One past the last code point
         */
        end: number;
      }[]
    | 'direct'
    | 'mixed'
    | 'indirect'
    | 'turn'
    | 'document'
    | 'body'
    | 'headline'
    | 'caption'
    | 'related'
    | 'exact'
    | 'alias'
    | 'surname'
    | 'role'
    | 'pronoun'
    | 'heading'
    | 'metadata'
    | 'fuzzy'
    | 'none'
    | string[]
    | 'actor'
    | 'issue'
    | 'event'
    | 'speaker'
    | 'reporter'
    | 'auto'
    | 'single'
    | 'majority'
    | 'adjudicated'
    | 'day'
    | 'month'
    | 'year'
    | 'unknown'
    | 'explicit'
    | 'relative'
    | 'curated'
    | 'reviewed'
    | 'rejected';
}

/**
 * A turn without its heading's words.
 */
export interface StandoffTurn {
  /**
   * Id of the turn
   */
  turn_id: string;
  /**
   * Document
   */
  document_id: string;
  /**
   * Start of what is said (after heading, colon and blanks), code points
   */
  start: number;
  /**
   * End (exclusive), code points
   */
  end: number;
  /**
   * SHA-256 of what is said, UTF-8
   */
  span_sha256: string;
  /**
   * Start of the mention
   */
  speaker_start: number | null;
  /**
   * End of the mention
   */
  speaker_end: number | null;
  /**
   * SHA-256 of the words that mention the speaker, UTF-8
   */
  speaker_sha256: string | null;
  /**
   * Actor; null when unknown
   */
  speaker_id: string | null;
}

/**
 * One attributed piece of speech seen toward one target: who, what, about whom or what, with what position.
 */
export interface Statement {
  /**
   * Stable id of the row: minted when the row is first made, kept through corrections, never used twice
   */
  statement_id: string;
  /**
   * Shared by the rows cut from one utterance (joint speakers, several targets)
   */
  utterance_id: string;
  /**
   * Document the statement stands in
   */
  document_id: string;
  /**
   * Start of the hull of the content, in Unicode code points of the normalised text
   */
  start: number;
  /**
   * End of the hull of the content (exclusive), in code points
   */
  end: number;
  /**
   * Pieces of the content in order, [start, end) in code points; neither cue nor speaker is inside. In CSV: 120-180;200-240
   *
   * @minItems 1
   */
  segments: {
    /**
     * First code point
     */
    start: number;
    /**
     * One past the last code point
     */
    end: number;
  }[];
  /**
   * The slices of the segments joined by one space
   */
  text: string;
  /**
   * Transcript turn that the statement stands in
   */
  turn_id: string | null;
  /**
   * How the speech is given: in quotation marks, partly, reported, a transcript turn, or a document of one speaker
   */
  quote_type: 'direct' | 'mixed' | 'indirect' | 'turn' | 'document';
  /**
   * Part of the document; related = a teaser of another article, kept here but left out of releases unless asked for
   */
  section: 'body' | 'headline' | 'caption' | 'related';
  /**
   * The reporting words
   */
  cue: string | null;
  /**
   * Start of the cue, code points
   */
  cue_start: number | null;
  /**
   * End of the cue (exclusive), code points
   */
  cue_end: number | null;
  /**
   * The mention of the speaker as the document writes it
   */
  speaker_text: string | null;
  /**
   * Start of the mention, code points
   */
  speaker_start: number | null;
  /**
   * End of the mention (exclusive), code points
   */
  speaker_end: number | null;
  /**
   * Actor who speaks; null when unknown
   */
  speaker_id: string | null;
  /**
   * Office of the speaker on the date of the statement
   */
  speaker_role: string | null;
  /**
   * State of the speaker on that date, ISO 3166-1 alpha-3 (XAA-XZZ for project codes)
   */
  speaker_country: string | null;
  /**
   * Actor spoken for: a spokesperson's department, a department's state
   */
  on_behalf_of: string | null;
  /**
   * How the mention was resolved to an actor
   */
  speaker_method: 'exact' | 'alias' | 'surname' | 'role' | 'pronoun' | 'heading' | 'metadata' | 'fuzzy' | 'none';
  /**
   * Confidence in speaker_id, 0 (unknown) to 1
   */
  speaker_confidence: number;
  /**
   * Actors spoken to; an addressee is no target unless it is evaluated
   */
  addressee_ids: string[];
  /**
   * The mention of the target, a noun phrase
   */
  target_text: string | null;
  /**
   * Start of the mention, code points
   */
  target_start: number | null;
  /**
   * End of the mention (exclusive), code points
   */
  target_end: number | null;
  /**
   * Actor, country, issue or event from the closed lists; null when not resolved
   */
  target_id: string | null;
  /**
   * What the target is; none where nothing is positioned
   */
  target_kind: 'actor' | 'issue' | 'event' | 'none';
  /**
   * States that the target is or stands for, alpha-3
   */
  target_countries: string[];
  /**
   * The surrogate criticised or praised in its state's stead
   */
  target_via_id: string | null;
  /**
   * True when the target was carried over from an earlier sentence
   */
  target_inferred: boolean;
  /**
   * How many sentences back the target was found; 0 = in the statement's own sentence
   */
  target_distance: number | null;
  /**
   * What is done by saying it (categories: codebook)
   */
  speech_act: string;
  /**
   * The speaker's stated position toward the target (categories: codebook)
   */
  stance: string;
  /**
   * Sign of the stance times strength, -3 to 3; neutral 0; null for mixed, none, unclear or where no strength was labelled
   */
  stance_score: number | null;
  /**
   * Whose words carry the strength
   */
  strength_source: 'speaker' | 'reporter' | null;
  /**
   * Where the stance in this row comes from
   */
  stance_basis: 'auto' | 'single' | 'majority' | 'adjudicated';
  /**
   * Number of annotators' labels that the stance rests on
   */
  n_labels: number;
  /**
   * The program's own stance, kept when labels overrule it
   */
  stance_auto: string | null;
  /**
   * The program's own score
   */
  stance_score_auto: number | null;
  /**
   * The position is expressed through a negation
   */
  negated: boolean;
  /**
   * The position is hedged
   */
  hedged: boolean;
  /**
   * The position holds under a stated condition
   */
  conditional: boolean;
  /**
   * Statement in which this speech is itself reported
   */
  embedded_in: string | null;
  /**
   * Earlier statement of the same document that this one repeats
   */
  restates: string | null;
  /**
   * Date of the statement as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD
   */
  date: string | null;
  /**
   * Precision of the date
   */
  date_precision: 'day' | 'month' | 'year' | 'unknown';
  /**
   * Where the date comes from
   */
  date_basis: 'explicit' | 'relative' | 'document' | 'curated' | 'none';
  /**
   * Language of the text, BCP 47
   */
  language: string;
  /**
   * Language the speech was translated from, BCP 47
   */
  translated_from: string | null;
  /**
   * Near-identical statements in several documents share it; set by a separate pass
   */
  cluster_id: string | null;
  /**
   * Notes of the extractor: interpreter, fuzzy-heading, unbalanced-quote, ...
   */
  flags: string[];
  /**
   * Program that made the row, name@version
   */
  labeler: string;
  /**
   * State of the row
   */
  status: 'auto' | 'reviewed' | 'adjudicated' | 'rejected';
  /**
   * Custom field declared in codebook.json
   *
   * This interface was referenced by `Statement`'s JSON-Schema definition
   * via the `patternProperty` "^x_[a-z0-9_]+$".
   */
  [k: string]:
    | string
    | number
    | boolean
    | null
    | {
        /**
         * First code point
         */
        start: number;
        /**
         * One past the last code point
         */
        end: number;
      }[]
    | 'direct'
    | 'mixed'
    | 'indirect'
    | 'turn'
    | 'document'
    | 'body'
    | 'headline'
    | 'caption'
    | 'related'
    | 'exact'
    | 'alias'
    | 'surname'
    | 'role'
    | 'pronoun'
    | 'heading'
    | 'metadata'
    | 'fuzzy'
    | 'none'
    | string[]
    | 'actor'
    | 'issue'
    | 'event'
    | 'speaker'
    | 'reporter'
    | 'auto'
    | 'single'
    | 'majority'
    | 'adjudicated'
    | 'day'
    | 'month'
    | 'year'
    | 'unknown'
    | 'explicit'
    | 'relative'
    | 'curated'
    | 'reviewed'
    | 'rejected';
}

/**
 * An issue (a matter or proposed conduct, worded in the affirmative) or event of the project's closed list.
 */
export interface Target {
  /**
   * Stable id
   */
  target_id: string;
  /**
   * Kind
   */
  kind: 'issue' | 'event';
  /**
   * Name, worded in the affirmative
   */
  name: string;
  /**
   * Noun phrases that mean it
   */
  aliases: string[];
  /**
   * Broader target
   */
  parent_id: string | null;
  /**
   * States that it concerns, alpha-3
   */
  countries: string[];
}

/**
 * A withdrawn id, with its reason and what replaced it.
 */
export interface Tombstone {
  /**
   * The withdrawn id
   */
  id: string;
  /**
   * Release that withdrew it
   */
  withdrawn_in: string | null;
  /**
   * Reason
   */
  reason: string;
  /**
   * Id that replaces it
   */
  replaced_by: string | null;
}

/**
 * One turn of a transcript; journalists' questions are turns too.
 */
export interface Turn {
  /**
   * Id of the turn
   */
  turn_id: string;
  /**
   * Document
   */
  document_id: string;
  /**
   * Start of what is said (after heading, colon and blanks), code points
   */
  start: number;
  /**
   * End (exclusive), code points
   */
  end: number;
  /**
   * The heading's speaker as written
   */
  speaker_text: string | null;
  /**
   * Start of the mention
   */
  speaker_start: number | null;
  /**
   * End of the mention
   */
  speaker_end: number | null;
  /**
   * Actor; null when unknown
   */
  speaker_id: string | null;
}

/**
 * A word that may be a verb, with how often it is one: what the grammar needs to tell 'the reports show' from 'the show reports'. Counts are of sense-tagged uses in WordNet 3.0 (Princeton University, see seeds/lexicons/NOTICE).
 */
export interface Verb {
  /**
   * Base form, lower case
   */
  verb: string;
  /**
   * Tagged uses as a verb
   */
  as_verb: number;
  /**
   * Tagged uses of the same word as a noun
   */
  as_noun: number;
  /**
   * Tagged uses of the same word as an adjective or adverb
   */
  as_adjective: number;
  /**
   * Irregular forms: third person;past;participle;ing. Those of a cue stand in cues.csv
   */
  forms: string[];
}

/** Name of a schema in schema/. */
export type SchemaName = 'abbreviation' | 'actor' | 'adjudication' | 'annotator' | 'baseline' | 'batch' | 'boilerplate' | 'codebook' | 'country' | 'cue' | 'document' | 'document-metadata' | 'finding' | 'label' | 'membership' | 'noun' | 'polarity-word' | 'project' | 'redaction' | 'role' | 'run' | 'split' | 'standoff-document' | 'standoff-statement' | 'standoff-turn' | 'statement' | 'target' | 'tombstone' | 'turn' | 'verb';

/** Every schema of schema/, by name; property order is column order. */
export const schemas: Readonly<Record<SchemaName, Readonly<Record<string, unknown>>>> = {"abbreviation":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/abbreviation.schema.json","title":"Abbreviation","description":"A word ending in a full stop after which a sentence need not end.","x-file":"abbreviations.csv","x-key":["abbreviation"],"type":"object","properties":{"abbreviation":{"type":"string","minLength":1,"description":"With its full stop"},"kind":{"type":"string","enum":["title","initialism","month","other"],"description":"title never ends a sentence; initialism may"}},"required":["abbreviation","kind"],"additionalProperties":false},"actor":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/actor.schema.json","title":"Actor","description":"A person, organisation or group that can speak or be a target. States live in countries.csv.","x-file":"actors.csv","x-key":["actor_id"],"x-references":{"country":["countries.country"]},"type":"object","properties":{"actor_id":{"type":"string","minLength":1,"description":"Stable id; never changed once published","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$"},"kind":{"type":"string","enum":["person","organization","group"],"description":"Kind of actor"},"name":{"type":"string","minLength":1,"description":"Name as one would cite it"},"aliases":{"type":"array","items":{"type":"string","minLength":1},"description":"Other full forms of the name"},"country":{"type":["string","null"],"minLength":1,"description":"State that an organisation belongs to, alpha-3","pattern":"^(?:[A-Z]{3})$"}},"required":["actor_id","kind","name","aliases","country"],"additionalProperties":false},"adjudication":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/adjudication.schema.json","title":"Adjudication","description":"A decision about one field of one statement after its labels were seen.","x-file":"adjudication.csv","x-key":["statement_id","field"],"x-references":{"statement_id":["statements.statement_id"],"decided_by":["annotators.annotator_id"]},"type":"object","properties":{"statement_id":{"type":"string","minLength":1,"description":"Statement","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"field":{"type":"string","minLength":1,"description":"Field"},"value":{"type":"string","minLength":1,"description":"Decided value"},"rule_id":{"type":["string","null"],"minLength":1,"description":"Codebook rule"},"reason":{"type":["string","null"],"minLength":1,"description":"Reason in words"},"decided_by":{"type":"string","minLength":1,"description":"Annotator who decided"}},"required":["statement_id","field","value","rule_id","reason","decided_by"],"additionalProperties":false},"annotator":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/annotator.schema.json","title":"Annotator","description":"A pseudonymous person, a model or a program that labels.","x-file":"annotators.csv","x-key":["annotator_id"],"type":"object","properties":{"annotator_id":{"type":"string","minLength":1,"description":"Pseudonym","pattern":"^[a-z0-9][a-z0-9_-]*$"},"kind":{"type":"string","enum":["person","model","program"],"description":"What it is"},"training":{"type":["string","null"],"minLength":1,"description":"Training or background, in a phrase"},"model":{"type":["string","null"],"minLength":1,"description":"Model or program name and version"},"prompt_sha256":{"type":["string","null"],"minLength":1,"description":"SHA-256 of the prompt or instruction given","pattern":"^[0-9a-f]{64}$"}},"required":["annotator_id","kind","training","model","prompt_sha256"],"additionalProperties":false},"baseline":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/baseline.schema.json","title":"Baseline","description":"Faults of a dataset that are known and don't block; a list that may only get shorter.","x-file":"baseline.json","type":"object","properties":{"faults":{"type":"array","description":"Known faults, by file, rule, record and fingerprint","items":{"type":"object","properties":{"fingerprint":{"type":"string","minLength":1,"description":"Fingerprint of the finding; it survives re-sorting"},"count":{"type":"integer","minimum":1,"description":"How many findings have it"},"severity":{"type":"string","enum":["error","warning","info"],"description":"Severity; a known warning that becomes an error is new"},"rule":{"type":"string","minLength":1,"description":"Rule, for people to read"},"file":{"type":["string","null"],"description":"File, from the folder that validate was called in"},"record_id":{"type":["string","null"],"description":"Record, for people to read"}},"required":["fingerprint","count","severity","rule","file","record_id"],"additionalProperties":false}}},"required":["faults"],"additionalProperties":false},"batch":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/batch.schema.json","title":"Batch","description":"A set of statements given to annotators together.","x-file":"batches.csv","x-key":["batch_id"],"type":"object","properties":{"batch_id":{"type":"string","minLength":1,"description":"Id","pattern":"^[a-z0-9][a-z0-9_-]*$"},"phase":{"type":"string","enum":["training","pilot","production","drift"],"description":"Phase; only production counts for a release"},"codebook_version":{"type":"string","minLength":1,"description":"Version of the codebook used"},"design":{"type":["string","null"],"minLength":1,"description":"How statements were drawn and assigned"},"seed":{"type":["integer","null"],"description":"Seed of the draw"},"state":{"type":"string","enum":["open","closed"],"description":"Open while labels are still coming in"}},"required":["batch_id","phase","codebook_version","design","seed","state"],"additionalProperties":false},"boilerplate":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/boilerplate.schema.json","title":"Boilerplate rule","description":"A line of scraped pages that is not content.","x-file":"boilerplate.csv","x-key":["rule_id"],"type":"object","properties":{"rule_id":{"type":"string","minLength":1,"description":"Id of the rule","pattern":"^[a-z0-9][a-z0-9-]*$"},"scope":{"type":"string","enum":["line","block_start","block_end","section_related","line_related","caption","byline"],"description":"What the rule marks"},"match":{"type":"string","enum":["exact","prefix","suffix","contains","regex"],"description":"How the pattern is compared with the trimmed line"},"pattern":{"type":"string","minLength":1,"description":"The pattern"},"example":{"type":["string","null"],"minLength":1,"description":"An invented example"}},"required":["rule_id","scope","match","pattern","example"],"additionalProperties":false},"codebook":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/codebook.schema.json","title":"Codebook","description":"codebook.json: fields, categories, rules, crosswalks.","type":"object","properties":{"version":{"type":"string","minLength":1,"description":"Version of the codebook","pattern":"^\\d+\\.\\d+(\\.\\d+)?$"},"title":{"type":"string","minLength":1,"description":"Title"},"fields":{"type":"array","description":"Labelled fields and their categories","items":{"type":"object","properties":{"field":{"type":"string","minLength":1,"description":"Column"},"type":{"type":"string","enum":["category","integer","number","boolean","string"],"description":"Type of value"},"level":{"type":"string","enum":["nominal","ordinal","interval","ratio"],"description":"Level of measurement"},"description":{"type":"string","minLength":1,"description":"What is asked"},"minimum":{"type":"number","description":"Lowest value"},"maximum":{"type":"number","description":"Highest value"},"categories":{"type":"array","items":{"type":"object","properties":{"value":{"type":"string","minLength":1,"description":"The category"},"name":{"type":["string","null"],"minLength":1,"description":"Name for people"},"sign":{"type":["string","null"],"enum":["+","-","0",null],"description":"Sign of a stance label; null where it takes none"},"definition":{"type":"string","minLength":1,"description":"Definition"},"examples":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string","minLength":1,"description":"An invented text"},"value":{"type":"string","minLength":1,"description":"The category it gets"},"why":{"type":["string","null"],"minLength":1,"description":"Reason"}},"required":["text","value"],"additionalProperties":false},"description":"Examples"},"counter_examples":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string","minLength":1,"description":"An invented text"},"value":{"type":"string","minLength":1,"description":"The category it gets"},"why":{"type":["string","null"],"minLength":1,"description":"Reason"}},"required":["text","value"],"additionalProperties":false},"description":"Near misses, with the category they get instead"}},"required":["value","definition"],"additionalProperties":false},"description":"Allowed categories"}},"required":["field","type","level","description"],"additionalProperties":false}},"rules":{"type":"array","description":"Rules with ids","items":{"type":"object","properties":{"rule_id":{"type":"string","minLength":1,"description":"Id","pattern":"^[a-z0-9][a-z0-9-]*$"},"text":{"type":"string","minLength":1,"description":"The rule"},"examples":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string","minLength":1,"description":"An invented text"},"value":{"type":"string","minLength":1,"description":"The category it gets"},"why":{"type":["string","null"],"minLength":1,"description":"Reason"}},"required":["text","value"],"additionalProperties":false},"description":"Examples"}},"required":["rule_id","text"],"additionalProperties":false}},"crosswalks":{"type":"array","description":"Mappings to other schemes","items":{"type":"object","properties":{"scheme":{"type":"string","minLength":1,"description":"Scheme"},"field":{"type":"string","minLength":1,"description":"Field"},"map":{"type":"object","additionalProperties":{"type":["string","null"]},"description":"Category to theirs; null = no counterpart"},"lossy":{"type":"array","items":{"type":"string","minLength":1},"description":"What is lost"}},"required":["scheme","field","map"],"additionalProperties":false}}},"required":["version","title","fields","rules"],"additionalProperties":false},"country":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/country.schema.json","title":"Country","description":"A state or territory: codes, names, demonyms, capital. Invented states use XAA-XZZ.","x-file":"countries.csv","x-key":["country"],"type":"object","properties":{"country":{"type":"string","minLength":1,"description":"ISO 3166-1 alpha-3, or a project code","pattern":"^(?:[A-Z]{3})$"},"actor_id":{"type":"string","minLength":1,"description":"Id of the state as an actor","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$"},"name":{"type":"string","minLength":1,"description":"Common English name"},"aliases":{"type":"array","items":{"type":"string","minLength":1},"description":"Other names; acronyms are matched case-sensitively"},"demonyms":{"type":"array","items":{"type":"string","minLength":1},"description":"Adjectives and person nouns"},"capital":{"type":"array","items":{"type":"string","minLength":1},"description":"Names of the capital, and cities that stand for the state in news"},"iso2":{"type":["string","null"],"minLength":1,"description":"ISO 3166-1 alpha-2","pattern":"^[A-Z]{2}$"},"iso_numeric":{"type":["string","null"],"minLength":1,"description":"ISO 3166-1 numeric, three digits","pattern":"^\\d{3}$"},"cow":{"type":["string","null"],"minLength":1,"description":"Correlates of War number","pattern":"^\\d{1,3}$"},"gw":{"type":["string","null"],"minLength":1,"description":"Gleditsch-Ward number","pattern":"^\\d{1,3}$"}},"required":["country","actor_id","name","aliases","demonyms","capital","iso2","iso_numeric","cow","gw"],"additionalProperties":false},"cue":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/cue.schema.json","title":"Cue","description":"A reporting or position-taking word with the frame in which it governs its content.","x-file":"cues.csv","x-key":["cue","part","frame","preposition"],"type":"object","properties":{"cue":{"type":"string","minLength":1,"description":"Base form, lower case; the first word is inflected. An irregular first word has its other forms behind slashes on one of its rows: third person, past, participle, ing of a verb (say/says/said/said/saying), the plural of a noun"},"part":{"type":"string","enum":["verb","noun","adjective","preposition"],"description":"Part of speech"},"frame":{"type":"string","enum":["quote","that","wh","np","ing","to_inf","obj_to","obj_that","obj_prep","clause"],"description":"How the content is attached"},"preposition":{"type":["string","null"],"minLength":1,"description":"Preposition that governs the content"},"speech_act":{"type":"string","enum":["inform","assert","ask","decline","wish","appeal","consult","commit","concede","support","reject","deny","criticize","demand","threaten","coerce","challenge"],"description":"Speech act"},"polarity":{"type":"string","enum":["favor","against","neutral","none","content"],"description":"Stance toward what stands in the content slot; content = read the sign there"},"strength":{"type":["integer","null"],"description":"1 qualified, 2 plain, 3 emphatic","minimum":1,"maximum":3},"strength_source":{"type":["string","null"],"enum":["speaker","reporter",null],"description":"Whose word it is"},"example":{"type":["string","null"],"minLength":1,"description":"An invented example"}},"required":["cue","part","frame","preposition","speech_act","polarity","strength","strength_source","example"],"additionalProperties":false},"document":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/document.schema.json","title":"Document","description":"One source text with its metadata.","x-file":"documents.csv","x-key":["document_id"],"type":"object","properties":{"document_id":{"type":"string","minLength":1,"description":"Id of the document: from its metadata, its folder, or its path below the given root"},"title":{"type":["string","null"],"minLength":1,"description":"Title"},"publisher":{"type":["string","null"],"minLength":1,"description":"Publisher"},"speaker":{"type":["string","null"],"minLength":1,"description":"The one speaker of the whole document (a speech), as the metadata names him"},"url":{"type":["string","null"],"minLength":1,"description":"Address","format":"uri"},"archive_url":{"type":["string","null"],"minLength":1,"description":"Address of an archived copy","format":"uri"},"date":{"type":["string","null"],"minLength":1,"description":"Date of publication: YYYY, YYYY-MM or YYYY-MM-DD","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"},"date_precision":{"type":"string","enum":["day","month","year","unknown"],"description":"Precision of the date"},"date_basis":{"type":"string","enum":["explicit","relative","document","curated","none"],"description":"Where the date comes from"},"retrieved_at":{"type":["string","null"],"minLength":1,"description":"When the document was fetched","pattern":"^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?$"},"document_type":{"type":"string","enum":["transcript","news","communique","speech","interview","post","other"],"description":"Kind of document"},"language":{"type":["string","null"],"minLength":1,"description":"Language, BCP 47; null when it could not be told"},"license":{"type":["string","null"],"minLength":1,"description":"License of the text (SPDX id or a phrase)"},"text_allowed":{"type":"boolean","description":"True when the license allows the text to be released"},"reader":{"type":"string","minLength":1,"description":"Reader that made the text, name@version","pattern":"^[^@\\s]+@[^@\\s]+$"},"text_sha256":{"type":"string","minLength":1,"description":"SHA-256 of the normalised text, UTF-8","pattern":"^[0-9a-f]{64}$"},"length":{"type":"integer","description":"Length of the normalised text in code points","minimum":0}},"required":["document_id","title","publisher","speaker","url","archive_url","date","date_precision","date_basis","retrieved_at","document_type","language","license","text_allowed","reader","text_sha256","length"],"additionalProperties":false},"document-metadata":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/document-metadata.schema.json","title":"Document metadata","description":"What is known about a document before it is read: <file>.meta.json beside a file, document.json in its folder, or a line of documents.jsonl (then with its text).","type":"object","properties":{"document_id":{"type":"string","minLength":1,"description":"Id of the document"},"text":{"type":"string","description":"The text itself (documents.jsonl only)"},"title":{"type":["string","null"],"minLength":1,"description":"Title"},"date":{"type":["string","null"],"pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$","description":"YYYY, YYYY-MM or YYYY-MM-DD"},"publisher":{"type":["string","null"],"minLength":1,"description":"Publisher"},"url":{"type":["string","null"],"minLength":1,"description":"Address","format":"uri"},"archive_url":{"type":["string","null"],"minLength":1,"description":"Archived copy","format":"uri"},"retrieved_at":{"type":["string","null"],"minLength":1,"description":"When it was fetched"},"document_type":{"type":"string","enum":["transcript","news","communique","speech","interview","post","other"],"description":"Kind of document"},"language":{"type":["string","null"],"minLength":1,"description":"BCP 47"},"license":{"type":["string","null"],"minLength":1,"description":"License of the text"},"text_allowed":{"type":"boolean","description":"Whether the license allows release of the text"},"speaker":{"type":["string","null"],"minLength":1,"description":"The one speaker of the whole document"}},"required":[],"additionalProperties":false},"finding":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/finding.schema.json","title":"Finding","description":"One thing wrong, or worth knowing, about somebody's data.","x-file":"findings.jsonl","type":"object","properties":{"rule":{"type":"string","minLength":1,"description":"Rule that found it, room/name"},"severity":{"type":"string","enum":["error","warning","info"],"description":"Severity"},"file":{"type":["string","null"],"minLength":1,"description":"File"},"line":{"type":["integer","null"],"description":"Physical line, header = 1"},"column":{"type":["integer","null"],"description":"Character in the line, from 1"},"byte_offset":{"type":["integer","null"],"description":"Byte in the file, from 0"},"record_id":{"type":["string","null"],"minLength":1,"description":"Id of the record"},"field":{"type":["string","null"],"minLength":1,"description":"Field"},"value":{"type":["string","null"],"minLength":1,"description":"What was found"},"allowed":{"type":"array","items":{"type":"string","minLength":1},"description":"What is allowed"},"message":{"type":"string","minLength":1,"description":"Place-free sentence: what was found and what to do"},"suggestion":{"anyOf":[{"type":"object","properties":{"value":{"type":"string","description":"Proposed value"},"safe":{"type":"boolean","description":"True when applying it cannot change meaning"}},"required":["value","safe"],"additionalProperties":false},{"type":"null"}],"description":"One close candidate, or null"},"related":{"type":"array","items":{"type":"object","properties":{"file":{"type":"string","minLength":1,"description":"File"},"line":{"type":["integer","null"],"description":"Physical line, from 1"},"column":{"type":["integer","null"],"description":"Character in the line, from 1"}},"required":["file","line","column"],"additionalProperties":false},"description":"Other places that belong to it"},"fingerprint":{"type":"string","minLength":1,"description":"Survives re-sorting of the file"}},"required":["rule","severity","file","line","column","byte_offset","record_id","field","value","allowed","message","suggestion","related","fingerprint"],"additionalProperties":false},"label":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/label.schema.json","title":"Label","description":"One annotator's value for one field of one statement.","x-file":"labels/*/*.csv","x-key":["statement_id","batch_id","annotator_id","field","round"],"x-references":{"statement_id":["statements.statement_id"],"batch_id":["batches.batch_id"],"annotator_id":["annotators.annotator_id"]},"type":"object","properties":{"statement_id":{"type":"string","minLength":1,"description":"Statement","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"batch_id":{"type":"string","minLength":1,"description":"Batch"},"annotator_id":{"type":"string","minLength":1,"description":"Annotator"},"field":{"type":"string","minLength":1,"description":"Labelled field: stance, stance_score, speech_act, status, or another column"},"value":{"type":"string","minLength":1,"description":"The value"},"round":{"type":"integer","description":"Round of labelling, from 1","minimum":1},"confidence":{"type":["number","null"],"description":"Annotator's own confidence, 0 to 1","minimum":0,"maximum":1},"rule_id":{"type":["string","null"],"minLength":1,"description":"Codebook rule that decided"},"comment":{"type":["string","null"],"minLength":1,"description":"Comment"},"codebook_version":{"type":"string","minLength":1,"description":"Version of the codebook used"},"created_at":{"type":["string","null"],"minLength":1,"description":"When, as the contributor states it","pattern":"^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?$"}},"required":["statement_id","batch_id","annotator_id","field","value","round","confidence","rule_id","comment","codebook_version","created_at"],"additionalProperties":false},"membership":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/membership.schema.json","title":"Membership","description":"An office that an actor held from one date to another (Popolo's names).","x-file":"memberships.csv","x-key":["membership_id"],"x-references":{"actor_id":["actors.actor_id"],"organization_id":["actors.actor_id"],"country":["countries.country"]},"type":"object","properties":{"membership_id":{"type":"string","minLength":1,"description":"Id of the row"},"actor_id":{"type":"string","minLength":1,"description":"Actor"},"role":{"type":"string","minLength":1,"description":"Office, lower case"},"organization_id":{"type":["string","null"],"minLength":1,"description":"Organisation"},"country":{"type":["string","null"],"minLength":1,"description":"State, alpha-3","pattern":"^(?:[A-Z]{3})$"},"start_date":{"type":["string","null"],"minLength":1,"description":"First day, YYYY[-MM[-DD]]","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"},"end_date":{"type":["string","null"],"minLength":1,"description":"Last day, YYYY[-MM[-DD]]","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"}},"required":["membership_id","actor_id","role","organization_id","country","start_date","end_date"],"additionalProperties":false},"noun":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/noun.schema.json","title":"Noun","description":"A common noun that may head the subject of a cue: can what it names speak?","x-file":"nouns.csv","x-key":["noun"],"type":"object","properties":{"noun":{"type":"string","minLength":1,"description":"Singular, lower case (plural where only that is meant)"},"kind":{"type":"string","enum":["agent","collective","document","event"],"description":"agent and collective speak; a document speaks for whoever issued it; an event or thing does not speak"}},"required":["noun","kind"],"additionalProperties":false},"polarity-word":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/polarity-word.schema.json","title":"Polarity word","description":"A word inside a content that turns or carries an evaluation.","x-file":"polarity.csv","x-key":["word","part","effect"],"type":"object","properties":{"word":{"type":"string","minLength":1,"description":"Base form or phrase, lower case"},"part":{"type":"string","enum":["verb","noun","adjective","adverb"],"description":"Part of speech"},"effect":{"type":"string","enum":["positive","negative","cease","goal","hedge","condition","negation","emphasis"],"description":"positive or negative evaluation; cease: turns what follows; goal: an act worded in the affirmative; hedge, condition, negation, emphasis: marks scope"},"strength":{"type":["integer","null"],"description":"1 to 3","minimum":1,"maximum":3},"blame":{"type":["string","null"],"enum":["subject","object","doer","nobody",null],"description":"Whom a negative word blames: the subject or the object of the verb (violate; condemn), the doer of the deed that a noun or adjective names (aggression), or nobody (tragedy); null for other words"},"example":{"type":["string","null"],"minLength":1,"description":"An invented example"}},"required":["word","part","effect","strength","blame","example"],"additionalProperties":false},"project":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/project.schema.json","title":"Project","description":"demarche.json: the head of a dataset folder.","x-file":"demarche.json","type":"object","properties":{"title":{"type":"string","minLength":1,"description":"Title of the dataset"},"description":{"type":["string","null"],"minLength":1,"description":"What it holds"},"version":{"type":"string","minLength":1,"description":"Version, X.Y.Z","pattern":"^\\d+\\.\\d+\\.\\d+$"},"license":{"type":"string","minLength":1,"description":"License of the data: an SPDX identifier such as CC-BY-4.0; for any other license give license_url too"},"license_url":{"type":["string","null"],"minLength":1,"description":"Web address of the license text, for a license without an SPDX identifier","format":"uri","pattern":"^https?://"},"authors":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string","minLength":1,"description":"Name"},"orcid":{"type":["string","null"],"minLength":1,"description":"ORCID iD, 0000-0002-1825-0097 or as its web address","pattern":"^(https://orcid\\.org/)?\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]$"},"kind":{"type":["string","null"],"enum":["person","organization",null],"description":"What the author is; an author with family_names is a person"},"given_names":{"type":["string","null"],"minLength":1,"description":"Given names of a person"},"family_names":{"type":["string","null"],"minLength":1,"description":"Family names of a person, with particles as they are cited"},"affiliation":{"type":["string","null"],"minLength":1,"description":"Where a person works"}},"required":["name"],"additionalProperties":false},"description":"Authors"},"homepage":{"type":["string","null"],"minLength":1,"description":"Web page of the dataset","format":"uri"},"publisher":{"type":["string","null"],"minLength":1,"description":"Who publishes the releases: an archive, institute or repository"},"doi":{"type":["string","null"],"minLength":1,"description":"DOI reserved for the next release, 10.5281/zenodo.1234567; never that of an earlier one","pattern":"^10\\.\\d{4,9}(\\.\\d+)?/[A-Za-z0-9:/_;.()\\[\\]\\\\-]+$"},"concept_doi":{"type":["string","null"],"minLength":1,"description":"DOI of all versions together","pattern":"^10\\.\\d{4,9}(\\.\\d+)?/[A-Za-z0-9:/_;.()\\[\\]\\\\-]+$"},"keywords":{"type":"array","items":{"type":"string","minLength":1},"description":"Keywords"},"contact":{"type":["object","null"],"description":"Whom to write to about the dataset","properties":{"name":{"type":"string","minLength":1,"description":"Name of a person or office"},"email":{"type":["string","null"],"minLength":1,"description":"Address for questions","pattern":"^\\S+@\\S+\\.\\S{2,}$"}},"required":["name"],"additionalProperties":false},"funding":{"type":"array","items":{"type":"object","properties":{"funder":{"type":"string","minLength":1,"description":"Who paid"},"award":{"type":["string","null"],"minLength":1,"description":"Number of the grant"},"url":{"type":["string","null"],"minLength":1,"description":"Web page of the grant","format":"uri","pattern":"^https?://"}},"required":["funder"],"additionalProperties":false},"description":"Grants and funders"},"codebook":{"type":"string","minLength":1,"description":"Path of codebook.json, relative to this file"},"lexicons":{"type":"string","minLength":1,"description":"Folder of actors, memberships, targets, countries and word lists, relative to this file"},"standoff":{"type":"boolean","description":"True when the dataset holds no words of its documents"},"text_policy":{"type":"string","enum":["all","by-license","none"],"description":"all: every text may be released; by-license: only where text_allowed; none: stand-off only"},"read_whole":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true,"description":"Documents (document_id) that annotators read as a whole, adding every statement that the extraction had missed: releases estimate its recall on them"},"reliability":{"type":"object","description":"What counts as the reliability of this dataset","properties":{"field":{"type":"string","minLength":1,"description":"Field"},"coefficient":{"type":"string","minLength":1,"description":"Primary coefficient"},"level":{"type":"string","enum":["nominal","ordinal","interval","ratio"],"description":"Level of measurement"},"cluster":{"type":["string","null"],"minLength":1,"description":"Column to resample by"},"threshold":{"type":["number","null"],"description":"Threshold on the lower bound"}},"required":["field","coefficient","level"],"additionalProperties":false}},"required":["title","version","license","authors","codebook","lexicons"],"additionalProperties":false},"redaction":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/redaction.schema.json","title":"Redaction","description":"A document whose text a person or a publisher asked to have removed: no release has its words, earlier ones lose them.","x-file":"redactions.csv","x-key":["document_id"],"type":"object","properties":{"document_id":{"type":"string","minLength":1,"description":"Document; it need not be in the dataset any more"},"reason":{"type":"string","minLength":1,"description":"Why, in words that may be published"}},"required":["document_id","reason"],"additionalProperties":false},"role":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/role.schema.json","title":"Role","description":"A word that names an office or title.","x-file":"roles.csv","x-key":["role"],"type":"object","properties":{"role":{"type":"string","minLength":1,"description":"Lower case"},"kind":{"type":"string","enum":["office","post","honorific","generic"],"description":"office: one holder per state at a time; post: several; honorific; generic"},"aliases":{"type":"array","items":{"type":"string","minLength":1},"description":"Other words for it"}},"required":["role","kind","aliases"],"additionalProperties":false},"run":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/run.schema.json","title":"Run","description":"run.json: what made a conversion.","x-file":"run.json","type":"object","properties":{"tool":{"type":"string","minLength":1,"description":"demarche@version"},"node_unicode":{"type":"string","minLength":1,"description":"Unicode version of the JavaScript engine"},"labeler":{"type":"string","minLength":1,"description":"Labeler"},"codebook_version":{"type":"string","minLength":1,"description":"Codebook version"},"codebook_sha256":{"type":"string","minLength":1,"description":"Digest","pattern":"^[0-9a-f]{64}$"},"lexicons":{"type":"object","additionalProperties":{"type":"string"},"description":"SHA-256 of each lexicon file"},"options":{"type":"object","description":"Options that change the result"},"documents":{"type":"integer","description":"Documents read"},"statements":{"type":"integer","description":"Rows"},"turns":{"type":"integer","description":"Turns"},"findings":{"type":"object","additionalProperties":{"type":"integer"},"description":"Counts by severity"}},"required":["tool","node_unicode","labeler","codebook_version","codebook_sha256","lexicons","options","documents","statements","turns","findings"],"additionalProperties":false},"split":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/split.schema.json","title":"Split","description":"The split a document belongs to.","x-file":"splits.csv","x-key":["document_id"],"x-references":{"document_id":["documents.document_id"]},"type":"object","properties":{"document_id":{"type":"string","minLength":1,"description":"Document"},"split":{"type":"string","enum":["train","dev","test"],"description":"Split"}},"required":["document_id","split"],"additionalProperties":false},"standoff-document":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/standoff-document.schema.json","title":"Stand-off document","description":"A document of a stand-off dataset: without its title.","x-file":"documents.csv","x-key":["document_id"],"type":"object","properties":{"document_id":{"type":"string","minLength":1,"description":"Id of the document: from its metadata, its folder, or its path below the given root"},"publisher":{"type":["string","null"],"minLength":1,"description":"Publisher"},"speaker":{"type":["string","null"],"minLength":1,"description":"The one speaker of the whole document (a speech), as the metadata names him"},"url":{"type":["string","null"],"minLength":1,"description":"Address","format":"uri"},"archive_url":{"type":["string","null"],"minLength":1,"description":"Address of an archived copy","format":"uri"},"date":{"type":["string","null"],"minLength":1,"description":"Date of publication: YYYY, YYYY-MM or YYYY-MM-DD","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"},"date_precision":{"type":"string","enum":["day","month","year","unknown"],"description":"Precision of the date"},"date_basis":{"type":"string","enum":["explicit","relative","document","curated","none"],"description":"Where the date comes from"},"retrieved_at":{"type":["string","null"],"minLength":1,"description":"When the document was fetched","pattern":"^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?$"},"document_type":{"type":"string","enum":["transcript","news","communique","speech","interview","post","other"],"description":"Kind of document"},"language":{"type":["string","null"],"minLength":1,"description":"Language, BCP 47; null when it could not be told"},"license":{"type":["string","null"],"minLength":1,"description":"License of the text (SPDX id or a phrase)"},"text_allowed":{"type":"boolean","description":"True when the license allows the text to be released"},"reader":{"type":"string","minLength":1,"description":"Reader that made the text, name@version","pattern":"^[^@\\s]+@[^@\\s]+$"},"text_sha256":{"type":"string","minLength":1,"description":"SHA-256 of the normalised text, UTF-8","pattern":"^[0-9a-f]{64}$"},"length":{"type":"integer","description":"Length of the normalised text in code points","minimum":0}},"required":["document_id","publisher","speaker","url","archive_url","date","date_precision","date_basis","retrieved_at","document_type","language","license","text_allowed","reader","text_sha256","length"],"additionalProperties":false},"standoff-statement":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/standoff-statement.schema.json","title":"Stand-off statement","description":"A statement without any word of its document: offsets, hashes and labels only.","x-file":"statements.csv","x-key":["statement_id"],"x-references":{"document_id":["documents.document_id"],"turn_id":["turns.turn_id"],"speaker_id":["actors.actor_id","countries.actor_id"],"on_behalf_of":["actors.actor_id","countries.actor_id"],"addressee_ids":["actors.actor_id","countries.actor_id"],"target_id":["targets.target_id","actors.actor_id","countries.actor_id"],"target_via_id":["actors.actor_id","countries.actor_id","targets.target_id"],"embedded_in":["statements.statement_id"],"restates":["statements.statement_id"],"target_countries":["countries.country"],"speaker_country":["countries.country"]},"type":"object","properties":{"statement_id":{"type":"string","minLength":1,"description":"Stable id of the row: minted when the row is first made, kept through corrections, never used twice","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"utterance_id":{"type":"string","minLength":1,"description":"Shared by the rows cut from one utterance (joint speakers, several targets)","pattern":"^ut_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"document_id":{"type":"string","minLength":1,"description":"Document the statement stands in"},"start":{"type":"integer","description":"Start of the hull of the content, in Unicode code points of the normalised text","minimum":0},"end":{"type":"integer","description":"End of the hull of the content (exclusive), in code points","minimum":1},"segments":{"type":"array","minItems":1,"items":{"type":"object","properties":{"start":{"type":"integer","description":"First code point","minimum":0},"end":{"type":"integer","description":"One past the last code point","minimum":1}},"required":["start","end"],"additionalProperties":false},"description":"Pieces of the content in order, [start, end) in code points; neither cue nor speaker is inside. In CSV: 120-180;200-240"},"span_sha256":{"type":"string","minLength":1,"description":"SHA-256 of the text of the statement (slices joined by one space), UTF-8","pattern":"^[0-9a-f]{64}$"},"context_sha256":{"type":"string","minLength":1,"description":"SHA-256 of the 32 code points before and after the hull, joined by a line feed, UTF-8","pattern":"^[0-9a-f]{64}$"},"turn_id":{"type":["string","null"],"minLength":1,"description":"Transcript turn that the statement stands in","pattern":"^tu_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"quote_type":{"type":"string","enum":["direct","mixed","indirect","turn","document"],"description":"How the speech is given: in quotation marks, partly, reported, a transcript turn, or a document of one speaker"},"section":{"type":"string","enum":["body","headline","caption","related"],"description":"Part of the document; related = a teaser of another article, kept here but left out of releases unless asked for"},"cue_start":{"type":["integer","null"],"description":"Start of the cue, code points","minimum":0},"cue_end":{"type":["integer","null"],"description":"End of the cue (exclusive), code points","minimum":1},"cue_sha256":{"type":["string","null"],"minLength":1,"description":"SHA-256 of the words of the cue, UTF-8","pattern":"^[0-9a-f]{64}$"},"speaker_start":{"type":["integer","null"],"description":"Start of the mention, code points","minimum":0},"speaker_end":{"type":["integer","null"],"description":"End of the mention (exclusive), code points","minimum":1},"speaker_sha256":{"type":["string","null"],"minLength":1,"description":"SHA-256 of the words that mention the speaker, UTF-8","pattern":"^[0-9a-f]{64}$"},"speaker_id":{"type":["string","null"],"minLength":1,"description":"Actor who speaks; null when unknown"},"speaker_role":{"type":["string","null"],"minLength":1,"description":"Office of the speaker on the date of the statement"},"speaker_country":{"type":["string","null"],"minLength":1,"description":"State of the speaker on that date, ISO 3166-1 alpha-3 (XAA-XZZ for project codes)","pattern":"^(?:[A-Z]{3})$"},"on_behalf_of":{"type":["string","null"],"minLength":1,"description":"Actor spoken for: a spokesperson's department, a department's state"},"speaker_method":{"type":"string","enum":["exact","alias","surname","role","pronoun","heading","metadata","fuzzy","none"],"description":"How the mention was resolved to an actor"},"speaker_confidence":{"type":"number","minimum":0,"maximum":1,"description":"Confidence in speaker_id, 0 (unknown) to 1"},"addressee_ids":{"type":"array","items":{"type":"string","minLength":1},"description":"Actors spoken to; an addressee is no target unless it is evaluated"},"target_start":{"type":["integer","null"],"description":"Start of the mention, code points","minimum":0},"target_end":{"type":["integer","null"],"description":"End of the mention (exclusive), code points","minimum":1},"target_sha256":{"type":["string","null"],"minLength":1,"description":"SHA-256 of the words that mention the target, UTF-8","pattern":"^[0-9a-f]{64}$"},"target_id":{"type":["string","null"],"minLength":1,"description":"Actor, country, issue or event from the closed lists; null when not resolved"},"target_kind":{"type":"string","enum":["actor","issue","event","none"],"description":"What the target is; none where nothing is positioned"},"target_countries":{"type":"array","items":{"type":"string","minLength":1,"pattern":"^(?:[A-Z]{3})$"},"description":"States that the target is or stands for, alpha-3"},"target_via_id":{"type":["string","null"],"minLength":1,"description":"The surrogate criticised or praised in its state's stead"},"target_inferred":{"type":"boolean","description":"True when the target was carried over from an earlier sentence"},"target_distance":{"type":["integer","null"],"description":"How many sentences back the target was found; 0 = in the statement's own sentence","minimum":0},"speech_act":{"type":"string","minLength":1,"description":"What is done by saying it (categories: codebook)","x-codebook":"speech_act"},"stance":{"type":"string","minLength":1,"description":"The speaker's stated position toward the target (categories: codebook)","x-codebook":"stance"},"stance_score":{"type":["integer","null"],"description":"Sign of the stance times strength, -3 to 3; neutral 0; null for mixed, none, unclear or where no strength was labelled","minimum":-3,"maximum":3},"strength_source":{"type":["string","null"],"enum":["speaker","reporter",null],"description":"Whose words carry the strength"},"stance_basis":{"type":"string","enum":["auto","single","majority","adjudicated"],"description":"Where the stance in this row comes from"},"n_labels":{"type":"integer","description":"Number of annotators' labels that the stance rests on","minimum":0},"stance_auto":{"type":["string","null"],"minLength":1,"description":"The program's own stance, kept when labels overrule it","x-codebook":"stance"},"stance_score_auto":{"type":["integer","null"],"description":"The program's own score","minimum":-3,"maximum":3},"negated":{"type":"boolean","description":"The position is expressed through a negation"},"hedged":{"type":"boolean","description":"The position is hedged"},"conditional":{"type":"boolean","description":"The position holds under a stated condition"},"embedded_in":{"type":["string","null"],"minLength":1,"description":"Statement in which this speech is itself reported","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"restates":{"type":["string","null"],"minLength":1,"description":"Earlier statement of the same document that this one repeats","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"date":{"type":["string","null"],"minLength":1,"description":"Date of the statement as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"},"date_precision":{"type":"string","enum":["day","month","year","unknown"],"description":"Precision of the date"},"date_basis":{"type":"string","enum":["explicit","relative","document","curated","none"],"description":"Where the date comes from"},"language":{"type":"string","minLength":1,"description":"Language of the text, BCP 47"},"translated_from":{"type":["string","null"],"minLength":1,"description":"Language the speech was translated from, BCP 47"},"cluster_id":{"type":["string","null"],"minLength":1,"description":"Near-identical statements in several documents share it; set by a separate pass"},"flags":{"type":"array","items":{"type":"string","minLength":1},"description":"Notes of the extractor: interpreter, fuzzy-heading, unbalanced-quote, ..."},"labeler":{"type":"string","minLength":1,"description":"Program that made the row, name@version","pattern":"^[^@\\s]+@[^@\\s]+$"},"status":{"type":"string","enum":["auto","reviewed","adjudicated","rejected"],"description":"State of the row"}},"required":["statement_id","utterance_id","document_id","start","end","segments","span_sha256","context_sha256","turn_id","quote_type","section","cue_start","cue_end","cue_sha256","speaker_start","speaker_end","speaker_sha256","speaker_id","speaker_role","speaker_country","on_behalf_of","speaker_method","speaker_confidence","addressee_ids","target_start","target_end","target_sha256","target_id","target_kind","target_countries","target_via_id","target_inferred","target_distance","speech_act","stance","stance_score","strength_source","stance_basis","n_labels","stance_auto","stance_score_auto","negated","hedged","conditional","embedded_in","restates","date","date_precision","date_basis","language","translated_from","cluster_id","flags","labeler","status"],"patternProperties":{"^x_[a-z0-9_]+$":{"description":"Custom field declared in codebook.json","type":["string","number","boolean","null"]}},"additionalProperties":false},"standoff-turn":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/standoff-turn.schema.json","title":"Stand-off turn","description":"A turn without its heading's words.","x-file":"turns.csv","x-key":["turn_id"],"x-references":{"document_id":["documents.document_id"],"speaker_id":["actors.actor_id","countries.actor_id"]},"type":"object","properties":{"turn_id":{"type":"string","minLength":1,"description":"Id of the turn","pattern":"^tu_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"document_id":{"type":"string","minLength":1,"description":"Document"},"start":{"type":"integer","description":"Start of what is said (after heading, colon and blanks), code points","minimum":0},"end":{"type":"integer","description":"End (exclusive), code points","minimum":0},"span_sha256":{"type":"string","minLength":1,"description":"SHA-256 of what is said, UTF-8","pattern":"^[0-9a-f]{64}$"},"speaker_start":{"type":["integer","null"],"description":"Start of the mention","minimum":0},"speaker_end":{"type":["integer","null"],"description":"End of the mention","minimum":0},"speaker_sha256":{"type":["string","null"],"minLength":1,"description":"SHA-256 of the words that mention the speaker, UTF-8","pattern":"^[0-9a-f]{64}$"},"speaker_id":{"type":["string","null"],"minLength":1,"description":"Actor; null when unknown"}},"required":["turn_id","document_id","start","end","span_sha256","speaker_start","speaker_end","speaker_sha256","speaker_id"],"additionalProperties":false},"statement":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/statement.schema.json","title":"Statement","description":"One attributed piece of speech seen toward one target: who, what, about whom or what, with what position.","x-file":"statements.csv","x-key":["statement_id"],"x-references":{"document_id":["documents.document_id"],"turn_id":["turns.turn_id"],"speaker_id":["actors.actor_id","countries.actor_id"],"on_behalf_of":["actors.actor_id","countries.actor_id"],"addressee_ids":["actors.actor_id","countries.actor_id"],"target_id":["targets.target_id","actors.actor_id","countries.actor_id"],"target_via_id":["actors.actor_id","countries.actor_id","targets.target_id"],"embedded_in":["statements.statement_id"],"restates":["statements.statement_id"],"target_countries":["countries.country"],"speaker_country":["countries.country"]},"type":"object","properties":{"statement_id":{"type":"string","minLength":1,"description":"Stable id of the row: minted when the row is first made, kept through corrections, never used twice","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"utterance_id":{"type":"string","minLength":1,"description":"Shared by the rows cut from one utterance (joint speakers, several targets)","pattern":"^ut_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"document_id":{"type":"string","minLength":1,"description":"Document the statement stands in"},"start":{"type":"integer","description":"Start of the hull of the content, in Unicode code points of the normalised text","minimum":0},"end":{"type":"integer","description":"End of the hull of the content (exclusive), in code points","minimum":1},"segments":{"type":"array","minItems":1,"items":{"type":"object","properties":{"start":{"type":"integer","description":"First code point","minimum":0},"end":{"type":"integer","description":"One past the last code point","minimum":1}},"required":["start","end"],"additionalProperties":false},"description":"Pieces of the content in order, [start, end) in code points; neither cue nor speaker is inside. In CSV: 120-180;200-240"},"text":{"type":"string","minLength":1,"description":"The slices of the segments joined by one space"},"turn_id":{"type":["string","null"],"minLength":1,"description":"Transcript turn that the statement stands in","pattern":"^tu_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"quote_type":{"type":"string","enum":["direct","mixed","indirect","turn","document"],"description":"How the speech is given: in quotation marks, partly, reported, a transcript turn, or a document of one speaker"},"section":{"type":"string","enum":["body","headline","caption","related"],"description":"Part of the document; related = a teaser of another article, kept here but left out of releases unless asked for"},"cue":{"type":["string","null"],"minLength":1,"description":"The reporting words"},"cue_start":{"type":["integer","null"],"description":"Start of the cue, code points","minimum":0},"cue_end":{"type":["integer","null"],"description":"End of the cue (exclusive), code points","minimum":1},"speaker_text":{"type":["string","null"],"minLength":1,"description":"The mention of the speaker as the document writes it"},"speaker_start":{"type":["integer","null"],"description":"Start of the mention, code points","minimum":0},"speaker_end":{"type":["integer","null"],"description":"End of the mention (exclusive), code points","minimum":1},"speaker_id":{"type":["string","null"],"minLength":1,"description":"Actor who speaks; null when unknown"},"speaker_role":{"type":["string","null"],"minLength":1,"description":"Office of the speaker on the date of the statement"},"speaker_country":{"type":["string","null"],"minLength":1,"description":"State of the speaker on that date, ISO 3166-1 alpha-3 (XAA-XZZ for project codes)","pattern":"^(?:[A-Z]{3})$"},"on_behalf_of":{"type":["string","null"],"minLength":1,"description":"Actor spoken for: a spokesperson's department, a department's state"},"speaker_method":{"type":"string","enum":["exact","alias","surname","role","pronoun","heading","metadata","fuzzy","none"],"description":"How the mention was resolved to an actor"},"speaker_confidence":{"type":"number","minimum":0,"maximum":1,"description":"Confidence in speaker_id, 0 (unknown) to 1"},"addressee_ids":{"type":"array","items":{"type":"string","minLength":1},"description":"Actors spoken to; an addressee is no target unless it is evaluated"},"target_text":{"type":["string","null"],"minLength":1,"description":"The mention of the target, a noun phrase"},"target_start":{"type":["integer","null"],"description":"Start of the mention, code points","minimum":0},"target_end":{"type":["integer","null"],"description":"End of the mention (exclusive), code points","minimum":1},"target_id":{"type":["string","null"],"minLength":1,"description":"Actor, country, issue or event from the closed lists; null when not resolved"},"target_kind":{"type":"string","enum":["actor","issue","event","none"],"description":"What the target is; none where nothing is positioned"},"target_countries":{"type":"array","items":{"type":"string","minLength":1,"pattern":"^(?:[A-Z]{3})$"},"description":"States that the target is or stands for, alpha-3"},"target_via_id":{"type":["string","null"],"minLength":1,"description":"The surrogate criticised or praised in its state's stead"},"target_inferred":{"type":"boolean","description":"True when the target was carried over from an earlier sentence"},"target_distance":{"type":["integer","null"],"description":"How many sentences back the target was found; 0 = in the statement's own sentence","minimum":0},"speech_act":{"type":"string","minLength":1,"description":"What is done by saying it (categories: codebook)","x-codebook":"speech_act"},"stance":{"type":"string","minLength":1,"description":"The speaker's stated position toward the target (categories: codebook)","x-codebook":"stance"},"stance_score":{"type":["integer","null"],"description":"Sign of the stance times strength, -3 to 3; neutral 0; null for mixed, none, unclear or where no strength was labelled","minimum":-3,"maximum":3},"strength_source":{"type":["string","null"],"enum":["speaker","reporter",null],"description":"Whose words carry the strength"},"stance_basis":{"type":"string","enum":["auto","single","majority","adjudicated"],"description":"Where the stance in this row comes from"},"n_labels":{"type":"integer","description":"Number of annotators' labels that the stance rests on","minimum":0},"stance_auto":{"type":["string","null"],"minLength":1,"description":"The program's own stance, kept when labels overrule it","x-codebook":"stance"},"stance_score_auto":{"type":["integer","null"],"description":"The program's own score","minimum":-3,"maximum":3},"negated":{"type":"boolean","description":"The position is expressed through a negation"},"hedged":{"type":"boolean","description":"The position is hedged"},"conditional":{"type":"boolean","description":"The position holds under a stated condition"},"embedded_in":{"type":["string","null"],"minLength":1,"description":"Statement in which this speech is itself reported","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"restates":{"type":["string","null"],"minLength":1,"description":"Earlier statement of the same document that this one repeats","pattern":"^st_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"date":{"type":["string","null"],"minLength":1,"description":"Date of the statement as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD","pattern":"^\\d{4}(-\\d{2}(-\\d{2})?)?$"},"date_precision":{"type":"string","enum":["day","month","year","unknown"],"description":"Precision of the date"},"date_basis":{"type":"string","enum":["explicit","relative","document","curated","none"],"description":"Where the date comes from"},"language":{"type":"string","minLength":1,"description":"Language of the text, BCP 47"},"translated_from":{"type":["string","null"],"minLength":1,"description":"Language the speech was translated from, BCP 47"},"cluster_id":{"type":["string","null"],"minLength":1,"description":"Near-identical statements in several documents share it; set by a separate pass"},"flags":{"type":"array","items":{"type":"string","minLength":1},"description":"Notes of the extractor: interpreter, fuzzy-heading, unbalanced-quote, ..."},"labeler":{"type":"string","minLength":1,"description":"Program that made the row, name@version","pattern":"^[^@\\s]+@[^@\\s]+$"},"status":{"type":"string","enum":["auto","reviewed","adjudicated","rejected"],"description":"State of the row"}},"required":["statement_id","utterance_id","document_id","start","end","segments","text","turn_id","quote_type","section","cue","cue_start","cue_end","speaker_text","speaker_start","speaker_end","speaker_id","speaker_role","speaker_country","on_behalf_of","speaker_method","speaker_confidence","addressee_ids","target_text","target_start","target_end","target_id","target_kind","target_countries","target_via_id","target_inferred","target_distance","speech_act","stance","stance_score","strength_source","stance_basis","n_labels","stance_auto","stance_score_auto","negated","hedged","conditional","embedded_in","restates","date","date_precision","date_basis","language","translated_from","cluster_id","flags","labeler","status"],"patternProperties":{"^x_[a-z0-9_]+$":{"description":"Custom field declared in codebook.json","type":["string","number","boolean","null"]}},"additionalProperties":false},"target":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/target.schema.json","title":"Target","description":"An issue (a matter or proposed conduct, worded in the affirmative) or event of the project's closed list.","x-file":"targets.csv","x-key":["target_id"],"x-references":{"parent_id":["targets.target_id"],"countries":["countries.country"]},"type":"object","properties":{"target_id":{"type":"string","minLength":1,"description":"Stable id","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$"},"kind":{"type":"string","enum":["issue","event"],"description":"Kind"},"name":{"type":"string","minLength":1,"description":"Name, worded in the affirmative"},"aliases":{"type":"array","items":{"type":"string","minLength":1},"description":"Noun phrases that mean it"},"parent_id":{"type":["string","null"],"minLength":1,"description":"Broader target"},"countries":{"type":"array","items":{"type":"string","minLength":1,"pattern":"^(?:[A-Z]{3})$"},"description":"States that it concerns, alpha-3"}},"required":["target_id","kind","name","aliases","parent_id","countries"],"additionalProperties":false},"tombstone":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/tombstone.schema.json","title":"Tombstone","description":"A withdrawn id, with its reason and what replaced it.","x-file":"tombstones.csv","x-key":["id"],"type":"object","properties":{"id":{"type":"string","minLength":1,"description":"The withdrawn id"},"withdrawn_in":{"type":["string","null"],"minLength":1,"description":"Release that withdrew it"},"reason":{"type":"string","minLength":1,"description":"Reason"},"replaced_by":{"type":["string","null"],"minLength":1,"description":"Id that replaces it"}},"required":["id","withdrawn_in","reason","replaced_by"],"additionalProperties":false},"turn":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/turn.schema.json","title":"Turn","description":"One turn of a transcript; journalists' questions are turns too.","x-file":"turns.csv","x-key":["turn_id"],"x-references":{"document_id":["documents.document_id"],"speaker_id":["actors.actor_id","countries.actor_id"]},"type":"object","properties":{"turn_id":{"type":"string","minLength":1,"description":"Id of the turn","pattern":"^tu_[0-9a-hjkmnp-tv-z]{16}(-[0-9]+)?$"},"document_id":{"type":"string","minLength":1,"description":"Document"},"start":{"type":"integer","description":"Start of what is said (after heading, colon and blanks), code points","minimum":0},"end":{"type":"integer","description":"End (exclusive), code points","minimum":0},"speaker_text":{"type":["string","null"],"minLength":1,"description":"The heading's speaker as written"},"speaker_start":{"type":["integer","null"],"description":"Start of the mention","minimum":0},"speaker_end":{"type":["integer","null"],"description":"End of the mention","minimum":0},"speaker_id":{"type":["string","null"],"minLength":1,"description":"Actor; null when unknown"}},"required":["turn_id","document_id","start","end","speaker_text","speaker_start","speaker_end","speaker_id"],"additionalProperties":false},"verb":{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://demarche.dev/schema/verb.schema.json","title":"Verb","description":"A word that may be a verb, with how often it is one: what the grammar needs to tell 'the reports show' from 'the show reports'. Counts are of sense-tagged uses in WordNet 3.0 (Princeton University, see seeds/lexicons/NOTICE).","x-file":"verbs.csv","x-key":["verb"],"type":"object","properties":{"verb":{"type":"string","minLength":1,"description":"Base form, lower case"},"as_verb":{"type":"integer","minimum":0,"description":"Tagged uses as a verb"},"as_noun":{"type":"integer","minimum":0,"description":"Tagged uses of the same word as a noun"},"as_adjective":{"type":"integer","minimum":0,"description":"Tagged uses of the same word as an adjective or adverb"},"forms":{"type":"array","items":{"type":"string","minLength":1},"description":"Irregular forms: third person;past;participle;ing. Those of a cue stand in cues.csv"}},"required":["verb","as_verb","as_noun","as_adjective","forms"],"additionalProperties":false}};
