/**
 * Pairs rows with columns one to one so that the sum of their weights is largest (not necessarily all of them): the
 * assignment problem by the Hungarian method. `weights[row][column]` at least 0; pairs of weight 0 are never made.
 * Cost: rows² × columns.
 * Source: Kuhn (1955), Naval Research Logistics Quarterly 2; shortest augmenting paths, Jonker and Volgenant (1987).
 */
export function bestAssignment(weights: readonly (readonly number[])[]): [row: number, column: number][] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => weights.map((row) => row[column]!));
    return bestAssignment(turned)
      .map(([column, row]): [number, number] => [row, column])
      .sort(([a], [b]) => a - b);
  }
  // Index 0 of rows and columns stands for "none"; potentials keep every reduced cost at 0 or above.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity);
    const before = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (done[other] === 1) continue;
        const cost = -weights[current - 1]![other - 1]! - rowPotential[current]! - columnPotential[other]!;
        if (cost < least[other]!) {
          least[other] = cost;
          before[other] = column;
        }
        if (least[other]! < step) {
          step = least[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other] === 1) {
          rowPotential[rowOf[other]!]! += step;
          columnPotential[other]! -= step;
        } else least[other]! -= step;
      }
      column = next;
    }
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  const pairs: [number, number][] = [];
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && weights[row]![column - 1]! > 0) pairs.push([row, column - 1]);
  }
  return pairs.sort(([a], [b]) => a - b);
}
