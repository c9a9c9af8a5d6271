import type { SpanResult } from '../measures/spans/span-results.js';
import type { Finding } from '../model/generated.js';
import type { InputFile } from './agreement-report.js';

/** Everything `agree` finds out about spans that annotators marked themselves. Key order is the order in JSON. */
export interface UnitizingReport {
  readonly input: {
    readonly files: readonly InputFile[];
    readonly documents: number;
    /** Of all texts together; null where one is not known. */
    readonly length: number | null;
    readonly spans: number;
    readonly annotators: readonly string[];
    readonly categories: readonly string[];
  };
  readonly options: Readonly<Record<string, unknown>>;
  /** What has to be said before any number. */
  readonly notes: readonly string[];
  readonly results: readonly SpanResult[];
  readonly annotators: readonly {
    readonly annotator_id: string;
    /** Documents read. */
    readonly documents: number;
    readonly spans: number;
    /** Length of all spans together. */
    readonly marked: number;
  }[];
  readonly findings: readonly Finding[];
}
