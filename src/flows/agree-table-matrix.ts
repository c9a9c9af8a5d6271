import { codedMatrix, type LabelCell, type LabelMatrix } from '../measures/label-matrix.js';
import { nameAt, type LabelTable } from './agree-label-table.js';
import type { AgreeOptions } from './agree-options.js';

/** What decides about the clusters of units and the order of categories. */
type MatrixOptions = Pick<AgreeOptions, 'order' | 'clusterColumn' | 'clusterOf'>;

/**
 * The matrix of a table in which an annotator has one label a unit. A unit's cluster is the one its rows name (of
 * several the first in code-unit order), else the one that `clusterOf` knows.
 */
export function tableMatrix(table: LabelTable, options: MatrixOptions = {}): LabelMatrix {
  const { names } = table.unit;
  const coded = {
    rows: table.rows,
    units: table.unit.codes,
    annotators: table.annotator.codes,
    labels: table.label.codes,
    unitNames: { length: names.length, name: (code: number) => names.decode(code) },
    annotatorNames: table.annotator.names,
    labelNames: table.label.names,
    clusterOf: clustersOf(table, options),
  };
  return codedMatrix(coded, { order: options.order ?? [] });
}

function clustersOf(
  table: LabelTable,
  { clusterColumn = null, clusterOf = () => null }: MatrixOptions,
): ((unit: number) => string | null) | null {
  if (clusterColumn === null) return null;
  const found = new Int32Array(table.unit.names.length).fill(-1);
  const { cluster, unit, label } = table;
  let some = false;
  for (let row = 0; cluster !== null && row < table.rows; row++) {
    const code = cluster.codes[row]!;
    if (code < 0 || code === cluster.names.emptyCode || label.codes[row] === label.names.emptyCode) continue;
    const known = found[unit.codes[row]!]!;
    some = true;
    if (known === code) continue;
    if (known < 0 || cluster.names.name(code) < cluster.names.name(known)) found[unit.codes[row]!] = code;
  }
  const ofUnit = (code: number): string | null =>
    found[code]! >= 0 ? cluster!.names.name(found[code]!) : clusterOf(unit.names.decode(code));
  for (let code = 0; !some && code < found.length; code++) some = ofUnit(code) !== null;
  return some ? ofUnit : null;
}

/** The labels of a table as objects, for few of them. */
export function tableCells(
  table: LabelTable,
  { clusterColumn = null, clusterOf = () => null }: MatrixOptions = {},
): LabelCell[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const unit = nameAt(table.unit, row)!;
    const cluster = nameAt(table.cluster, row) || null;
    return {
      unit,
      annotator: nameAt(table.annotator, row)!,
      label: nameAt(table.label, row)!,
      cluster: clusterColumn === null ? null : (cluster ?? clusterOf(unit)),
    };
  });
}
