import type { ConfusionTables } from './confusion.js';

/** The classes that a named scorer knows, and under which names labels are taken for them, whatever their case. */
export interface ClassScheme {
  readonly name: string;
  readonly classes: readonly { readonly name: string; readonly names: readonly string[] }[];
}

/** A declared translation of categories, from a codebook's crosswalk or the command line; null is no counterpart. */
export interface LabelMapping {
  /** Where the translation comes from, as results print it. */
  readonly name: string;
  readonly map: ReadonlyMap<string, string | null>;
}

/** SemEval-2016 Task 6. */
export const SEMEVAL_CLASSES: ClassScheme = {
  name: 'SemEval-2016',
  classes: [
    { name: 'FAVOR', names: ['favor', 'favour'] },
    { name: 'AGAINST', names: ['against'] },
    { name: 'NONE', names: ['none'] },
  ],
};

/** VAST (Allaway and McKeown 2020). Its codes 0, 1, 2 are not taken for names: other sets use them otherwise. */
export const VAST_CLASSES: ClassScheme = {
  name: 'VAST',
  classes: [
    { name: 'con', names: ['con', 'against'] },
    { name: 'pro', names: ['pro', 'favor', 'favour'] },
    { name: 'neutral', names: ['neutral', 'none'] },
  ],
};

/** x-stance (Vamvas and Sennrich 2020). */
export const XSTANCE_CLASSES: ClassScheme = {
  name: 'x-stance',
  classes: [
    { name: 'FAVOR', names: ['favor', 'favour'] },
    { name: 'AGAINST', names: ['against'] },
  ],
};

/** RumourEval 2019, subtask A. */
export const RUMOUREVAL_CLASSES: ClassScheme = {
  name: 'RumourEval',
  classes: ['support', 'deny', 'query', 'comment'].map((name) => ({ name, names: [name] })),
};

/** How categories become the classes of a scheme. */
export interface Recoding {
  /** The scheme's classes in its order, then categories that it does not know. */
  readonly categories: readonly string[];
  /** The class of each category; −1 for one without a counterpart, whose items are left out. */
  readonly codes: Int32Array;
  /** How many of the categories are none of the scheme's classes. */
  readonly strangers: number;
  /** Which of the scheme's classes some category stands for. */
  readonly found: readonly boolean[];
  /** The translation in words; null where the categories are the classes by name. */
  readonly mapping: string | null;
}

/**
 * Recodes categories into a scheme's classes: through the mapping where it has every category (codebook labels), by
 * name otherwise.
 */
export function recodingFor(
  scheme: ClassScheme,
  categories: readonly string[],
  mapping: LabelMapping | null = null,
): Recoding {
  const covered =
    mapping !== null && categories.length > 0 && categories.every((category) => mapping.map.has(category));
  const names = categories.map((category) => (covered ? mapping.map.get(category)! : category));
  const classes = scheme.classes.map(({ name }) => name);
  const codes = names.map((name) => {
    if (name === null) return -1;
    const known = scheme.classes.findIndex((one) => one.names.includes(name.toLowerCase()));
    if (known >= 0) return known;
    if (!classes.includes(name, scheme.classes.length)) classes.push(name);
    return classes.indexOf(name, scheme.classes.length);
  });
  return {
    categories: classes,
    codes: Int32Array.from(codes),
    strangers: classes.length - scheme.classes.length,
    found: scheme.classes.map((_, code) => codes.includes(code)),
    mapping: covered ? `${mapping.name}: ${inWords(categories, codes, classes)}` : null,
  };
}

function inWords(categories: readonly string[], codes: readonly number[], classes: readonly string[]): string {
  const groups = [...classes.keys(), -1].map((code) => {
    const from = categories.filter((_, category) => codes[category] === code);
    return from.length === 0 ? null : `${from.join(', ')} → ${code < 0 ? 'left out' : classes[code]!}`;
  });
  return groups.filter((group) => group !== null).join('; ');
}

/** The tables with their categories recoded; items of a category without a counterpart are no longer in them. */
export function recodeTables(tables: ConfusionTables, { categories, codes }: Recoding): ConfusionTables {
  const before = tables.categories.length;
  const size = categories.length;
  const cells = Int32Array.from({ length: before * before }, (_, cell) => {
    const gold = codes[Math.floor(cell / before)]!;
    const predicted = codes[cell % before]!;
    return gold < 0 || predicted < 0 ? -1 : gold * size + predicted;
  });
  const recode = (all: Float64Array): Float64Array => {
    const count = all.length / cells.length;
    const recoded = new Float64Array(count * size * size);
    for (let table = 0; table < count; table++) {
      for (let cell = 0; cell < cells.length; cell++) {
        if (cells[cell]! >= 0) recoded[table * size * size + cells[cell]!]! += all[table * cells.length + cell]!;
      }
    }
    return recoded;
  };
  return {
    categories,
    values: null,
    pooled: recode(tables.pooled),
    get perTarget() {
      return recode(tables.perTarget);
    },
    parts: tables.parts,
    get perPart() {
      return recode(tables.perPart);
    },
  };
}
