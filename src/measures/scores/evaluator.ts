import { recodeTables, recodingFor, type LabelMapping } from './class-scheme.js';
import { itemsIn, type ConfusionTables } from './confusion.js';
import { NO_ITEMS, noScore, type ScoreConvention, type ScoreValue } from './score-convention.js';

/** A convention made ready for certain categories. */
export interface Evaluator {
  readonly convention: ScoreConvention;
  /** The translation of categories into the convention's classes, in words; null where there is none. */
  readonly mapping: string | null;
  evaluate(tables: ConfusionTables): ScoreValue;
}

const NO_COUNTERPART = 'a label without a counterpart in the mapping';

/** Makes conventions ready for tables with these categories; `mapping` is used by conventions with classes of their own. */
export function evaluators(
  conventions: readonly ScoreConvention[],
  categories: readonly string[],
  mapping: LabelMapping | null = null,
): Evaluator[] {
  return conventions.map((convention) => {
    const { scheme } = convention;
    if (scheme === undefined) {
      return {
        convention,
        mapping: null,
        evaluate: (tables) => (itemsIn(tables.pooled) === 0 ? noScore(NO_ITEMS) : convention.compute(tables)),
      };
    }
    const recoding = recodingFor(scheme, categories, mapping);
    return {
      convention,
      mapping: recoding.mapping,
      evaluate(tables) {
        const items = itemsIn(tables.pooled);
        if (items === 0) return noScore(NO_ITEMS);
        const recoded = recodeTables(tables, recoding);
        const left = itemsIn(recoded.pooled);
        if (left === items) return convention.compute(recoded, recoding, tables);
        const dropped = { [NO_COUNTERPART]: items - left };
        if (left === 0) return { ...noScore('no item has a counterpart in the mapping'), dropped };
        return { ...convention.compute(recoded, recoding, tables), dropped };
      },
    };
  });
}
