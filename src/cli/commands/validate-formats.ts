import type { ValidatedFile } from '../../flows/validate.js';
import type { Finding } from '../../model/generated.js';
import { countFindings, findingsText, plural } from '../print-findings.js';

/** What a validation prints: the files it looked at, and its findings in order of place. */
export interface Printed {
  readonly files: readonly ValidatedFile[];
  readonly findings: readonly Finding[];
}

/** Names of the forms of output. */
export type ValidationFormat = 'text' | 'json' | 'jsonl' | 'github';

/** Most annotations that GitHub shows of one step. */
const MOST_ANNOTATIONS = 10;

/**
 * Each form of output: for people, for programs (whole, or a finding a line), and for pull requests. In parts, as all
 * findings of a large and broken dataset would not fit into one string.
 */
export const validationFormats: Readonly<Record<ValidationFormat, (printed: Printed) => Iterable<string>>> = {
  text: (printed) => [findingsText(printed.findings), `${summary(printed)}\n`],
  json: printedJson,
  *jsonl({ findings }) {
    for (const found of findings) yield `${JSON.stringify(found)}\n`;
  },
  *github(printed) {
    const rank = { error: 0, warning: 1, info: 2 };
    // Sorting is stable: among equals the order of place stays.
    const worst = [...printed.findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
    for (const found of worst.slice(0, MOST_ANNOTATIONS)) yield `${annotation(found)}\n`;
    yield `${summary(printed)}\n`;
  },
};

function* printedJson({ files, findings }: Printed): Generator<string> {
  const { error, warning } = countFindings(findings);
  yield `{"files":[${files.map((file) => `\n${JSON.stringify(file)}`).join(',')}],\n`;
  yield `"counts":${JSON.stringify({ error, warning })},\n"findings":[`;
  for (const [i, found] of findings.entries()) yield `${i ? ',' : ''}\n${JSON.stringify(found)}`;
  yield ']}\n';
}

/** "14 files, 2,301 rows: 0 errors, 3 warnings". */
function summary({ files, findings }: Printed): string {
  const { error, warning } = countFindings(findings);
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  return `${plural(files.length, 'file')}, ${plural(rows, 'row')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}`;
}

/** A workflow command; what would end a property or the line is escaped as GitHub wants it. */
function annotation(found: Finding): string {
  const level = found.severity === 'info' ? 'notice' : found.severity;
  const message = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const properties = [
    found.file === null ? null : `file=${property(found.file)}`,
    found.line === null ? null : `line=${found.line}`,
    found.column === null ? null : `col=${found.column}`,
    `title=${property(found.rule)}`,
  ].filter((one) => one !== null);
  const hint = found.suggestion ? ` (did you mean "${found.suggestion.value}"?)` : '';
  return `::${level} ${properties.join(',')}::${message(`${found.record_id ? `${found.record_id}: ` : ''}${found.message}${hint}`)}`;
}
