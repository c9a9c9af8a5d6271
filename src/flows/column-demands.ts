import type { DeltaHead } from '../releases/delta.js';
import type { TableSchema } from '../releases/release-meaning.js';
import { sameWords } from './codebook-change.js';
import type { DemandList } from './version-demands.js';

/** What a schema says of a column. */
interface Field {
  /** Type without null, item type and format. */
  readonly type: string;
  readonly optional: boolean;
  readonly values: readonly string[] | null;
  readonly description: string;
}

/**
 * What the columns of a release ask for, against those of the release before: by the tables' headers, and by the schemas
 * of both (those whose table a header fits best), as far as they are at hand.
 */
export function columnDemands(
  head: DeltaHead,
  before: readonly TableSchema[],
  after: readonly TableSchema[],
  list: DemandList,
): void {
  for (const { table, columns, columns_before: old } of head.tables) {
    if (old === null) {
      list.add('table-added', table, null);
      continue;
    }
    const fieldsBefore = fieldsOf(table, old, before);
    const fieldsAfter = fieldsOf(table, columns, after);
    const gone = old.filter((column) => !columns.includes(column));
    const come = columns.filter((column) => !old.includes(column));
    const heirs = gone.map((column) => heirOf(fieldsBefore.get(column), come, fieldsAfter));
    gone.forEach((column, i) => {
      const heir = heirs[i] ?? null;
      const renamed = heir !== null && heirs.indexOf(heir) === heirs.lastIndexOf(heir);
      if (renamed) list.add('column-renamed', table, column, `"${heir}" now`);
      else list.add('column-removed', table, column);
    });
    for (const column of come) {
      const optional = fieldsAfter.get(column)?.optional ?? true;
      list.add(optional ? 'column-added' : 'column-required', table, column);
    }
    const common = columns.filter((column) => old.includes(column));
    if (common.join() !== old.filter((column) => columns.includes(column)).join())
      list.add('columns-reordered', table, null);
    for (const column of common) compareFields(table, column, fieldsBefore.get(column), fieldsAfter.get(column), list);
  }
}

function compareFields(
  table: string,
  column: string,
  old: Field | undefined,
  now: Field | undefined,
  list: DemandList,
): void {
  if (!old || !now) return;
  if (old.type !== now.type) list.add('column-retyped', table, column, `${old.type}, now ${now.type}`);
  if (old.optional !== now.optional)
    list.add(
      now.optional ? 'constraint-relaxed' : 'constraint-tightened',
      table,
      column,
      now.optional ? 'it may be empty' : 'it may not be empty',
    );
  const [before, after] = [old.values, now.values];
  if (before === null || after === null) {
    if (before !== after) list.add(after === null ? 'constraint-relaxed' : 'constraint-tightened', table, column);
    return;
  }
  for (const value of before) if (!after.includes(value)) list.add('label-value-removed', table, column, `"${value}"`);
  for (const value of after) if (!before.includes(value)) list.add('label-value-added', table, column, `"${value}"`);
}

/** The one new column that is what a lost one was, under another name: of the same type, described in the same words. */
function heirOf(lost: Field | undefined, come: readonly string[], fields: ReadonlyMap<string, Field>): string | null {
  if (!lost || lost.description === '') return null;
  const heirs = come.filter((column) => {
    const field = fields.get(column);
    return field?.type === lost.type && sameWords(field.description, lost.description);
  });
  return heirs.length === 1 ? heirs[0]! : null;
}

interface Property {
  readonly type?: string | readonly string[];
  readonly items?: { readonly type?: string };
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
}

/** The fields of the schema for a table that names most of its columns; none without a schema. */
function fieldsOf(
  table: string,
  columns: readonly string[],
  schemas: readonly TableSchema[],
): ReadonlyMap<string, Field> {
  let best: ReadonlyMap<string, Field> = new Map();
  let most = 0;
  for (const schema of schemas) {
    if (!String(schema['x-file'] ?? '').startsWith(table)) continue;
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Property>>;
    const known = columns.filter((column) => Object.hasOwn(properties, column)).length;
    if (known <= most) continue;
    most = known;
    best = new Map(Object.entries(properties).map(([name, property]) => [name, fieldOf(property)]));
  }
  return best;
}

function fieldOf({ type = 'string', items, format, enum: values, description = '' }: Property): Field {
  const types = [type].flat();
  const own = types.filter((one) => one !== 'null').sort();
  return {
    type: [own.join(' or '), items?.type ?? '', format ?? ''].filter((part) => part !== '').join(' of '),
    optional: types.includes('null') || own.includes('array'),
    values: values ? values.filter((value): value is string => typeof value === 'string') : null,
    description,
  };
}
