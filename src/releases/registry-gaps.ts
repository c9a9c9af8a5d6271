import { compareText, finding, type Place } from '../model/findings.js';
import type { Finding, SchemaName } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { placeOf, type Registry, type StatementRow, type TurnRow } from './dataset.js';
import { numberOf } from './say-counts.js';

/** The tables that ids of people, states and subjects lead to. */
const REGISTRIES = ['actors', 'countries', 'targets'] as const;

/** A field that leads to registries: the ids that these have, and those of them that have none at all. */
interface Field {
  readonly name: string;
  readonly ids: readonly ReadonlySet<string>[];
  readonly lacks: readonly string[];
}

/** What is known of the ids of one field that lead to nothing. */
interface Gap {
  rows: number;
  readonly ids: Set<string>;
  readonly table: string;
  readonly field: Field;
  first: { readonly place: Place; readonly id: string; readonly row: string };
}

/** Sees the rows that go into a release (its registries it has seen), and tells which of their ids lead to no row of its registries. */
export interface RegistryGaps {
  readonly statement: (row: StatementRow) => void;
  readonly turn: (row: TurnRow) => void;
  /** An error for each field with such ids. */
  readonly findings: () => Finding[];
}

/**
 * Looks the ids of released rows up in the dataset's own actors, targets and countries. `validate` has done so too, but
 * with the shipped lists in place of those that the dataset lacks: convert reads these, and a release can't hold them.
 */
export function registryGaps(registry: Registry): RegistryGaps {
  const known = new Map<string, ReadonlySet<string>>();
  const idsOf = (reference: string): ReadonlySet<string> => {
    const held = known.get(reference);
    if (held) return held;
    const [table, column] = reference.split('.') as [keyof Registry, string];
    const rows = registry[table] as unknown as readonly Readonly<Record<string, unknown>>[];
    const ids = new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])));
    known.set(reference, ids);
    return ids;
  };
  const fieldsOf = (schema: SchemaName): Field[] =>
    Object.entries(tableOf(schema).references)
      .filter(([, to]) => to.every((one) => REGISTRIES.some((name) => one.startsWith(`${name}.`))))
      .map(([name, to]) => {
        const tables = [...new Set(to.map((one) => one.split('.')[0] as keyof Registry))];
        const lacks = tables.filter((table) => !registry[table].length).map((table) => `${table}.csv`);
        return { name, ids: to.map(idsOf), lacks };
      });
  const gaps = new Map<string, Gap>();
  const see = (table: string, fields: readonly Field[], row: object, id: string): void => {
    for (const field of fields) {
      const value = (row as Readonly<Record<string, unknown>>)[field.name];
      if (value === null || value === undefined) continue;
      const unknown = ((Array.isArray(value) ? value : [value]) as readonly string[]).filter(
        (one) => !field.ids.some((set) => set.has(one)),
      );
      if (!unknown.length) continue;
      const first = { place: placeOf(row), id: unknown[0]!, row: id };
      const key = `${table}.${field.name}`;
      const gap = gaps.get(key);
      if (!gap) gaps.set(key, { rows: 1, ids: new Set(unknown), table, field, first });
      else {
        gap.rows++;
        for (const one of unknown) gap.ids.add(one);
        if (isBefore(first.place, gap.first.place)) gap.first = first;
      }
    }
  };
  const [ofStatements, ofTurns] = [fieldsOf('statement'), fieldsOf('turn')];
  const [ofActors, ofMemberships, ofTargets] = [fieldsOf('actor'), fieldsOf('membership'), fieldsOf('target')];
  // Lists refer to each other, too.
  for (const row of registry.actors) see('actors', ofActors, row, row.actor_id);
  for (const row of registry.memberships) see('memberships', ofMemberships, row, row.membership_id);
  for (const row of registry.targets) see('targets', ofTargets, row, row.target_id);
  return {
    statement: (row) => see('statements', ofStatements, row, row.statement_id),
    turn: (row) => see('turns', ofTurns, row, row.turn_id),
    findings: () =>
      [...gaps]
        .sort(([a], [b]) => compareText(a, b))
        .map(([, { rows, ids, table, field, first }]) => {
          const { name, lacks } = field;
          const lack = lacks.length ? ` (it has no rows of ${lacks.join(', ')})` : '';
          const message = `${name} of ${numberOf(rows, 'row')} of ${table} has ${numberOf(ids.size, 'id')} that no registry of the dataset holds${lack}; the first is "${first.id}". Copy the lists that convert has read into the folder that demarche.json names as lexicons`;
          return finding('release/registry-missing', first.place, message, {
            record_id: first.row,
            field: name,
            value: first.id,
          });
        }),
  };
}

const isBefore = (a: Place, b: Place): boolean =>
  (compareText(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0)) < 0;
