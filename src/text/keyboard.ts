/** Rows of letters and how far each row is shifted to the right, in widths of a key. */
type Layout = readonly (readonly [shift: number, keys: string])[];

const QWERTY: Layout = [
  [0, 'qwertyuiop'],
  [0.25, 'asdfghjkl'],
  [0.75, 'zxcvbnm'],
];
const QWERTZ: Layout = [
  [0, 'qwertzuiopü'],
  [0.25, 'asdfghjklöä'],
  [0.75, 'yxcvbnm'],
];
const AZERTY: Layout = [
  [0, 'azertyuiop'],
  [0.25, 'qsdfghjklm'],
  [0.75, 'wxcvbn'],
];

/** Pairs of letters whose keys touch on one of the three layouts that Latin script is mostly typed on. */
const PAIRS: ReadonlySet<string> = new Set([QWERTY, QWERTZ, AZERTY].flatMap((layout) => [...touching(layout)]));

function* touching(layout: Layout): Generator<string> {
  const keys = layout.flatMap(([shift, letters], row) => [...letters].map((key, i) => ({ key, row, x: i + shift })));
  for (const a of keys) {
    for (const b of keys) {
      const near =
        a.row === b.row ? Math.abs(a.x - b.x) <= 1 : Math.abs(a.row - b.row) === 1 && Math.abs(a.x - b.x) < 1;
      if (a !== b && near) yield a.key + b.key;
    }
  }
}

/** True when the keys of two lower-case letters touch on a QWERTY, QWERTZ or AZERTY keyboard. */
export function areKeysBeside(a: string, b: string): boolean {
  return PAIRS.has(a + b);
}
