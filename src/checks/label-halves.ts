import type { Place } from '../model/findings.js';
import { ByteNames } from '../tables/byte-names.js';
import { IntList } from '../tables/int-list.js';
import { KeyDigests } from '../tables/key-digests.js';

/** A labelled stance, or score, whose partner has not been met. */
export interface LabelHalf {
  readonly field: 'stance' | 'stance_score';
  readonly value: string;
  readonly place: Place;
}

/** What an annotator gave in a unit, which has another half. */
export interface LabelHalves {
  /** The half of the same key `bytes[from..to)` that waits for this one, and waits no longer; null where this one has to wait. */
  meet(bytes: Uint8Array, from: number, to: number, half: LabelHalf): LabelHalf | null;
}

/** A number for each field; 0 for a half that waits no longer. */
const FIELDS = ['', 'stance', 'stance_score'] as const;
const MET = 0;

/** Numbers of a half: field, value, file, line and column; of the last two 0 is null. */
const WIDTH = 5;

/**
 * Halves that wait for their partners, as digests and numbers: in datasets without scores every stance waits to the end,
 * and as objects a million of them would take some 350 MB.
 */
export function labelHalves(): LabelHalves {
  const keys = new KeyDigests();
  const values = new ByteNames();
  const files: string[] = [];
  const cells = new IntList();

  const numbersOf = ({ field, value, place }: LabelHalf): readonly number[] => {
    if (files.at(-1) !== place.file) files.push(place.file!);
    return [FIELDS.indexOf(field), values.code(value), files.length - 1, place.line ?? 0, place.column ?? 0];
  };
  const kept = (at: number): LabelHalf => ({
    field: FIELDS[cells.get(at)] as LabelHalf['field'],
    value: values.name(cells.get(at + 1)),
    place: { file: files[cells.get(at + 2)]!, line: cells.get(at + 3) || null, column: cells.get(at + 4) || null },
  });
  return {
    meet(bytes, from, to, half) {
      const before = keys.length;
      const code = keys.lookUp(bytes, from, to);
      const at = WIDTH * code;
      if (code === before) {
        for (const number of numbersOf(half)) cells.push(number);
        return null;
      }
      const waiting = cells.get(at) === MET ? null : kept(at);
      if (waiting && waiting.field !== half.field) {
        cells.set(at, MET);
        return waiting;
      }
      for (const [i, number] of numbersOf(half).entries()) cells.set(at + i, number);
      return null;
    },
  };
}
