import type { Cue } from '../../model/generated.js';
import type { Token } from '../../text/tokens.js';
import type { Mention } from '../parse/context.js';
import type { SpokenBlame } from '../speech/read-speech.js';

/** What a labeler sees of one statement: its content as tokens, and how it was attributed. */
export interface LabelInput {
  readonly tokens: readonly Token[];
  /** The content's pieces as token ranges, in order. */
  readonly content: readonly Mention[];
  /** The cue's sense; null in turns and speeches. */
  readonly sense: Cue | null;
  readonly cue: Mention | null;
  readonly negated: boolean;
  readonly modal: string | null;
  /** A condition stands before the words that carry the position. */
  readonly condition: boolean;
  /** The speaker's own words: "we" and "I" are the speaker. */
  readonly firstPerson: boolean;
  /** The document's words about what was said, wholly or in part (indirect and mixed speech). */
  readonly reported: boolean;
  /** The reported clause begins with the speaker itself ("said it will …"), so that its verbs are the speaker's acts. */
  readonly ownSubject: boolean;
  /** Last token of the speaker's own name or state where the content begins with it; null otherwise. */
  readonly ownName: number | null;
  /** Listed targets named in the content: "an end to the war" may be one as a whole. */
  readonly listed: readonly Mention[];
  /** What the sentence charges others with, read within its speech; null outside speeches and turns. */
  readonly blame: SpokenBlame | null;
}

/** A stance with what it was read from. Categories are the codebook's. */
export interface StanceLabel {
  readonly stance: string;
  readonly stance_score: number | null;
  readonly strength_source: 'speaker' | 'reporter' | null;
  readonly speech_act: string;
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly conditional: boolean;
  /** Token on which the position rests, to find its target nearby; null when there is no position. */
  readonly pivot: number | null;
  /** The position rests on a verb: its token stands before the pivot, which is what follows the verb. */
  readonly pivotVerb: boolean;
}

/** A program that gives each statement its stance; a plug-in. */
export interface Labeler {
  readonly name: string;
  readonly version: string;
  label(input: LabelInput): StanceLabel;
}
