import type { Column } from '../model/tables.js';
import { parseCell } from './cells.js';

/** True when a CSV cell, read by its column, is the value as it stands in JSON, of the same type. */
export function cellHolds(column: Column, cell: string, value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return cell === value && value !== '' && column.type === 'string';
    case 'number':
      return cell === String(value) && (column.type === 'number' || column.type === 'integer');
    case 'boolean':
      return cell === String(value) && column.type === 'boolean';
    default:
      return sameValue(parseCell(column, cell), value);
  }
}

/** True when two values are the same in JSON: bigints count as numbers, a missing one as null. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === 'bigint') return typeof other === 'number' && Number(one) === other;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return (one ?? null) === (other ?? null);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as Readonly<Record<string, unknown>>[];
  const keys = Object.keys(left!);
  return keys.length === Object.keys(right!).length && keys.every((key) => sameValue(left![key], right![key]));
}
