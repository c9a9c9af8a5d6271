import type { CheckedTable } from '../checks/check.js';
import { withByteOffsets } from '../checks/byte-offsets.js';
import { checkCodebook } from '../checks/codebook.js';
import { makeContext } from '../checks/context.js';
import { decode } from '../checks/decode.js';
import { checks } from '../checks/index.js';
import { checkJson } from '../checks/json-file.js';
import { missingParts } from '../checks/missing-parts.js';
import { readSource } from '../checks/read-source.js';
import { tableName } from '../checks/recognise.js';
import { runChecks } from '../checks/run-checks.js';
import { schemaChecker, schemaRules } from '../checks/schema-errors.js';
import { checkTextForm } from '../checks/text-form.js';
import type { ValidationInput } from '../checks/validation-input.js';
import { byPlace, finding } from '../model/findings.js';
import type { Codebook, Finding, Project } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { tableOf } from '../model/tables.js';
import type { ValidatedFile } from '../model/validated-file.js';

/** What validation found: every finding, in order of place. */
export interface Validation {
  readonly files: readonly ValidatedFile[];
  readonly findings: readonly Finding[];
  /** Paths of files that could not be read as text at all. */
  readonly unreadable: readonly string[];
}

interface Read {
  readonly tables: readonly CheckedTable[];
  readonly codebook: Codebook | null;
  readonly project: Project | null;
}

/**
 * Validates the files of one dataset, or of a conversion's output, together: encoding and form, schema, categories,
 * keys and references, spans against texts, label files. Nothing stops at the first fault. Pure: files come as bytes,
 * texts through a function.
 */
export function validate(input: ValidationInput): Validation {
  const findings: Finding[] = [];
  const files: ValidatedFile[] = [];
  const unreadable: string[] = [];
  const decoded = new Map<string, string>();
  const read = readAll(input, { findings, files, unreadable, decoded });
  const { context, texts } = makeContext(read.tables, read, input);
  const said = new Set(findings.filter(({ field }) => field !== null).map(cellOf));
  for (const found of runChecks(checks, read.tables, context)) {
    // Reading has told of this cell already; the schema only sees the null that was put in its stead.
    if ((schemaRules as readonly string[]).includes(found.rule) && said.has(cellOf(found))) continue;
    findings.push(found);
  }
  if (read.project)
    for (const found of missingParts(read.tables, read.project, Boolean(input.text))) findings.push(found);
  const reported = read.tables.some((table) => table.name === 'documents' && !table.lookup);
  if (reported) {
    for (const text of texts()) {
      files.push({ path: text.path, kind: 'text', rows: null, sha256: text.sha256 });
      for (const found of text.findings) findings.push(found);
    }
    for (const found of strayTexts(input, new Set(texts().map((text) => text.path)))) findings.push(found);
  }
  return { files, findings: withByteOffsets(findings, decoded).sort(byPlace), unreadable };
}

const cellOf = ({ file, line, field }: Finding): string => `${file}\n${line}\n${field}`;

interface Sink {
  readonly findings: Finding[];
  readonly files: ValidatedFile[];
  readonly unreadable: string[];
  readonly decoded: Map<string, string>;
}

function readAll({ files: sources }: ValidationInput, sink: Sink): Read {
  const check = schemaChecker();
  const inCsv = new Set(sources.filter(({ path }) => path.endsWith('.csv')).map(({ schema }) => schema));
  const tables: CheckedTable[] = [];
  let codebook: Codebook | null = null;
  let project: Project | null = null;
  for (const source of sources) {
    const { path, schema, bytes, lookup = false } = source;
    const report = (found: readonly Finding[]): void => {
      if (!lookup) for (const one of found) sink.findings.push(one);
    };
    const note = (rows: number | null): void => {
      if (!lookup) sink.files.push({ path, kind: tableName(schema), rows, sha256: sha256(bytes) });
    };
    const { text, findings } = decode(bytes, path);
    report(findings);
    if (text === null) {
      sink.unreadable.push(path);
      note(null);
      continue;
    }
    if (!lookup) {
      sink.decoded.set(path, text);
      report(checkTextForm(text, path, { decoded: findings.length === 0 }));
    }
    if (path.endsWith('.json')) {
      const json = checkJson(text, path, schema, check);
      report(json.findings);
      note(null);
      if (schema === 'project') project = json.value as Project | null;
      if (schema !== 'codebook') continue;
      codebook = json.value as Codebook | null;
      const columns = tableOf('statement').columns.map((column) => column.name);
      if (codebook) report(checkCodebook(codebook, path, json.placeOf, columns));
      continue;
    }
    const copy = path.endsWith('.jsonl') && inCsv.has(schema);
    const one = readSource(source, text, { copy });
    report(one.findings);
    note(one.table.rows.length);
    tables.push(one.table);
  }
  return { tables, codebook, project };
}

function strayTexts({ textPaths = [] }: ValidationInput, claimed: ReadonlySet<string>): Finding[] {
  return textPaths
    .filter((path) => !claimed.has(path))
    .map((path) =>
      finding('document/stray-text', { file: path }, 'the text belongs to no document of documents.csv', {
        severity: 'warning',
      }),
    );
}
