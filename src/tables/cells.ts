import type { Column } from '../model/tables.js';

/** A value of a table as it stands in JSON. */
export type Value = string | number | boolean | null | readonly string[] | readonly { start: number; end: number }[];

/** Separates the members of a list inside one CSV cell. */
export const LIST_SEPARATOR = ';';

/** A cell that could not be read as its column's type. */
export interface CellFault {
  readonly fault: string;
}

/** True for what `parseCell` returns instead of a value. */
export function isFault(value: Value | CellFault): value is CellFault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Reads one CSV cell as its column's type. An empty cell is null, or an empty list; null and "" are never two things.
 * Returns a fault with what was wrong when the cell does not have the type.
 */
export function parseCell(column: Column, cell: string): Value | CellFault {
  switch (column.type) {
    case 'list':
      return cell === '' ? [] : cell.split(LIST_SEPARATOR).map((part) => part.trim());
    case 'segments':
      return parseSegments(cell);
    case 'boolean':
      if (cell === 'true' || cell === 'false') return cell === 'true';
      return cell === '' && column.nullable ? null : { fault: 'is neither true nor false' };
    case 'integer':
    case 'number':
      if (cell === '') return null;
      if (!(column.type === 'integer' ? INTEGER : NUMBER).test(cell)) {
        return { fault: column.type === 'integer' ? 'is no whole number' : 'is no number' };
      }
      return Number(cell);
    case 'string':
      return cell === '' ? null : cell;
  }
}

function parseSegments(cell: string): Value | CellFault {
  const parts = cell.split(LIST_SEPARATOR).map((part) => /^(\d+)-(\d+)$/.exec(part.trim()));
  if (parts.some((part) => !part)) return { fault: 'is no list of segments such as 120-180;200-240' };
  return parts.map((part) => ({ start: Number(part![1]), end: Number(part![2]) }));
}

/** Writes a value as a CSV cell: true/false in words, lists joined by ";", segments as 120-180;200-240, null as ''. */
export function formatCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    return value
      .map((part: unknown) => (isSpan(part) ? `${part.start}-${part.end}` : String(part)))
      .join(LIST_SEPARATOR);
  }
  return String(value);
}

function isSpan(part: unknown): part is { start: number; end: number } {
  return typeof part === 'object' && part !== null && 'start' in part && 'end' in part;
}
