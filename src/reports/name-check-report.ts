import type { Finding } from '../model/generated.js';
import type { MentionForm } from '../text/mention-form.js';

/** Why a mention has no id, as far as the lexicons tell. */
export type WhyUnresolved =
  /** The name is in the lexicons: convert again, or the text left it open. */
  | 'listed'
  /** A listed name is spelt nearly so. */
  | 'spelling'
  /** A person was taken whose name stands inside a longer mention ("the Dorn campaign"). */
  | 'inside'
  /** Only a surname, and one listed person bears it. */
  | 'surname'
  /** Several listed persons bear the surname. */
  | 'several persons'
  /** An office of a state, and nobody is listed as its holder on the date. */
  | 'no holder'
  /** An office of a state with several holders on the date. */
  | 'several holders';

/** An entry of the lexicons that a mention may mean. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
}

/** Mentions that differ in case, article, title or possessive alone. */
export interface MentionGroup {
  /** The commonest wording. */
  readonly mention: string;
  readonly form: MentionForm;
  readonly rows: number;
  /** Rows among them that take a position. */
  readonly positions: number;
  readonly documents: number;
  readonly first: { readonly document_id: string; readonly start: number | null; readonly end: number | null };
  readonly variants: readonly { readonly text: string; readonly rows: number }[];
  readonly why: WhyUnresolved | null;
  readonly suggestions: readonly Suggestion[];
  /** The office that is named, with its state and the date; null for other mentions. */
  readonly office: string | null;
  readonly document_ids?: readonly string[];
}

/** Rows of one kind and their share of all. */
export interface RowShare {
  readonly name: string;
  readonly rows: number;
  /** Null where there are no rows at all. */
  readonly share: number | null;
}

/** A list of mentions, cut to what was asked for. */
export interface MentionList {
  readonly mentions: number;
  readonly rows: number;
  readonly groups: readonly MentionGroup[];
}

/** What `actors check` and `targets check` find out. */
export interface NameCheckReport {
  readonly what: 'actors' | 'targets';
  readonly input: {
    readonly path: string;
    readonly rows: number;
    /** Rows that are not looked at: teasers of other articles, and rejected ones. */
    readonly left_out: number;
  };
  /** Resolved, unresolved (a mention without an id) and none (no mention). */
  readonly shares: readonly RowShare[];
  /** How the resolved ones were: by method (speakers) or by kind (targets). */
  readonly methods: readonly RowShare[];
  /** Unresolved mentions that a lexicon could hold, the most frequent first. */
  readonly unresolved: MentionList;
  /** Rows whose mention is a pronoun that points to nobody known: they follow the names. */
  readonly pronouns: number;
  /**
   * Mentions that were resolved by a guess at their spelling, or to a person whose name they only hold: look whether
   * that is right, as a wrong person is worse than none.
   */
  readonly uncertain: MentionList;
  readonly findings: readonly Finding[];
}
