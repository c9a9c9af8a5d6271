import type { Place } from '../model/findings.js';
import { ByteNames } from '../tables/byte-names.js';
import { larger } from '../tables/larger.js';

/** A labelled stance, or score, whose partner has not been met. */
export interface LabelHalf {
  readonly field: 'stance' | 'stance_score';
  readonly value: string;
  readonly place: Place;
  readonly recordId: string | null;
}

/** What an annotator gave in a unit, which has another half. */
export interface LabelHalves {
  /** The half of the same key that waits for this one, which waits no longer; null where this one has to wait. */
  meet(key: string, half: LabelHalf): LabelHalf | null;
}

/** A number for each field; 0 for a half that waits no longer. */
const FIELDS = ['', 'stance', 'stance_score'] as const;
const MET = 0;

/**
 * Halves that wait for their partners, as bytes and numbers: in datasets without scores every stance waits to the end,
 * and as objects a million of them would take some 350 MB.
 */
export function labelHalves(): LabelHalves {
  const keys = new ByteNames();
  const values = new ByteNames();
  const ids = new ByteNames();
  const files: string[] = [];
  /** Field, value, record id, file, line and column of each key. */
  const WIDTH = 6;
  let cells = new Int32Array(WIDTH << 8);
  // The one that came last is kept apart: most partners stand side by side, and need not be kept at all.
  let last: { readonly key: string; readonly half: LabelHalf } | null = null;

  const keep = ({ key, half }: { readonly key: string; readonly half: LabelHalf }): void => {
    const at = WIDTH * keys.code(key);
    if (at >= cells.length) cells = larger(cells, new Int32Array(2 * at));
    if (files.at(-1) !== half.place.file) files.push(half.place.file!);
    const { place, field, value, recordId } = half;
    const id = recordId === null ? -1 : ids.code(recordId);
    cells.set(
      [FIELDS.indexOf(field), values.code(value), id, files.length - 1, place.line ?? 0, place.column ?? 0],
      at,
    );
  };
  const kept = (at: number): LabelHalf => {
    const [field, value, id, file, line, column] = cells.subarray(at, at + WIDTH) as unknown as readonly number[];
    return {
      field: FIELDS[field!] as LabelHalf['field'],
      value: values.decode(value!),
      place: { file: files[file!]!, line: line! || null, column: column! || null },
      recordId: id! < 0 ? null : ids.decode(id!),
    };
  };
  return {
    meet(key, half) {
      const bytes = new TextEncoder().encode(key);
      const at = WIDTH * keys.find(bytes, 0, bytes.length);
      const waiting = last?.key === key ? last.half : at >= 0 && cells[at] !== MET ? kept(at) : null;
      if (waiting && waiting.field !== half.field) {
        if (at >= 0) cells[at] = MET;
        if (last?.key === key) last = null;
        return waiting;
      }
      if (last && last.key !== key) keep(last);
      last = { key, half };
      return null;
    },
  };
}
