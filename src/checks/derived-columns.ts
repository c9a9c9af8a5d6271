import { finding } from '../model/findings.js';
import { formatCell } from '../tables/cells.js';
import type { Check, DerivedFrom, Row, RowView } from './check.js';

/** Columns of labels, decisions, batches and annotators that a stance follows from. */
const COLUMNS: Readonly<Record<keyof DerivedFrom, readonly string[]>> = {
  labels: ['statement_id', 'batch_id', 'annotator_id', 'field', 'value', 'round'],
  adjudication: ['statement_id', 'field', 'value', 'rule_id', 'reason'],
  batches: ['batch_id', 'phase'],
  annotators: ['annotator_id', 'kind'],
};

/** In a table with labels resolved into it, stance, score, basis and number of labels are what the labels give. */
export const derivedColumns: Check = {
  name: 'derived columns',
  rules: ['label/derived'],
  tables: ['statement', 'standoff-statement', 'label', 'adjudication', 'batch', 'annotator'],
  start: ({ derive, reread, tables }) => {
    // Without batches and annotators nobody knows which labels count.
    const present = new Set(tables.map(({ name }) => name));
    if (!derive || !['batches', 'annotators'].every((name) => present.has(name))) return {};
    const resolved = new Set<string>();
    const from: Record<keyof DerivedFrom, Row[]> = { labels: [], adjudication: [], batches: [], annotators: [] };
    return {
      row: ({ file, values }) => {
        if (file.name === 'statements') {
          if (values['stance_basis'] !== 'auto' && values['stance_basis'] !== null) resolved.add(file.path);
          return;
        }
        // Labels come behind the statements: where those are as the program made them, none need be kept.
        const isLabel = file.name === 'labels' || file.name === 'adjudication';
        if (isLabel && !resolved.size) return;
        const name = file.name as keyof DerivedFrom;
        from[name].push(Object.fromEntries(COLUMNS[name].map((column) => [column, values[column] ?? null])));
      },
      end: (tell) => {
        if (!resolved.size) return;
        const derived = derive(from);
        for (const path of resolved) {
          reread(path, (row) => {
            const wanted = Object.entries(derived(plain(row)));
            for (const [field, value] of wanted) {
              const [is, should] = [formatCell(row.values[field]), formatCell(value)];
              if (is === should) continue;
              const message = `${field} is ${said(is)}, but labels and decisions give ${said(should)}`;
              const details = { record_id: row.recordId(), field, value: is, allowed: [should] };
              tell(finding('label/derived', row.placeOf(field), message, details));
            }
          });
        }
      },
    };
  },
};

const said = (cell: string): string => (cell === '' ? 'empty' : `"${cell}"`);

/** A row that can be kept and copied. */
function plain({ values, file }: RowView): Row {
  const names = new Set([...file.table.columns.map(({ name }) => name), ...(file.header ?? Object.keys(values))]);
  return Object.fromEntries([...names].map((name) => [name, values[name] ?? null]));
}
