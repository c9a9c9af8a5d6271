import type { ScoredItem } from '../measures/scores/score-sample.js';
import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { suggestCategory } from '../checks/suggest-category.js';
import type { LabelledItem } from './score-items.js';
import { likeliest } from './score-probabilities.js';

/** What a dataset knows of an item: its target, document (`cluster`), speaker, quote type, … */
export type Lookup = (id: string) => Readonly<Record<string, string>> | null;

/** An item that gold and the systems share. */
export interface JoinedItem extends ScoredItem {
  readonly id: string;
  readonly groups: Readonly<Record<string, string>>;
}

/** Gold and predictions joined by id. */
export interface JoinedItems {
  /** Items with a gold label and a prediction by every system, in the order of gold. */
  readonly items: readonly JoinedItem[];
  /** The items of gold that have an id and a label, once each. */
  readonly gold: readonly LabelledItem[];
  readonly findings: readonly Finding[];
}

/** From this many on, findings of one kind about single items become one that counts them. */
const MANY = 10;

const say = (rule: string, item: LabelledItem, message: string, details: FindingDetails = {}): Finding =>
  finding(rule, item, message, { record_id: item.id, ...details });

/** A finding for each item, or one for all of them where there are many. */
function each(
  rule: string,
  items: readonly LabelledItem[],
  words: { readonly one: (item: LabelledItem) => string; readonly many: string },
  details: FindingDetails,
): Finding[] {
  if (items.length <= MANY) return items.map((item) => say(rule, item, words.one(item), details));
  const some = items.slice(0, 3).map(({ id }) => id);
  const message = `${items.length} items ${words.many} (${some.join(', ')}, …)`;
  return [finding(rule, items[0]!, message, { ...details, value: String(items.length) })];
}

/** The label of an item, from its probabilities where it has none of its own: the likeliest. */
export function labelOf({ label, probabilities }: LabelledItem, ties: 'first' | 'none'): string {
  if (label !== '' || probabilities === null) return label;
  const best = likeliest(probabilities);
  return best.length === 1 || ties === 'first' ? (best[0] ?? '') : '';
}

/**
 * Items by id, each with its label; of two for one id the first stands. Items without a label are left out: with a
 * finding, where not even probabilities say what it could be or several labels are equally likely.
 */
export function indexItems(
  items: readonly LabelledItem[],
  ties: 'first' | 'none',
): { readonly byId: ReadonlyMap<string, LabelledItem>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const seen = new Map<string, LabelledItem>();
  for (const item of items) {
    if (item.id === '') {
      findings.push(finding('score/empty-id', item, 'the item has no id; it is left out'));
      continue;
    }
    const first = seen.get(item.id);
    if (first === undefined) {
      seen.set(item.id, item);
      continue;
    }
    const same = item.label === first.label ? 'with the same label' : `with "${item.label}" after "${first.label}"`;
    const message = `item ${item.id} stands twice, ${same}; the first counts`;
    const related = [{ file: first.file, line: first.line, column: first.column }];
    findings.push(say('score/duplicate', item, message, { related, value: item.label }));
  }
  const byId = new Map<string, LabelledItem>();
  const empty: LabelledItem[] = [];
  const tied: LabelledItem[] = [];
  for (const [id, item] of seen) {
    const label = labelOf(item, ties);
    if (label === item.label && label !== '') byId.set(id, item);
    else if (label !== '') byId.set(id, { ...item, column: item.column, label });
    else (item.probabilities === null ? empty : tied).push(item);
  }
  const without = {
    one: ({ id }: LabelledItem) => `item ${id} has no label; it is left out`,
    many: 'have no label; they are left out',
  };
  const equal = {
    one: ({ id }: LabelledItem) => `item ${id} has no single likeliest label; it has no part in scores of labels`,
    many: 'have no single likeliest label; they have no part in scores of labels',
  };
  findings.push(...each('score/empty-label', empty, without, { severity: 'warning' }));
  findings.push(...each('score/tie', tied, equal, { severity: 'info' }));
  return { byId, findings };
}

/** What is wrong between gold and one system's items. */
function joinFindings(
  golden: ReadonlyMap<string, LabelledItem>,
  found: ReadonlyMap<string, LabelledItem>,
  items: readonly LabelledItem[],
  known: ReadonlySet<string>,
): Finding[] {
  const where = items[0]?.file ?? 'the predictions';
  const missing = [...golden.values()].filter(({ id }) => !found.has(id));
  const extra = [...found.values()].filter(({ id }) => !known.has(id));
  return [
    ...missing.map((item) =>
      say('score/missing', item, `item ${item.id} has no prediction in ${where}; it is not scored`),
    ),
    ...each(
      'score/extra',
      extra,
      { one: ({ id }) => `item ${id} is not in gold; it is not scored`, many: 'are not in gold; they are not scored' },
      { severity: 'warning' },
    ),
    ...strangeLabels(found, golden),
    ...reordered(items, golden),
  ];
}

function strangeLabels(found: ReadonlyMap<string, LabelledItem>, golden: ReadonlyMap<string, LabelledItem>): Finding[] {
  const goldLabels = [...new Set([...golden.values()].map(({ label }) => label))];
  const first = new Map<string, LabelledItem>();
  for (const item of found.values()) {
    if (golden.has(item.id) && !goldLabels.includes(item.label) && !first.has(item.label)) first.set(item.label, item);
  }
  return [...first.values()].map((item) => {
    const meant = suggestCategory(
      item.label,
      goldLabels.map((value) => ({ value })),
    );
    return say('score/unknown-label', item, `"${item.label}" is predicted but never in gold`, {
      severity: 'warning',
      value: item.label,
      allowed: goldLabels,
      suggestion: meant && { value: meant.value, safe: false },
    });
  });
}

function reordered(items: readonly LabelledItem[], golden: ReadonlyMap<string, LabelledItem>): Finding[] {
  const position = new Map([...golden.keys()].map((id, i) => [id, i]));
  const positions = items.flatMap(({ id }) => position.get(id) ?? []);
  const at = positions.findIndex((place, i) => i > 0 && place < positions[i - 1]!);
  if (at < 0) return [];
  const message = 'the items are in another order than in gold; they are joined by id';
  return [finding('score/reordered', { file: items[0]!.file, line: null }, message, { severity: 'info' })];
}

/**
 * The items that gold and all the systems have. What gold does not say of an item (its target, its document, who
 * speaks) the predictions may say, else the dataset.
 */
export function sharedItems(
  golden: ReadonlyMap<string, LabelledItem>,
  systems: readonly ReadonlyMap<string, LabelledItem>[],
  lookup: Lookup = () => null,
): JoinedItem[] {
  return [...golden.values()].flatMap((item) => {
    const predicted = systems.map((found) => found.get(item.id)!);
    if (predicted.some((one) => one === undefined)) return [];
    const known = lookup(item.id) ?? {};
    const all = [item, ...predicted];
    const first = (what: 'target' | 'cluster'): string | null =>
      all.find((one) => one[what] !== null)?.[what] ?? known[what] ?? null;
    // What is said first wins: gold, the predictions in their order, the dataset.
    const said = [known, ...all.map((one) => one.groups).reverse()].flatMap((one) => Object.entries(one));
    const groups = Object.fromEntries(said.filter(([by]) => by !== 'target' && by !== 'cluster'));
    const part = [groups['test_set'], groups['language']].filter((name) => name !== undefined).join(' ');
    return [
      {
        id: item.id,
        gold: item.label,
        predictions: predicted.map(({ label }) => label),
        target: first('target'),
        cluster: first('cluster'),
        part: groups['test_set'] === undefined ? null : part,
        groups,
      },
    ];
  });
}

export interface JoinOptions {
  readonly lookup?: Lookup;
  /** Ids that gold has, also without a label or with one that was left out: predictions for them are not extra. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Joins gold with the predictions of each system by id, never by line. Duplicated ids, items without a prediction,
 * predictions without a gold item, labels that gold does not have and predictions in another order are findings; what
 * is scored is what all have.
 */
export function joinItems(
  gold: readonly LabelledItem[],
  systems: readonly (readonly LabelledItem[])[],
  { lookup, known = new Set(gold.map(({ id }) => id)) }: JoinOptions = {},
): JoinedItems {
  const golden = indexItems(gold, 'none');
  const indexed = systems.map((items) => indexItems(items, 'first'));
  return {
    items: sharedItems(
      golden.byId,
      indexed.map(({ byId }) => byId),
      lookup,
    ),
    gold: [...golden.byId.values()],
    findings: [
      ...golden.findings,
      ...indexed.flatMap(({ byId, findings }, i) => [
        ...findings,
        ...joinFindings(golden.byId, byId, systems[i]!, known),
      ]),
    ],
  };
}
