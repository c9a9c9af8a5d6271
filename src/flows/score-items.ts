import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { CsvFile } from '../tables/csv-reader.js';
import type { JsonLine } from '../tables/json-lines.js';

/** One label of an item, gold or predicted, and where it stands. */
export interface LabelledItem {
  readonly id: string;
  readonly label: string;
  readonly target: string | null;
  readonly cluster: string | null;
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
}

const IDS = ['id', 'statement_id', 'unit_id', 'item_id'];
const LABELS = ['label', 'value', 'stance'];
const TARGETS = ['target', 'target_id'];

/** The name among the usual ones, or the one asked for, that is there. */
function pick(names: readonly string[], wanted: string | null | undefined, usual: readonly string[]): string | null {
  return (wanted === null || wanted === undefined ? usual : [wanted]).find((name) => names.includes(name)) ?? null;
}

function missing(file: string, names: readonly string[], columns: ItemColumns): Finding[] {
  return [['id', columns.id, IDS] as const, ['label', columns.label, LABELS] as const].flatMap(
    ([what, wanted, usual]) => {
      if (pick(names, wanted, usual) !== null) return [];
      const expected = wanted ? `"${wanted}"` : usual.map((name) => `"${name}"`).join(', ');
      const message = `no column ${expected}; name the ${what} column with --${what}`;
      return [finding('score/missing-column', { file, line: 1, column: 1 }, message, { allowed: names })];
    },
  );
}

/** Items of a CSV file. Missing columns are findings, and the file gives no items. */
export function csvItems(csv: CsvFile, columns: ItemColumns = {}): { items: LabelledItem[]; findings: Finding[] } {
  const findings = [...csv.findings, ...(csv.header.length === 0 ? [] : missing(csv.file, csv.header, columns))];
  const at = (wanted: string | null | undefined, usual: readonly string[]): number =>
    csv.header.indexOf(pick(csv.header, wanted, usual) ?? '\u0000');
  const [id, label] = [at(columns.id, IDS), at(columns.label, LABELS)];
  const [target, cluster] = [at(columns.target, TARGETS), at(columns.cluster, ['document_id'])];
  if (id < 0 || label < 0) return { items: [], findings };
  const items = csv.rows.map((row) => ({
    id: row.cells[id]!,
    label: row.cells[label]!,
    target: (target < 0 ? '' : row.cells[target]!) || null,
    cluster: (cluster < 0 ? '' : row.cells[cluster]!) || null,
    file: csv.file,
    line: row.line,
    get column() {
      return csv.placesOf(row)[label]!.column;
    },
  }));
  return { items, findings };
}

/** Items of a JSON Lines file; keys are found line by line. A line without an id or a label key is a finding. */
export function jsonItems(
  lines: readonly JsonLine[],
  file: string,
  columns: ItemColumns = {},
): { items: LabelledItem[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const items = lines.flatMap(({ value, line }) => {
    const record = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
    const keys = Object.keys(record);
    const text = (wanted: string | null | undefined, usual: readonly string[]): string | null => {
      const key = pick(keys, wanted, usual);
      const found = key === null ? null : record[key];
      return found === null || found === undefined ? null : String(found);
    };
    const id = text(columns.id, IDS);
    if (id === null || pick(keys, columns.label, LABELS) === null) {
      const what = id === null ? 'id' : 'label';
      const message = `the line has no ${what}; name its key with --${what}`;
      findings.push(finding('score/missing-key', { file, line, column: 1 }, message, { allowed: keys }));
      return [];
    }
    return [
      {
        id,
        label: text(columns.label, LABELS) ?? '',
        target: text(columns.target, TARGETS),
        cluster: text(columns.cluster, ['document_id']),
        file,
        line,
        column: 1,
      },
    ];
  });
  return { items, findings };
}
