import { checkCodebook } from '../checks/codebook.js';
import { codebookFields } from '../checks/codebook-field.js';
import { decode } from '../checks/decode.js';
import type { CheckContext, RowView } from '../checks/check.js';
import { deferredCells } from '../checks/deferred.js';
import { checks } from '../checks/index.js';
import { checkJson } from '../checks/json-file.js';
import { linePlaces, withByteOffset } from '../checks/line-places.js';
import { TableLookups } from '../checks/lookups.js';
import { readTable } from '../checks/read-table.js';
import { tableName } from '../checks/recognise.js';
import { onlyRows, startChecks } from '../checks/run-checks.js';
import { schemaChecker } from '../checks/schema-errors.js';
import { keepAll, type FindingSink } from '../checks/sink.js';
import { bytesOf } from '../checks/source-rows.js';
import { inReadingOrder } from '../checks/table-order.js';
import { checkTextForm } from '../checks/text-form.js';
import { readTexts } from '../checks/texts.js';
import type { SourceFile, ValidationInput } from '../checks/validation-input.js';
import { byPlace, finding, type Place } from '../model/findings.js';
import type { Codebook, Finding, Project } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { tableOf } from '../model/tables.js';
import type { ValidatedFile } from '../model/validated-file.js';
import { deriveStance } from './derive-stance.js';

/** What was validated. */
export interface ValidatedFiles {
  readonly files: readonly ValidatedFile[];
  /** Paths of files that could not be read as text at all. */
  readonly unreadable: readonly string[];
}

/** What validation found: every finding, in order of place. */
export interface Validation extends ValidatedFiles {
  readonly findings: readonly Finding[];
}

/**
 * Validates the files of one dataset, or of a conversion's output, together: encoding and form, schema, categories,
 * keys and references, spans against texts, label files. Nothing stops at the first fault. Pure: files come as bytes,
 * texts through a function. Keeps every finding; `validateInto` is for tables in which a million may be wrong.
 */
export function validate(input: ValidationInput): Validation {
  const findings: Finding[] = [];
  const validated = validateInto(input, keepAll(findings));
  return { ...validated, findings: findings.sort(byPlace) };
}

/** How a validation tells how far it is. */
export interface ValidateOptions {
  /** Called now and then with the number of rows read of a file. */
  readonly seen?: ((rows: number, file: string) => void) | undefined;
}

/** Validates as `validate` does, in memory that does not grow with the tables; findings go into a sink as they come. */
export function validateInto(
  input: ValidationInput,
  sink: FindingSink,
  { seen }: ValidateOptions = {},
): ValidatedFiles {
  const files: ValidatedFile[] = [];
  const unreadable: string[] = [];
  const { codebook, project, projectPlace } = readHeads(input, sink, files, unreadable);
  const sources = input.files.filter(isTable);
  const inCsv = new Set(sources.filter(({ path }) => path.endsWith('.csv')).map(({ schema }) => schema));
  const isCopy = ({ path, schema }: SourceFile): boolean => path.endsWith('.jsonl') && inCsv.has(schema);
  const texts = readTexts(input);
  const lookups = new TableLookups();
  const deferred = deferredCells();
  const { isUtf8 } = input;
  const custom = [...codebookFields(codebook).keys()].filter((field) => field.startsWith('x_'));
  const show = (source: SourceFile, see: (row: RowView) => void): void => {
    const parts = { sink: keepAll([]), lookups: new TableLookups(), deferred: deferredCells() };
    readTable({ ...source, lookup: false }, { ...parts, run: onlyRows(see), copy: false, isUtf8, custom });
  };
  const context = {
    codebook,
    project,
    projectPlace,
    lookups,
    hasTexts: Boolean(input.text),
    text: texts.text,
    textFile: texts.textFile,
    tables: sources.map((source) => {
      const { path, schema, lookup = false } = source;
      return { name: tableName(schema), path, lookup, copy: isCopy(source) };
    }),
    reread: (path: string, see: (row: RowView) => void): void =>
      show(
        sources.find((one) => one.path === path)!,
        see,
      ),
    derive: codebook && deriveStance(codebook),
    released: (input.released ?? []).map(({ version, files: released }) => {
      const rowsOf = (name: string, see: (row: RowView) => void): void => {
        for (const file of released) if (tableName(file.schema) === name) show(file, see);
      };
      return {
        version,
        statements: (see: (row: RowView) => void) => rowsOf('statements', see),
        tombstones: (see: (row: RowView) => void) => rowsOf('tombstones', see),
      };
    }),
  };
  const run = startChecks(checks, context);
  for (const { name, copy } of context.tables) if (!copy) lookups.announce(name);
  const ordered = inReadingOrder(sources, isCopy);
  ordered.forEach((source, i) => {
    const read = readTable(source, { sink, run, lookups, deferred, copy: isCopy(source), isUtf8, custom, seen });
    const name = tableName(source.schema);
    if (!ordered.slice(i + 1).some((later) => tableName(later.schema) === name && !isCopy(later)))
      lookups.complete(name);
    if (source.lookup) return;
    files.push({ path: source.path, kind: name, ...read });
    if (read.rows === null) unreadable.push(source.path);
  });
  lookups.done = true;
  deferred.settle(sink);
  run.end((found) => sink.add(found));
  if (sources.some(({ schema, lookup }) => tableName(schema) === 'documents' && !lookup)) {
    for (const text of texts.read()) {
      files.push({ path: text.path, kind: 'text', rows: null, sha256: text.sha256 });
      for (const found of text.findings) sink.add(found);
    }
    tellStrayTexts(input, new Set(texts.read().map((text) => text.path)), sink);
  }
  return { files: inOrder(files, input), unreadable };
}

/** Codebook and project are JSON whatever their files are called: one may be named on the command line. */
const isTable = ({ path, schema }: SourceFile): boolean =>
  !path.endsWith('.json') && schema !== 'codebook' && schema !== 'project';

/** The files in the order in which they were named, texts behind them. */
function inOrder(files: readonly ValidatedFile[], { files: sources }: ValidationInput): ValidatedFile[] {
  const order = new Map(sources.map(({ path }, i) => [path, i]));
  const at = ({ path }: ValidatedFile): number => order.get(path) ?? sources.length;
  return [...files].sort((a, b) => at(a) - at(b));
}

/** Reads codebook and project: what all checks lean on. */
function readHeads(
  { files: sources }: ValidationInput,
  sink: FindingSink,
  files: ValidatedFile[],
  unreadable: string[],
): Pick<CheckContext, 'codebook' | 'project' | 'projectPlace'> {
  const check = schemaChecker();
  let codebook: Codebook | null = null;
  let project: Project | null = null;
  let projectPlace: CheckContext['projectPlace'] = null;
  for (const source of sources) {
    if (isTable(source)) continue;
    const { path, schema, lookup = false } = source;
    const bytes = bytesOf(source.bytes);
    const { text, findings } = decode(bytes, path);
    const places = linePlaces(text ?? '');
    const tell = (found: readonly Finding[]): void => {
      if (!lookup) for (const one of found) sink.add(withByteOffset(one, places));
    };
    if (!lookup) files.push({ path, kind: tableName(schema), rows: null, sha256: sha256(bytes) });
    tell(findings);
    if (text === null) {
      unreadable.push(path);
      continue;
    }
    tell(checkTextForm(text, path, { decoded: findings.length === 0 }));
    const json = checkJson(text, path, schema, check);
    tell(json.findings);
    if (schema === 'project') {
      project = json.value as Project | null;
      const placeOf = (pointer: string): Place => {
        const { line, column } = json.placeOf(pointer);
        return { file: path, line, column, byte_offset: places.byteOffset(line, column) };
      };
      projectPlace = lookup ? null : placeOf;
    }
    if (schema !== 'codebook') continue;
    codebook = json.value as Codebook | null;
    const columns = tableOf('statement').columns.map((column) => column.name);
    if (codebook) tell(checkCodebook(codebook, path, json.placeOf, columns));
  }
  return { codebook, project, projectPlace };
}

function tellStrayTexts({ textPaths = [] }: ValidationInput, claimed: ReadonlySet<string>, sink: FindingSink): void {
  for (const path of textPaths) {
    if (claimed.has(path)) continue;
    const message = 'the text belongs to no document of documents.csv';
    sink.add(finding('document/stray-text', { file: path }, message, { severity: 'warning' }));
  }
}
