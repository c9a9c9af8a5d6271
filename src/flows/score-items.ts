import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { CsvFile } from '../tables/csv-reader.js';
import type { JsonLine } from '../tables/json-lines.js';
import { probabilityReader, type Probabilities } from './score-probabilities.js';

/** One label of an item, gold or predicted, and where it stands. */
export interface LabelledItem {
  readonly id: string;
  /** Empty where only probabilities are given. */
  readonly label: string;
  readonly target: string | null;
  readonly cluster: string | null;
  /** What the file says of the item besides: speaker, quote type, test set, …; only what is not empty. */
  readonly groups: Readonly<Record<string, string>>;
  /** Predicted probabilities or gold shares by label; null where the file has none. */
  readonly probabilities: Probabilities | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Which columns (or keys) hold what; null finds them by their usual names. */
export interface ItemColumns {
  readonly id?: string | null;
  readonly label?: string | null;
  readonly target?: string | null;
  readonly cluster?: string | null;
  /** The field asked for: the last of the usual label columns, and the rows that count where there is a field column. */
  readonly field?: string;
  /** Further columns to break scores down by. */
  readonly by?: readonly string[];
  /** What the names of probability columns begin with. */
  readonly probabilities?: string | null;
  /** Labels that probability columns may be named after. */
  readonly classes?: readonly string[];
}

const IDS = ['id', 'statement_id', 'unit_id', 'item_id'];
const TARGETS = ['target', 'target_id'];
/** What scores are broken down by, and under which names a file may have it. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  speaker: ['speaker', 'speaker_id'],
  quote_type: ['quote_type'],
  test_set: ['test_set'],
  language: ['language'],
};

const labelNames = (field = 'stance'): readonly string[] => ['label', 'value', field];

/** The name among the usual ones, or the one asked for, that is there. */
function pick(names: readonly string[], wanted: string | null | undefined, usual: readonly string[]): string | null {
  return (wanted === null || wanted === undefined ? usual : [wanted]).find((name) => names.includes(name)) ?? null;
}

/** Where a record of these names holds what. */
interface Plan {
  readonly id: string | null;
  readonly label: string | null;
  readonly target: string | null;
  readonly cluster: string | null;
  readonly field: string | null;
  readonly groups: readonly (readonly [by: string, name: string])[];
  readonly probabilities: (cell: (name: string) => unknown) => Probabilities | null;
  /** Whether there are columns for probabilities, so that no label is needed. */
  readonly soft: boolean;
}

function planFor(names: readonly string[], columns: ItemColumns): Plan {
  const usual = [...Object.entries(GROUPS), ...(columns.by ?? []).map((name) => [name, [name]] as const)];
  const probabilities = probabilityReader(names, {
    prefix: columns.probabilities ?? null,
    classes: columns.classes ?? [],
  });
  return {
    id: pick(names, columns.id, IDS),
    label: pick(names, columns.label, labelNames(columns.field)),
    target: pick(names, columns.target, TARGETS),
    cluster: pick(names, columns.cluster, ['document_id']),
    field: columns.field !== undefined && names.includes('field') ? columns.field : null,
    groups: usual.flatMap(([by, known]) => {
      const name = pick(names, null, known);
      return name === null ? [] : [[by, name] as const];
    }),
    probabilities,
    soft: probabilities(() => '1') !== null,
  };
}

/** The item of a record; null for one of another field. */
function itemOf(plan: Plan, cell: (name: string) => unknown): Omit<LabelledItem, 'file' | 'line' | 'column'> | null {
  const text = (name: string | null): string => {
    const value = name === null ? '' : cell(name);
    return value === null || value === undefined ? '' : String(value);
  };
  if (plan.field !== null && text('field') !== plan.field) return null;
  return {
    id: text(plan.id),
    label: text(plan.label),
    target: text(plan.target) || null,
    cluster: text(plan.cluster) || null,
    groups: Object.fromEntries(
      plan.groups.flatMap(([by, name]) => (text(name) === '' ? [] : [[by, text(name)] as const])),
    ),
    probabilities: plan.probabilities(cell),
  };
}

/** Items of a CSV file. Missing columns are findings, and the file gives no items. */
export function csvItems(csv: CsvFile, columns: ItemColumns = {}): { items: LabelledItem[]; findings: Finding[] } {
  const findings: Finding[] = [...csv.findings];
  if (csv.header.length === 0) return { items: [], findings };
  const plan = planFor(csv.header, columns);
  const needed = [
    ['id', plan.id, columns.id, IDS] as const,
    ['label', plan.soft ? '' : plan.label, columns.label, labelNames(columns.field)] as const,
  ];
  for (const [what, found, wanted, usual] of needed) {
    if (found !== null) continue;
    const expected = wanted ? `"${wanted}"` : usual.map((name) => `"${name}"`).join(', ');
    const message = `no column ${expected}; name the ${what} column with --${what}`;
    const place = { file: csv.file, line: 1, column: 1 };
    findings.push(finding('score/missing-column', place, message, { allowed: csv.header }));
  }
  if (needed.some(([, found]) => found === null)) return { items: [], findings };
  const at = new Map(csv.header.map((name, index) => [name, index]));
  const shown = at.get(plan.label ?? plan.id!)!;
  const items = csv.rows.flatMap((row): LabelledItem[] => {
    const item = itemOf(plan, (name) => row.cells[at.get(name)!]);
    if (item === null) return [];
    return [
      {
        ...item,
        file: csv.file,
        line: row.line,
        get column() {
          return csv.placesOf(row)[shown]!.column;
        },
      },
    ];
  });
  return { items, findings };
}

/** Items of a JSON Lines file; keys are found line by line. A line without an id or a label key is a finding. */
export function jsonItems(
  lines: readonly JsonLine[],
  file: string,
  columns: ItemColumns = {},
): { items: LabelledItem[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const plans = new Map<string, Plan>();
  const items = lines.flatMap(({ value, line }): LabelledItem[] => {
    const record = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
    const keys = Object.keys(record);
    const shape = keys.join('\u001f');
    const plan = plans.get(shape) ?? planFor(keys, columns);
    plans.set(shape, plan);
    const item = itemOf(plan, (name) => record[name]);
    if (item === null) return [];
    const place = { file, line, column: 1 };
    if (plan.id === null || item.id === '' || (plan.label === null && item.probabilities === null)) {
      const what = plan.id === null || item.id === '' ? 'id' : 'label';
      const message = `the line has no ${what}; name its key with --${what}`;
      findings.push(finding('score/missing-key', place, message, { allowed: keys }));
      return [];
    }
    return [{ ...item, ...place }];
  });
  return { items, findings };
}
