import type { Column } from '../model/tables.js';
import type { Check, CheckContext, ColumnJudge, RowView, RunningCheck, Say, TableFile, Tell } from './check.js';
import { sayAt, type FindingSink } from './sink.js';

/** Checks at work on the files of one run. */
export interface ChecksRun {
  table(file: TableFile, tell: Tell): void;
  /** How the cells of a column are judged, by all checks that have something to say about it. */
  judges(column: Column, file: TableFile): ColumnJudge[];
  row(row: RowView, say: Say): void;
  fileEnd(file: TableFile, tell: Tell, rows: number): void;
  end(tell: Tell): void;
  /** The way in which rows are reported into a sink. */
  sayer(sink: FindingSink): Say;
}

/** Starts checks: each sees whole files, then cells and rows, and speaks last when all are seen. */
export function startChecks(checks: readonly Check[], context: CheckContext): ChecksRun {
  const running = checks.map((check) => ({ check, at: check.start(context) }));
  const concerned = new Map<TableFile, readonly RunningCheck[]>();
  const byFile = (file: TableFile): readonly RunningCheck[] => {
    let some = concerned.get(file);
    if (!some) {
      some = running.filter(({ check }) => concerns(check, file)).map(({ at }) => at);
      concerned.set(file, some);
    }
    return some;
  };
  const withRows = new Map<TableFile, NonNullable<RunningCheck['row']>[]>();
  return {
    table: (file, tell) => {
      for (const { table } of byFile(file)) table?.(file, tell);
      withRows.set(
        file,
        byFile(file).flatMap(({ row }) => row ?? []),
      );
    },
    judges: (column, file) => byFile(file).flatMap(({ column: of }) => of?.(column, file) ?? []),
    row: (row, say) => {
      const looks = withRows.get(row.file)!;
      for (let i = 0; i < looks.length; i++) looks[i]!(row, say);
    },
    fileEnd: (file, tell, rows) => {
      for (const { fileEnd } of byFile(file)) fileEnd?.(file, tell, rows);
    },
    end: (tell) => {
      for (const { at } of running) at.end?.(tell);
    },
    sayer: (sink) => (rule, row, field, message, details) => sayAt(sink, rule, row, field, message, details),
  };
}

/** A run that does nothing but show rows. */
export function onlyRows(see: (row: RowView) => void): ChecksRun {
  const nothing = (): void => undefined;
  return { table: nothing, judges: () => [], row: see, fileEnd: nothing, end: nothing, sayer: () => nothing };
}

function concerns({ tables, copies = false }: Check, { schema, lookup, copy }: TableFile): boolean {
  return !lookup && (!copy || copies) && (tables === null || tables.includes(schema));
}
