import type { LabelMatrix } from './label-matrix.js';

/**
 * The units of a matrix put together where the same annotators gave the same labels: whatever does not ask for units by
 * name is computed from kinds and how often they occur. Five annotators and five categories have at most 7,776 kinds
 * however many units there are. Kinds need not be distinct: those of a selection of annotators are those of the whole.
 */
export interface UnitKinds {
  /** kinds × annotators codes, −1 missing. */
  readonly codes: Int32Array;
  /** How many units are of each kind. */
  readonly frequency: Float64Array;
  /** The kind of each unit. */
  readonly ofUnit: Int32Array;
}

/** Tables of at most this many entries are addressed by content; above, kinds are looked up by hash. */
const DIRECT = 1 << 20;

/** The kinds of a matrix: those that it carries with it, else found in one pass over its cells. */
export function unitKinds(matrix: LabelMatrix): UnitKinds {
  if (matrix.kinds !== undefined) return matrix.kinds();
  return findKinds(matrix.codes, matrix.annotatorIds.length, matrix.categories.length, matrix.unitIds.length);
}

/** The kinds of units × annotators codes below `categories`. Their order is that of their first unit. */
export function findKinds(codes: Int16Array | Int32Array, width: number, categories: number, units: number): UnitKinds {
  const ofUnit = new Int32Array(units);
  const examples = (categories + 1) ** width <= DIRECT ? byContent : byHash;
  const found = examples(codes, width, categories, ofUnit);
  const frequency = new Float64Array(found.length);
  for (let unit = 0; unit < units; unit++) frequency[ofUnit[unit]!]!++;
  const kinds = new Int32Array(found.length * width);
  found.forEach((unit, kind) => {
    for (let a = 0; a < width; a++) kinds[kind * width + a] = codes[unit * width + a]!;
  });
  return { codes: kinds, frequency, ofUnit };
}

/** The first unit of each kind; a kind is the number that its codes write. */
function byContent(codes: Int16Array | Int32Array, width: number, categories: number, ofUnit: Int32Array): number[] {
  const base = categories + 1;
  const kindAt = new Int32Array(base ** width);
  const examples: number[] = [];
  for (let unit = 0, cell = 0; unit < ofUnit.length; unit++) {
    let content = 0;
    for (let a = 0; a < width; a++) content = content * base + codes[cell++]! + 1;
    let kind = kindAt[content]! - 1;
    if (kind < 0) {
      kind = examples.push(unit) - 1;
      kindAt[content] = kind + 1;
    }
    ofUnit[unit] = kind;
  }
  return examples;
}

function byHash(codes: Int16Array | Int32Array, width: number, _categories: number, ofUnit: Int32Array): number[] {
  const examples: number[] = [];
  const size = 2 ** Math.ceil(Math.log2(2 * ofUnit.length + 2));
  const slots = new Int32Array(size);
  for (let unit = 0; unit < ofUnit.length; unit++) {
    const from = unit * width;
    let hash = 0;
    for (let cell = from; cell < from + width; cell++) hash = Math.imul(hash ^ codes[cell]!, 0x01000193) + 0x9e3779b9;
    hash ^= hash >>> 15;
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const kind = slots[slot]! - 1;
      if (kind < 0) {
        slots[slot] = examples.push(unit);
        ofUnit[unit] = examples.length - 1;
        break;
      }
      const other = examples[kind]! * width;
      let a = 0;
      while (a < width && codes[from + a] === codes[other + a]) a++;
      if (a < width) continue;
      ofUnit[unit] = kind;
      break;
    }
  }
  return examples;
}
