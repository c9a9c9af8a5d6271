import { orderCategories } from '../label-matrix.js';

/** Categories in their order, and the place of each on a scale. */
export interface ScoreScale {
  readonly categories: readonly string[];
  /** Not a number for a category off the scale; null where there is no scale. */
  readonly values: Float64Array | null;
}

/**
 * The categories of labels with a declared order, in which "neutral/none" puts two on one place. Numbers have the
 * places that they say; otherwise categories that the order does not name are off the scale. Without an order only
 * numbers are on one.
 */
export function scoreScale(labels: Iterable<string>, order: readonly string[] = []): ScoreScale {
  const found = new Set(labels);
  const places = order.map((entry) => (found.has(entry) ? [entry] : entry.split('/').map((name) => name.trim())));
  const { categories, values } = orderCategories(found, places.flat());
  if (values !== null || order.length === 0) return { categories, values };
  return {
    categories,
    values: Float64Array.from(categories, (category) => {
      const place = places.findIndex((names) => names.includes(category));
      return place < 0 ? NaN : place;
    }),
  };
}
