import type { Codebook } from '../model/generated.js';
import type { CodebookChange } from '../reports/codebook-diff-report.js';
import { change, isRewording, pairRenamed, sameWords } from './codebook-change.js';

/** A category of a codebook field. */
export type Category = NonNullable<Codebook['fields'][number]['categories']>[number];

/** `ordered`: the categories are a scale, so that their order is part of it. */
export interface CategoryChangeOptions {
  readonly ordered: boolean;
  readonly reworded: readonly string[];
}

/** How the categories of a field differ. */
export function categoryChanges(
  field: string,
  before: readonly Category[],
  after: readonly Category[],
  { ordered, reworded }: CategoryChangeOptions,
): CodebookChange[] {
  const sides = pairRenamed(
    before,
    after,
    ({ value }) => value,
    (a, b) => sameWords(a.definition, b.definition) && signOf(a) === signOf(b),
  );
  const name = ({ value }: Category): string => `${field}:${value}`;
  const place = ({ value }: Category): Partial<CodebookChange> => ({ field, category: value });
  const order = (list: readonly Category[]): string =>
    list
      .map(({ value }) => value)
      .filter((value) => sides.common.some(([one]) => one.value === value))
      .join(', ');
  return [
    ...sides.renamed.map(([old, now]) =>
      change('category', 'renamed', name(old), {
        ...place(old),
        before: old.value,
        after: now.value,
        step: 'major',
        task: 'move',
      }),
    ),
    ...sides.removed.map((one) =>
      change('category', 'removed', name(one), {
        ...place(one),
        before: one.definition,
        step: 'major',
        task: 'relabel',
      }),
    ),
    ...sides.added.map((one) =>
      change('category', 'added', name(one), { ...place(one), after: one.definition, step: 'minor' }),
    ),
    ...sides.common.flatMap(([old, now]) => oneCategory(old, now, { name: name(old), place: place(old), reworded })),
    ...(ordered && order(before) !== order(after)
      ? [change('field', 'order', field, { field, before: order(before), after: order(after), step: 'minor' })]
      : []),
  ];
}

const signOf = ({ sign }: Category): string => sign ?? 'none';

interface Named {
  readonly name: string;
  readonly place: Partial<CodebookChange>;
  readonly reworded: readonly string[];
}

function oneCategory(old: Category, now: Category, { name, place, reworded }: Named): CodebookChange[] {
  const found: CodebookChange[] = [];
  if (signOf(old) !== signOf(now)) {
    const signs = { before: signOf(old), after: signOf(now) };
    found.push(change('category', 'sign', name, { ...place, ...signs, step: 'major', task: 'relabel' }));
  }
  if (old.definition !== now.definition) {
    const words = { ...place, before: old.definition, after: now.definition };
    found.push(
      isRewording(name, old.definition, now.definition, reworded)
        ? change('category', 'reworded', name, words)
        : change('category', 'redefined', name, { ...words, step: 'major', task: 'relabel' }),
    );
  }
  if ((old.name ?? null) !== (now.name ?? null)) {
    found.push(change('category', 'name', name, { ...place, before: old.name ?? null, after: now.name ?? null }));
  }
  const examples = ({ examples: a = [], counter_examples: b = [] }: Category): string => JSON.stringify([a, b]);
  if (examples(old) !== examples(now)) found.push(change('category', 'examples', name, place));
  return found;
}
