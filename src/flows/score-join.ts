import type { ScoredItem } from '../measures/scores/score-sample.js';
import { finding, type FindingDetails } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { nearest } from '../text/nearest.js';
import type { LabelledItem } from './score-items.js';

/** Gold and predictions joined by id. */
export interface JoinedItems {
  /** Items with a gold label and a prediction by every system, in the order of gold. */
  readonly items: readonly ScoredItem[];
  /** The items of gold that have an id and a label, once each. */
  readonly gold: readonly LabelledItem[];
  readonly findings: readonly Finding[];
}

const say = (rule: string, item: LabelledItem, message: string, details: FindingDetails = {}): Finding =>
  finding(rule, item, message, { record_id: item.id, ...details });

/** Items by id; an empty label is none, and of two labels for one id the first stands. */
function byId(items: readonly LabelledItem[], findings: Finding[]): Map<string, LabelledItem> {
  const found = new Map<string, LabelledItem>();
  for (const item of items) {
    if (item.id === '') {
      findings.push(finding('score/empty-id', item, 'the item has no id; it is left out'));
      continue;
    }
    const first = found.get(item.id);
    if (first !== undefined) {
      const same = item.label === first.label ? 'with the same label' : `with "${item.label}" after "${first.label}"`;
      const related = [{ file: first.file, line: first.line, column: first.column }];
      findings.push(
        say('score/duplicate', item, `item ${item.id} stands twice, ${same}; the first counts`, {
          related,
          value: item.label,
        }),
      );
      continue;
    }
    if (item.label === '') {
      findings.push(
        say('score/empty-label', item, `item ${item.id} has no label; it is left out`, { severity: 'warning' }),
      );
    }
    found.set(item.id, item);
  }
  for (const [id, item] of found) if (item.label === '') found.delete(id);
  return found;
}

/**
 * Joins gold with the predictions of each system by id, never by line. Duplicated ids, items without a prediction,
 * predictions without a gold item, labels that gold does not have and predictions in another order are findings; what
 * is scored is what all have.
 */
export function joinItems(gold: readonly LabelledItem[], systems: readonly (readonly LabelledItem[])[]): JoinedItems {
  const findings: Finding[] = [];
  const golden = byId(gold, findings);
  const goldLabels = [...new Set([...golden.values()].map(({ label }) => label))];
  const predicted = systems.map((items) => {
    const found = byId(items, findings);
    for (const [id, item] of golden) {
      if (found.has(id)) continue;
      const where = items[0]?.file ?? 'the predictions';
      findings.push(say('score/missing', item, `item ${id} has no prediction in ${where}; it is not scored`));
    }
    findings.push(...strangers(found, golden), ...strangeLabels(found, goldLabels), ...reordered(items, golden));
    return found;
  });
  const ids = [...golden.keys()].filter((id) => predicted.every((found) => found.has(id)));
  const items = ids.map((id) => {
    const { label, target, cluster } = golden.get(id)!;
    const first = predicted[0]!.get(id)!;
    return {
      gold: label,
      predictions: predicted.map((found) => found.get(id)!.label),
      target: target ?? first.target,
      cluster: cluster ?? first.cluster,
    };
  });
  return { items, gold: [...golden.values()], findings };
}

function strangers(found: ReadonlyMap<string, LabelledItem>, golden: ReadonlyMap<string, LabelledItem>): Finding[] {
  return [...found.values()]
    .filter(({ id }) => !golden.has(id))
    .map((item) =>
      say('score/extra', item, `item ${item.id} is not in gold; it is not scored`, { severity: 'warning' }),
    );
}

function strangeLabels(found: ReadonlyMap<string, LabelledItem>, goldLabels: readonly string[]): Finding[] {
  const first = new Map<string, LabelledItem>();
  for (const item of found.values())
    if (!goldLabels.includes(item.label) && !first.has(item.label)) first.set(item.label, item);
  return [...first.values()].map((item) => {
    const value = nearest(item.label, goldLabels);
    return say('score/unknown-label', item, `"${item.label}" is predicted but never in gold`, {
      severity: 'warning',
      value: item.label,
      allowed: goldLabels,
      suggestion: value === null ? null : { value, safe: false },
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
