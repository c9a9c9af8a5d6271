import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { unitCount, type LabelMatrix } from '../measures/label-matrix.js';
import { unitKinds } from '../measures/unit-kinds.js';

/** Fewer shared units than this say nothing about an annotator. */
const ENOUGH = 30;

/** How an annotator's labels stand to those of others on the same units. */
interface Habits {
  /** Labels in each category: all of them, and each as often as it met a label by somebody else. */
  readonly own: Float64Array;
  readonly ownMet: Float64Array;
  /** The labels by others that were met, in each category. */
  readonly others: Float64Array;
  agreed: number;
  sharedUnits: number;
}

/** The habits of every annotator, in one pass over the kinds of units. */
function habitsOf(matrix: LabelMatrix): Habits[] {
  const width = matrix.annotatorIds.length;
  const empty = (): Float64Array => new Float64Array(matrix.categories.length);
  const all = matrix.annotatorIds.map((): Habits => ({
    own: empty(),
    ownMet: empty(),
    others: empty(),
    agreed: 0,
    sharedUnits: 0,
  }));
  const { codes, frequency } = unitKinds(matrix);
  frequency.forEach((units, kind) => {
    const here: number[] = [];
    for (let a = 0; a < width; a++) if (codes[kind * width + a]! >= 0) here.push(a);
    for (const annotator of here) {
      const label = codes[kind * width + annotator]!;
      const habits = all[annotator]!;
      habits.own[label]! += units;
      habits.ownMet[label]! += units * (here.length - 1);
      if (here.length > 1) habits.sharedUnits += units;
      for (const other of here) {
        if (other === annotator) continue;
        const theirs = codes[kind * width + other]!;
        habits.others[theirs]! += units;
        if (theirs === label) habits.agreed += units;
      }
    }
  });
  return all;
}

const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0);
const used = (counts: Float64Array): number => counts.filter((count) => count > 0).length;

/**
 * What is odd about annotators, before any number: one label throughout, agreement no better than chance, complete
 * agreement with everybody, and data that look turned around. Warnings: each can be true. `file` is what the findings
 * name.
 */
export function checkAnnotators(matrix: LabelMatrix, file: string | null): Finding[] {
  const findings: Finding[] = [];
  const warn = (rule: string, annotator: string | null, message: string): void => {
    const details = { severity: 'warning', field: 'annotator_id', value: annotator } as const;
    findings.push(finding(rule, { file }, message, details));
  };
  const annotators = matrix.annotatorIds.length;
  const units = unitCount(matrix);
  if (annotators > 20 && annotators > 5 * units) {
    warn('label/orientation', null, `${annotators} annotators for ${units} units: are units and annotators exchanged?`);
  }
  const habits = habitsOf(matrix);
  const perfect = habits.filter(
    ({ own, others, agreed, sharedUnits }) => sharedUnits >= ENOUGH && agreed === sum(others) && used(own) > 1,
  );
  habits.forEach((one, annotator) => {
    const id = matrix.annotatorIds[annotator]!;
    const { own, ownMet, others, agreed, sharedUnits } = one;
    const met = sum(others);
    const byChance = met === 0 ? 0 : ownMet.reduce((total, count, k) => total + (count * others[k]!) / met, 0);
    if (used(own) === 1 && sum(own) >= 10 && used(others) > 1) {
      const only = matrix.categories[own.findIndex((count) => count > 0)];
      const message = `${id} gave every one of ${sum(own)} units the label "${only}", where others used ${used(others)} categories`;
      warn('label/constant', id, message);
    } else if (sharedUnits >= ENOUGH && met > byChance && (agreed - byChance) / (met - byChance) < 0.05) {
      const share = (count: number): string => ((100 * count) / met).toFixed(0);
      const message = `${id} agrees with others no better than chance: with ${share(agreed)} % of their labels, ${share(byChance)} % by chance`;
      warn('label/chance-level', id, message);
    } else if (perfect.includes(one) && perfect.length < annotators) {
      warn(
        'label/too-perfect',
        id,
        `${id} agrees with everybody on all of ${sharedUnits} shared units: are the labels independent?`,
      );
    }
  });
  if (perfect.length > 0 && perfect.length === annotators) {
    const message = 'all annotators agree on every unit: were consensus labels written back over their own?';
    warn('label/too-perfect', null, message);
  }
  return findings;
}
