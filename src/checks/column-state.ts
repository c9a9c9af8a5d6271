import type { Column } from '../model/tables.js';
import { ByteNames } from '../tables/byte-names.js';
import type { ByteRows } from '../tables/byte-rows.js';
import { isFault, parseCell, type Value } from '../tables/cells.js';
import { decodeUtf8 } from '../tables/utf8.js';
import type { CellFault, ColumnJudge } from './check.js';
import { readInteger, readSegments } from './read-numbers.js';

/** What is known of a cell: nothing to say, faults, or that it can't be told yet. */
export const FINE = 1;
export const FAULTY = 2;
export const LATER = 3;

/** Distinct cells of a column whose verdicts are kept; a column with more is a column of ids or of free text. */
const MOST_NAMES = 1 << 15;

/** What judging a text gave. */
interface Judged {
  readonly verdict: number;
  readonly value: Value;
  readonly faults: readonly CellFault[];
}

const NOTHING: readonly CellFault[] = [];

/**
 * A column of a CSV file while its rows go by: the cell of the present row, and what is wrong with it. Each distinct
 * cell is judged once and then known by its bytes; whole numbers and segments are read from their bytes; of a column
 * of free text only the first byte is looked at, as nothing else can be wrong with it.
 */
export class ColumnState {
  /** Made when the first cell has to be known again: a file may have a hundred thousand columns. */
  private names: ByteNames | null = null;
  private readonly known: Judged[] = [];
  private readonly empty: Judged;
  private readonly kind: 'named' | 'integer' | 'segments' | 'clear';
  private readonly minimum: number;
  private readonly maximum: number;
  private readonly firsts: Uint8Array;
  private readonly clearing: readonly NonNullable<ColumnJudge['clears']>[];
  private current: Judged | null = null;
  private number = NaN;
  private segments: ReturnType<typeof readSegments> = null;
  private rows: ByteRows | null = null;
  private cell = -1;
  private last = -1;

  constructor(
    readonly column: Column,
    private readonly judges: readonly ColumnJudge[],
  ) {
    this.empty = this.judged('');
    const clearable = judges.every(({ begins, clears }) => begins !== undefined || clears);
    this.clearing = judges.flatMap(({ clears }) => clears ?? []);
    this.firsts = firsts(judges);
    this.minimum = column.minimum;
    this.maximum = column.maximum;
    const { type } = column;
    this.kind = type === 'integer' || type === 'segments' ? type : type === 'string' && clearable ? 'clear' : 'named';
  }

  /** Takes the present row's cell, −1 for a cell that the row lacks, and returns the verdict on it. */
  take(rows: ByteRows, cell: number): number {
    this.rows = rows;
    this.cell = cell;
    this.current = null;
    const start = cell < 0 ? 0 : rows.starts[cell]!;
    const end = cell < 0 ? 0 : rows.ends[cell]!;
    if (start === end) {
      this.current = this.empty;
      return this.empty.verdict;
    }
    if (rows.isSlice(cell)) {
      const { bytes } = rows;
      switch (this.kind) {
        case 'named':
          if (!this.names || this.names.length < MOST_NAMES) return this.byName(bytes, start, end);
          break;
        case 'integer':
          this.number = readInteger(bytes, start, end);
          // NaN is in no range.
          if (this.number >= this.minimum && this.number <= this.maximum) return FINE;
          break;
        case 'segments':
          this.segments = readSegments(bytes, start, end);
          if (this.segments) return FINE;
          break;
        case 'clear':
          if (this.firsts[bytes[start]!] === 0 && this.isClear(bytes, start, end)) return FINE;
      }
    }
    this.current = this.judged(rows.text(cell));
    return this.current.verdict;
  }

  /** Value of the present cell. */
  get value(): Value {
    if (this.current) return this.current.value;
    const { rows, cell } = this;
    if (this.kind === 'integer') return this.number;
    if (this.kind === 'segments') return this.segments;
    const [start, end] = [rows!.starts[cell]!, rows!.ends[cell]!];
    return decodeUtf8(rows!.bytes, start, end);
  }

  /** Text of the present cell. */
  get text(): string {
    return this.cell < 0 ? '' : this.rows!.text(this.cell);
  }

  get faults(): readonly CellFault[] {
    return this.current?.faults ?? NOTHING;
  }

  /** Judges a text anew, when every table has been read. */
  again(text: string): readonly CellFault[] {
    return this.judged(text).faults;
  }

  private isClear(bytes: Uint8Array, start: number, end: number): boolean {
    for (const clears of this.clearing) if (!clears(bytes, start, end)) return false;
    return true;
  }

  private byName(bytes: Uint8Array, start: number, end: number): number {
    const names = (this.names ??= new ByteNames());
    // Rows repeat their neighbours.
    if (this.last >= 0 && names.is(this.last, bytes, start, end)) {
      this.current = this.known[this.last]!;
      return this.current.verdict;
    }
    const code = names.lookUp(bytes, start, end);
    const known = this.known[code];
    this.last = code;
    if (known && known.verdict !== LATER) {
      this.current = known;
      return known.verdict;
    }
    return (this.current = this.known[code] = this.judged(decodeUtf8(bytes, start, end))).verdict;
  }

  private judged(text: string): Judged {
    const { column } = this;
    const value = parseCell(column, text);
    if (isFault(value)) {
      const suggestion = value.meant === undefined ? null : { value: value.meant, safe: true };
      const message = `"${text}" ${value.fault} (column ${column.name})`;
      return {
        verdict: FAULTY,
        value: column.type === 'segments' ? [] : null,
        faults: [{ rule: 'table/type', message, details: { value: text, suggestion } }],
      };
    }
    if (text === '' && !column.nullable && column.type !== 'list') {
      const message = `column "${column.name}" is empty; it must be filled`;
      return { verdict: FAULTY, value, faults: [{ rule: 'table/empty-cell', message }] };
    }
    if (text === '' && column.type !== 'segments') return { verdict: FINE, value, faults: NOTHING };
    const faults: CellFault[] = [];
    let later = false;
    for (const { judge, begins } of this.judges) {
      if (begins !== undefined && !begins.includes(text[0]!)) continue;
      const found = judge(value, text);
      if (found === 'later') later = true;
      else if (found) faults.push(...found);
    }
    // Where something can be told later only, all is told then: a wrong form must not hide an id that is unknown.
    return { verdict: later ? LATER : faults.length ? FAULTY : FINE, value, faults };
  }
}

/** 1 for the first bytes with which a text must begin for there to be anything wrong with it. */
function firsts(judges: readonly ColumnJudge[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const { begins = '' } of judges) for (const letter of begins) table[letter.charCodeAt(0)] = 1;
  return table;
}
