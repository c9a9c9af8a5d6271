import type { Result } from '../measures/result.js';
import type { Finding } from '../model/generated.js';
import type { InputFile, LevelReport } from './agreement-report.js';

/** What two codings found at one level, of what both had found at the level before. */
export interface SpanLevel {
  readonly level: 'span' | 'speaker' | 'target' | 'stance';
  readonly question: string;
  /** What is compared: documents, matched spans, spans with one speaker, statements. */
  readonly units: number;
  /** Found by each, and by both. At the level of stance all three are the statements that both give a stance. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly only_first: number;
  readonly only_second: number;
  /** 2 both / (first + second); null where nothing is compared. */
  readonly f: number | null;
  readonly ci: readonly [number, number] | null;
  readonly ci_method: string | null;
  readonly reason: string | null;
  /** Coefficients over the units; spans have span_f under other criteria and the alphas. */
  readonly results: readonly Result[];
}

/** Where each row of a coding went: the numbers add up to `rows`. */
export interface SpanAccount {
  readonly file: string;
  readonly rows: number;
  /** Rows whose span the other coding does not have. */
  readonly span: number;
  /** Rows whose span is matched, but whose speaker the other coding does not have there. */
  readonly speaker: number;
  /** Rows whose span and speaker are matched, but not the target. */
  readonly target: number;
  /** Rows that say again what another row of the same coding says. */
  readonly duplicate: number;
  /** Rows matched in everything: of these stance is compared. */
  readonly matched: number;
}

/** A row without a partner, and the level at which it lost it. */
export interface UnmatchedRow {
  readonly level: 'span' | 'speaker' | 'target' | 'duplicate';
  readonly file: string;
  readonly line: number;
  readonly document_id: string;
  readonly start: number;
  readonly end: number;
  readonly statement_id: string | null;
  readonly text: string | null;
}

/** Two codings of the same documents, level by level. Key order is the order in JSON. */
export interface SpanComparison {
  readonly input: {
    readonly files: readonly InputFile[];
    readonly documents: number;
    /** Documents in which only the first, only the second has statements: they count as not found by the other. */
    readonly documents_only: readonly [number, number];
  };
  readonly options: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
  readonly levels: readonly SpanLevel[];
  /** Stance at its nested levels, over the statements that both have. */
  readonly stance_levels: readonly LevelReport[];
  /** How often the first said one stance and the second another. */
  readonly stance_confusion: readonly { readonly labels: readonly [string, string]; readonly count: number }[];
  readonly accounts: readonly [SpanAccount, SpanAccount];
  readonly unmatched: readonly UnmatchedRow[];
  readonly findings: readonly Finding[];
}
