import { inPieces } from '../tables/in-pieces.js';
import type { Delta, DeltaHead, DeltaOp } from './delta.js';

/** Where a release keeps the changes against the one before. */
export function deltaPath(from: string, to: string): string {
  return `delta/${from}-${to}.jsonl`;
}

/** A delta as JSON Lines, its head first, in pieces that are made while they are read. */
export function deltaPieces({ head, ops }: Delta): Iterable<string> {
  return inPieces(ops, (group) => group.map((op) => `${JSON.stringify(op)}\n`).join(''), {
    first: `${JSON.stringify(head)}\n`,
  });
}

/** A delta from the lines of its file, which can be read again and again. Throws SyntaxError, with the line's number, for a line that is none of a delta. */
export function parseDelta(lines: Iterable<string>): Delta {
  let head: DeltaHead | null = null;
  for (const line of lines) {
    head = headOf(valueOf(line, 1));
    break;
  }
  if (head === null) throw new SyntaxError('line 1: the file is empty; a delta begins with its head');
  return {
    head,
    ops: {
      *[Symbol.iterator]() {
        let number = 0;
        for (const line of lines) if (++number > 1 && line !== '') yield opOf(valueOf(line, number), number);
      },
    },
  };
}

function valueOf(line: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new SyntaxError(`line ${number}: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null) throw new SyntaxError(`line ${number}: the line is no JSON object`);
  return value as Readonly<Record<string, unknown>>;
}

function headOf(value: Readonly<Record<string, unknown>>): DeltaHead {
  if (value['delta'] !== 1 || !Array.isArray(value['tables']) || !Array.isArray(value['removed_tables']))
    throw new SyntaxError('line 1: it is no head of a delta that this version knows ("delta": 1)');
  return value as unknown as DeltaHead;
}

function opOf(value: Readonly<Record<string, unknown>>, number: number): DeltaOp {
  const { op, table, key, row, cells } = value;
  const whole =
    (op === 'ADD' && typeof row === 'object' && row !== null) || (op === 'MOD' && Array.isArray(cells)) || op === 'DEL';
  if (!whole || typeof table !== 'string' || !Array.isArray(key))
    throw new SyntaxError(`line ${number}: it is no change of a delta (ADD, MOD or DEL with table and key)`);
  return value as unknown as DeltaOp;
}
