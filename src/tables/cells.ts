import type { Column } from '../model/tables.js';

/** A value of a table as it stands in JSON. */
export type Value = string | number | boolean | null | readonly string[] | readonly { start: number; end: number }[];

/** Separates the members of a list inside one CSV cell. */
export const LIST_SEPARATOR = ';';

/** A cell that could not be read as its column's type; `meant` is the one spelling that it can only have meant. */
export interface CellFault {
  readonly fault: string;
  readonly meant?: string;
}

/** True for what `parseCell` returns instead of a value. */
export function isFault(value: Value | CellFault): value is CellFault {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Reads one CSV cell as its column's type. An empty cell is null, or an empty list; null and "" are never two things.
 * A blank cell of a list is empty too, as its members are read without the blanks around them.
 * Returns a fault with what was wrong when the cell does not have the type.
 */
export function parseCell(column: Column, cell: string): Value | CellFault {
  switch (column.type) {
    case 'list':
      return cell.trim() === '' ? [] : cell.split(LIST_SEPARATOR).map((part) => part.trim());
    case 'segments':
      return parseSegments(cell);
    case 'boolean':
      if (cell === 'true' || cell === 'false') return cell === 'true';
      // An empty cell is null in every column; whether the column may be null is checked with the other values.
      return cell === '' ? null : booleanFault(cell);
    case 'integer':
    case 'number':
      return cell === '' ? null : parseNumber(column.type, cell);
    case 'string':
      return cell === '' ? null : cell;
  }
}

function booleanFault(cell: string): CellFault {
  const meant = cell.trim().toLowerCase();
  const fault = 'is neither true nor false';
  return meant === 'true' || meant === 'false' ? { fault, meant } : { fault };
}

function parseNumber(type: 'integer' | 'number', cell: string): number | CellFault {
  if (!(type === 'integer' ? INTEGER : NUMBER).test(cell)) {
    const fault = type === 'integer' ? 'is no whole number' : 'is no number';
    const meant = cell.trim();
    return meant !== cell && !isFaulty(parseNumber(type, meant)) ? { fault, meant } : { fault };
  }
  const value = Number(cell);
  if (type === 'integer' ? !Number.isSafeInteger(value) : !Number.isFinite(value)) {
    return { fault: 'is too large a number' };
  }
  return value;
}

const isFaulty = (value: number | CellFault): value is CellFault => typeof value !== 'number';

function parseSegments(cell: string): Value | CellFault {
  if (cell === '') return [];
  const parts = cell.split(LIST_SEPARATOR).map((part) => /^(\d+)-(\d+)$/.exec(part.trim()));
  if (parts.some((part) => !part)) return { fault: 'is no list of segments such as 120-180;200-240' };
  return parts.map((part) => ({ start: Number(part![1]), end: Number(part![2]) }));
}

/**
 * Writes a value as a CSV cell: true/false in words, lists joined by ";", segments as 120-180;200-240, null as ''. There
 * is no escape for a member that holds ";" itself: no cell that was read gives one, and \`validate\` names it in JSON.
 */
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
