import { finding, type Place } from '../model/findings.js';
import type { Column } from '../model/tables.js';
import { byteLines } from '../tables/byte-lines.js';
import { formatCell, LIST_SEPARATOR, type Value } from '../tables/cells.js';
import { DEEPEST, jsonPlaces } from '../tables/json-places.js';
import { decodeUtf8 } from '../tables/utf8.js';
import type { CellJudge, Row, TableFile, Tell } from './check.js';
import { firstForeignByte } from './decode.js';
import type { ReadPart } from './read-part.js';
import { JsonRowView } from './row-views.js';
import { sayAt } from './sink.js';
import { characterFindings } from './text-form.js';

/**
 * Reads a JSON Lines file as rows of its table, a line at a time. Values of the wrong type are named and read as null,
 * a line that is no object is named and left out. Returns the number of rows.
 */
export function readJsonTable(part: ReadPart, copy: boolean): number {
  const { source, name, table, sink, run } = part;
  const { path, schema, lookup = false } = source;
  const tell: Tell = (found) => {
    if (!lookup) sink.add(found);
  };
  const file: TableFile = { schema, table, name, path, header: null, headerPlaces: [], lookup, copy };
  run.table(file, tell);
  const judges = new Map<string, readonly CellJudge[]>();
  const say = run.sayer(sink);
  let index = 0;
  for (const { bytes, line, byteOffset } of byteLines(part.chunks)) {
    const source = textOf(bytes, line === 1 ? part.start : 0);
    const start = { line, byteOffset: byteOffset + (line === 1 ? part.start : 0) };
    if (source.trim() === '') continue;
    const foreign = part.foreign() && firstForeignByte(bytes, 0, bytes.length) >= 0;
    if (foreign) tell(finding('file/encoding', { file: path, line, column: 1 }, 'the line is not UTF-8'));
    if (NOTICEABLE.test(source)) {
      for (const found of characterFindings(source, path, { decoded: !foreign, start })) tell(found);
    }
    const value = parsed(source, { file: path, line, byte_offset: start.byteOffset }, tell);
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      tell(finding('json/schema', { file: path, line, column: 1 }, 'the line is no object'));
      continue;
    }
    const row = { ...(value as Record<string, Value>) };
    const view = new JsonRowView(file, index++, line, row, source, start.byteOffset);
    const spoilt = typesOf(row, view, part);
    if (!lookup) {
      for (const field of unknownFields(row, part)) {
        sayAt(sink, 'table/unknown-field', view, field, `field "${field}" is not in the schema`, {
          allowed: table.columns.map((column) => column.name),
        });
      }
      for (const column of table.columns) {
        if (spoilt.has(column.name)) continue;
        let some = judges.get(column.name);
        if (!some) judges.set(column.name, (some = run.judges(column, file).map(({ judge }) => judge)));
        tellValue(some, column, view, part);
      }
      run.row(view, say);
    }
    if (!copy) part.lookups.add(view);
  }
  run.fileEnd(file, tell, index);
  return index;
}

/** Characters outside of ASCII, and NUL. */
const NOTICEABLE = /[^\x01-\x7f]/;

function textOf(bytes: Uint8Array, start: number): string {
  const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length;
  return decodeUtf8(bytes, Math.min(start, end), end);
}

function parsed(source: string, place: Omit<Place, 'column'>, tell: Tell): unknown {
  let value: unknown;
  // The engine's own words differ from version to version; they only stand in where the walk finds no fault.
  let said = 'the values are nested too deeply';
  try {
    value = JSON.parse(source) as unknown;
    if (!isDeeper(value, DEEPEST)) return value;
  } catch (error) {
    said = (error as Error).message;
  }
  const fault = jsonPlaces(source).fault ?? { column: 1, message: said };
  const { file, line = null } = place;
  tell(finding('json/syntax', { file, line, column: fault.column }, `the line is no JSON: ${fault.message}`));
  return undefined;
}

/** Whether lists and objects are nested deeper than so many levels: no table's are, and they can't be shown as text. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}

/** Names fields that are missing or have another type than their column, and empties them; the checks may rely on types. */
function typesOf(row: Record<string, Value>, view: JsonRowView, { table, sink }: ReadPart): ReadonlySet<string> {
  const spoilt = new Set<string>();
  for (const column of table.columns) {
    const cell = row[column.name];
    if (cell !== undefined && conforms(column, cell)) continue;
    const [rule, message] =
      cell === undefined
        ? ['table/missing-field', `field "${column.name}" is missing`]
        : ['table/type', wrongType(column, cell)];
    const value = cell === undefined ? null : JSON.stringify(cell);
    sayAt(sink, rule, view, column.name, message, { value });
    row[column.name] = column.type === 'list' || column.type === 'segments' ? [] : null;
    spoilt.add(column.name);
  }
  return spoilt;
}

function wrongType({ name, type }: Column, value: unknown): string {
  return type === 'list' && isTexts(value)
    ? `a member of field "${name}" holds "${LIST_SEPARATOR}", which separates members in CSV`
    : `field "${name}" must be of type ${type}`;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function unknownFields(row: Row, { table }: ReadPart): string[] {
  if (!table.columns.length) return [];
  const known = new Set(table.columns.map((column) => column.name));
  return Object.keys(row).filter((name) => !known.has(name) && !name.startsWith('x_'));
}

function tellValue(judges: readonly CellJudge[], column: Column, view: JsonRowView, part: ReadPart): void {
  const value = view.values[column.name]!;
  const text = formatCell(value);
  const field = column.name;
  if (value === null || text === '') {
    if (column.nullable || column.type === 'list') return;
    const message = `column "${field}" is empty; it must be filled`;
    sayAt(part.sink, 'table/empty-cell', view, field, message);
    return;
  }
  for (const judge of judges) {
    const faults = judge(value, text);
    if (faults === 'later') {
      part.deferred.add({ column, again: (again) => settled(judge(value, again)) }, text, view);
    } else if (faults) {
      for (const { rule, message, details } of faults) sayAt(part.sink, rule, view, field, message, details);
    }
  }
}

const settled = (faults: ReturnType<CellJudge>): Exclude<typeof faults, 'later' | null> =>
  faults === null || faults === 'later' ? [] : faults;

/** Null conforms to every type: whether the field may be null is for the schema to say. */
function conforms(column: Column, value: unknown): boolean {
  if (value === null) return column.type !== 'list' && column.type !== 'segments';
  switch (column.type) {
    case 'list':
      return isTexts(value) && !value.some((one) => one.includes(LIST_SEPARATOR));
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
