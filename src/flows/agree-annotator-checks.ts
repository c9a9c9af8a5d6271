import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { LabelMatrix } from '../measures/label-matrix.js';

/** Fewer shared units than this say nothing about an annotator. */
const ENOUGH = 30;

interface Habits {
  readonly labels: number;
  readonly categories: number;
  /** Labels by others on the units the annotator labelled: how many, in how many categories, how many agree. */
  readonly met: number;
  readonly metCategories: number;
  readonly agreed: number;
  /** How many would agree by chance, from both sides' shares of the categories. */
  readonly byChance: number;
  readonly sharedUnits: number;
}

function habits(matrix: LabelMatrix, annotator: number): Habits {
  const width = matrix.annotatorIds.length;
  const own = new Float64Array(matrix.categories.length);
  const ownShared = new Float64Array(matrix.categories.length);
  const others = new Float64Array(matrix.categories.length);
  let met = 0;
  let agreed = 0;
  let sharedUnits = 0;
  for (let unit = 0; unit < matrix.unitIds.length; unit++) {
    const label = matrix.codes[unit * width + annotator]!;
    if (label < 0) continue;
    own[label]!++;
    let partners = 0;
    for (let other = 0; other < width; other++) {
      const theirs = matrix.codes[unit * width + other]!;
      if (other === annotator || theirs < 0) continue;
      partners++;
      others[theirs]!++;
      if (theirs === label) agreed++;
    }
    met += partners;
    ownShared[label]! += partners;
    if (partners > 0) sharedUnits++;
  }
  return {
    labels: own.reduce((sum, count) => sum + count, 0),
    categories: own.filter((count) => count > 0).length,
    met,
    metCategories: others.filter((count) => count > 0).length,
    agreed,
    byChance: met === 0 ? 0 : ownShared.reduce((sum, count, k) => sum + (count * others[k]!) / met, 0),
    sharedUnits,
  };
}

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
  const units = matrix.unitIds.length;
  if (annotators > 20 && annotators > 5 * units) {
    warn('label/orientation', null, `${annotators} annotators for ${units} units: are units and annotators exchanged?`);
  }
  let perfect = 0;
  matrix.annotatorIds.forEach((id, annotator) => {
    const { labels, categories, met, metCategories, agreed, byChance, sharedUnits } = habits(matrix, annotator);
    if (categories === 1 && labels >= 10 && metCategories > 1) {
      const only = matrix.categories[matrix.codes.find((code, cell) => code >= 0 && cell % annotators === annotator)!];
      warn(
        'label/constant',
        id,
        `${id} gave every one of ${labels} units the label "${only}", where others used ${metCategories} categories`,
      );
    } else if (sharedUnits >= ENOUGH && met > byChance && (agreed - byChance) / (met - byChance) < 0.05) {
      const found = `${((100 * agreed) / met).toFixed(0)} % of the labels of others, ${((100 * byChance) / met).toFixed(0)} % by chance`;
      warn('label/chance-level', id, `${id} agrees with others no better than chance: ${found}`);
    }
    if (sharedUnits >= ENOUGH && agreed === met && categories > 1) perfect++;
  });
  if (perfect > 0 && perfect === annotators) {
    warn(
      'label/too-perfect',
      null,
      'all annotators agree on every unit: were consensus labels written back over their own?',
    );
  } else if (perfect > 0) {
    matrix.annotatorIds.forEach((id, annotator) => {
      const { agreed, met, categories, sharedUnits } = habits(matrix, annotator);
      if (sharedUnits < ENOUGH || agreed !== met || categories < 2) return;
      warn(
        'label/too-perfect',
        id,
        `${id} agrees with everybody on all of ${sharedUnits} shared units: are the labels independent?`,
      );
    });
  }
  return findings;
}
