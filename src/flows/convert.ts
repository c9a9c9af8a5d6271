import { makeExtractor, type Extractor } from '../extract/extractor.js';
import type { Tombstone } from '../model/generated.js';
import type { Lexicons } from '../model/lexicons.js';
import type { Previous } from '../model/previous.js';
import type { Source } from '../readers/source.js';
import { convertDocument, type Converted } from './convert-document.js';
import { keepIds } from './keep-ids.js';

/** Options of `convert`. */
export interface ConvertOptions {
  readonly lexicons: Lexicons;
  /** Name of a labeler; default 'lexicon'. */
  readonly labeler?: string;
  /** Make statements of journalists' questions too. */
  readonly questions?: boolean;
  readonly previous?: Previous;
  /** A compiled extractor, where the caller keeps one. */
  readonly extractor?: Extractor;
}

/** A converted document, and tombstones for ids of the earlier conversion that it no longer has. */
export interface ConvertResult extends Converted {
  readonly tombstones: readonly Tombstone[];
}

/**
 * Documents to statements.
 *
 *     bytes -> read -> mark lines -> sentences, quotations -> attribute -> resolve speakers -> targets -> stance -> rows
 *
 * One document is in memory at a time; results come in the order of the sources. Nothing is thrown for bad input: a
 * document that can't be read has `document: null` and a finding that says why.
 */
export function* convert(
  sources: Iterable<Source>,
  options: ConvertOptions,
): Generator<ConvertResult, void, undefined> {
  const { lexicons, labeler = 'lexicon', questions = false, previous } = options;
  const extractor = options.extractor ?? makeExtractor(lexicons, { labeler });
  for (const source of sources) {
    const converted = convertDocument(source, extractor, { questions });
    if (!previous || converted.document === null) {
      yield { ...converted, tombstones: [] };
      continue;
    }
    const old = previous.statements.get(source.document_id) ?? [];
    const kept = keepIds(converted.statements, old, {
      isAncestor: extractor.targets.isAncestor,
      retired: previous.retired,
    });
    yield { ...converted, statements: kept.statements, tombstones: kept.tombstones };
  }
}
