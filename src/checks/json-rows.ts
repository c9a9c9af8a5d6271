import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { tables, type Column } from '../model/tables.js';
import type { SchemaName } from '../model/generated.js';
import type { Value } from '../tables/cells.js';
import type { JsonLine } from '../tables/json-lines.js';
import { jsonPlaces } from '../tables/json-places.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { Row } from './check.js';

/**
 * Lines of JSON as rows of a table, with findings for missing fields and values of the wrong type, which are then read
 * as null: the checks may rely on the types. A line that is no object is left out and named.
 */
export function jsonRows(
  lines: readonly JsonLine[],
  schema: SchemaName,
  file: string,
): { rows: PlacedRow<Row>[]; findings: Finding[] } {
  const columns = tables[schema]?.columns ?? [];
  const findings: Finding[] = [];
  const rows = lines.flatMap(({ line, value, source }): PlacedRow<Row>[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      findings.push(finding('json/schema', { file, line, column: 1 }, 'the line is no object'));
      return [];
    }
    const row = { ...(value as Record<string, Value>) };
    const placed: PlacedRow<Row> = {
      row,
      file,
      line,
      get columns() {
        return fieldColumns(source);
      },
    };
    for (const column of columns) {
      const cell = row[column.name];
      if (cell === undefined || !conforms(column, cell)) {
        const [rule, message] =
          cell === undefined
            ? ['table/missing-field', `field "${column.name}" is missing`]
            : ['table/type', `field "${column.name}" must be of type ${column.type}`];
        const place = { file, line, column: placed.columns[column.name] ?? 1 };
        findings.push(
          finding(rule, place, message, {
            field: column.name,
            value: cell === undefined ? null : JSON.stringify(cell),
          }),
        );
        row[column.name] = column.type === 'list' || column.type === 'segments' ? [] : null;
      }
    }
    return [placed];
  });
  return { rows, findings };
}

function fieldColumns(source: string): Record<string, number> {
  const fields = [...jsonPlaces(source).places].filter(([pointer]) => /^\/[^/]*$/.test(pointer));
  return Object.fromEntries(fields.map(([pointer, { column }]) => [pointer.slice(1), column]));
}

/** Null conforms to every type: whether the field may be null is for the schema to say. */
function conforms(column: Column, value: unknown): boolean {
  if (value === null) return column.type !== 'list' && column.type !== 'segments';
  switch (column.type) {
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'segments':
      return Array.isArray(value) && value.every((one: unknown) => isSegment(one));
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === column.type;
  }
}

function isSegment(value: unknown): boolean {
  const { start, end } = (value ?? {}) as { readonly start?: unknown; readonly end?: unknown };
  return Number.isInteger(start) && Number.isInteger(end);
}
