import type { Codebook } from '../model/generated.js';
import type { CodebookChange } from '../reports/codebook-diff-report.js';
import { categoryChanges, type Category } from './codebook-category-changes.js';
import { change, isRewording, pairRenamed, sameWords } from './codebook-change.js';

type Field = Codebook['fields'][number];
type Rule = Codebook['rules'][number];

/**
 * How a codebook differs from an earlier one: in the order of its fields, then rules and crosswalks. `reworded` names
 * parts (field, field:category, rule:id) whose new words mean the same; words that differ only in case, blanks and
 * punctuation count as the same without being named.
 */
export function codebookChanges(
  before: Codebook,
  after: Codebook,
  { reworded = [] }: { readonly reworded?: readonly string[] } = {},
): CodebookChange[] {
  return [
    ...(before.title === after.title
      ? []
      : [change('codebook', 'changed', 'title', { before: before.title, after: after.title })]),
    ...fieldChanges(before, after, reworded),
    ...ruleChanges(before.rules, after.rules, reworded),
    ...crosswalkChanges(before, after),
  ];
}

function fieldChanges(before: Codebook, after: Codebook, reworded: readonly string[]): CodebookChange[] {
  const sides = pairRenamed(before.fields, after.fields, ({ field }) => field, sameField);
  return [
    ...sides.renamed.map(([old, now]) =>
      change('field', 'renamed', old.field, {
        field: old.field,
        before: old.field,
        after: now.field,
        step: 'major',
        task: 'move',
      }),
    ),
    ...sides.removed.map(({ field, description }) =>
      change('field', 'removed', field, { field, before: description, step: 'major', task: 'drop' }),
    ),
    ...sides.added.map(({ field, description }) =>
      change('field', 'added', field, { field, after: description, step: 'minor' }),
    ),
    ...sides.common.flatMap(([old, now]) => oneField(old, now, reworded)),
  ];
}

/** Whether two fields of different names ask the same: their kind and categories, or where they have none their words. */
function sameField(a: Field, b: Field): boolean {
  const what = ({ type, level, minimum, maximum, categories = [] }: Field): string =>
    JSON.stringify([type, level, minimum, maximum, categories.map(({ value, definition }) => [value, definition])]);
  return what(a) === what(b) && ((a.categories ?? []).length > 0 || sameWords(a.description, b.description));
}

function oneField(old: Field, now: Field, reworded: readonly string[]): CodebookChange[] {
  const { field } = old;
  if (old.type !== now.type) {
    return [
      change('field', 'type', field, { field, before: old.type, after: now.type, step: 'major', task: 'relabel' }),
    ];
  }
  const words = { field, before: old.description, after: now.description };
  return [
    ...(old.level === now.level
      ? []
      : [change('field', 'level', field, { field, before: old.level, after: now.level, step: 'minor' })]),
    ...(old.description === now.description
      ? []
      : isRewording(field, old.description, now.description, reworded)
        ? [change('field', 'reworded', field, words)]
        : [change('field', 'redefined', field, { ...words, step: 'minor', task: 'recheck' })]),
    ...rangeChanges(old, now),
    ...categoryChanges(field, categoriesOf(old), categoriesOf(now), { ordered: now.level === 'ordinal', reworded }),
  ];
}

const categoriesOf = ({ categories }: Field): readonly Category[] => categories ?? [];

/** A range that shrinks takes values away; one that grows puts those at its old end in doubt: there was nothing beyond. */
function rangeChanges(old: Field, now: Field): CodebookChange[] {
  return (['minimum', 'maximum'] as const).flatMap((end) => {
    const [before, after] = [old[end], now[end]];
    if (before === after) return [];
    const outward = end === 'minimum' ? -1 : 1;
    const widened = (after ?? outward * Infinity) * outward > (before ?? outward * Infinity) * outward;
    return [
      change('field', end, old.field, {
        field: old.field,
        before: before === undefined ? null : String(before),
        after: after === undefined ? null : String(after),
        step: widened ? 'minor' : 'major',
        task: widened ? 'recheck' : 'relabel',
      }),
    ];
  });
}

function ruleChanges(before: readonly Rule[], after: readonly Rule[], reworded: readonly string[]): CodebookChange[] {
  const sides = pairRenamed(
    before,
    after,
    ({ rule_id }) => rule_id,
    (a, b) => sameWords(a.text, b.text),
  );
  const name = (rule: Rule): string => `rule:${rule.rule_id}`;
  return [
    ...sides.renamed.map(([old, now]) =>
      change('rule', 'renamed', name(old), {
        rule_id: old.rule_id,
        before: old.rule_id,
        after: now.rule_id,
        step: 'minor',
        task: 'move',
      }),
    ),
    ...sides.removed.map((rule) =>
      change('rule', 'removed', name(rule), {
        rule_id: rule.rule_id,
        before: rule.text,
        step: 'minor',
        task: 'recheck',
      }),
    ),
    ...sides.added.map((rule) =>
      change('rule', 'added', name(rule), { rule_id: rule.rule_id, after: rule.text, step: 'minor' }),
    ),
    ...sides.common.flatMap(([old, now]) => {
      const words = { rule_id: old.rule_id, before: old.text, after: now.text };
      const text =
        old.text === now.text
          ? []
          : isRewording(name(old), old.text, now.text, reworded)
            ? [change('rule', 'reworded', name(old), words)]
            : [change('rule', 'redefined', name(old), { ...words, step: 'minor', task: 'recheck' })];
      const examples =
        JSON.stringify(old.examples ?? []) === JSON.stringify(now.examples ?? [])
          ? []
          : [change('rule', 'examples', name(old), { rule_id: old.rule_id })];
      return [...text, ...examples];
    }),
  ];
}

function crosswalkChanges(before: Codebook, after: Codebook): CodebookChange[] {
  const byName = ({ crosswalks = [] }: Codebook): ReadonlyMap<string, string> =>
    new Map(crosswalks.map((one) => [`${one.field} to ${one.scheme}`, JSON.stringify([one.map, one.lossy ?? []])]));
  const [old, now] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    if (old.get(name) === now.get(name)) return [];
    const what = !now.has(name) ? 'removed' : !old.has(name) ? 'added' : 'changed';
    return [change('crosswalk', what, name)];
  });
}
