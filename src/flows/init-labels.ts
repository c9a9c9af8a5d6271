import { codebookFields, valueFault, type CodebookField } from '../checks/codebook-field.js';
import { compareText } from '../model/findings.js';
import type { Adjudication, Codebook, Label, Statement } from '../model/generated.js';
import { tableOf } from '../model/tables.js';
import { readCsv } from '../tables/csv-reader.js';

/** The batch that the sample's labels belong to. */
export const SAMPLE_BATCH = 'batch-1';

interface Given {
  readonly statement: Statement;
  readonly annotator_id: string;
  readonly field: string;
  readonly value: string;
  readonly confidence: number | null;
  readonly rule_id: string | null;
  readonly comment: string | null;
}

/**
 * The labels of the sample document, by annotator: those of the template (`text`, which names statements by speaker and
 * target) that the codebook allows, then one for each own field, to show where it goes.
 */
export function sampleLabels(
  text: string,
  statements: readonly Statement[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Label[]> {
  const fields = codebookFields(codebook);
  const signs = new Map((fields.get('stance')?.categories ?? []).map((one) => [one.value, one.sign ?? null]));
  const given = readGiven(text, statements);
  const stanceOf = new Map(given.filter(({ field }) => field === 'stance').map((one) => [unitOf(one), one.value]));
  const allowed = given.filter((one) => {
    const field = fields.get(one.field);
    if (!field || valueFault(field, one.value, codebook.version)) return false;
    return one.field !== 'stance_score' || signs.get(stanceOf.get(unitOf(one)) ?? '') === signOf(Number(one.value));
  });
  const units = new Map(given.map((one) => [unitOf(one), one]));
  const order = [...new Set(given.map(({ statement }) => statement.statement_id))];
  const own = codebook.fields
    .filter(({ field }) => field.startsWith('x_'))
    .flatMap((field) =>
      [...units.values()].flatMap((unit): Given[] => {
        const value = exampleValue(field, order.indexOf(unit.statement.statement_id));
        if (value === null || valueFault(field, value, codebook.version)) return [];
        const comment = 'shows the form of a label; no judgement';
        return [{ ...unit, field: field.field, value, confidence: null, rule_id: null, comment }];
      }),
    );
  const byAnnotator = new Map<string, Label[]>();
  for (const one of [...allowed, ...own].sort(byStatement)) {
    const list = byAnnotator.get(one.annotator_id) ?? [];
    byAnnotator.set(one.annotator_id, list);
    list.push(labelOf(one, codebook));
  }
  return byAnnotator;
}

/** The decisions on the sample's disagreements: those of the template that the codebook allows. */
export function sampleDecisions(text: string, statements: readonly Statement[], codebook: Codebook): Adjudication[] {
  const fields = codebookFields(codebook);
  return placedRows(text, statements).flatMap(({ statement, cell }): Adjudication[] => {
    const field = fields.get(cell('field'));
    if (!field || valueFault(field, cell('value'), codebook.version)) return [];
    return [
      {
        statement_id: statement.statement_id,
        field: field.field,
        value: cell('value'),
        rule_id: knownRule(cell('rule_id'), codebook),
        reason: cell('reason') || null,
        decided_by: cell('decided_by'),
      },
    ];
  });
}

const knownRule = (rule: string | null, codebook: Codebook): string | null =>
  codebook.rules.find(({ rule_id }) => rule_id === rule)?.rule_id ?? null;

function readGiven(text: string, statements: readonly Statement[]): Given[] {
  return placedRows(text, statements).map(({ statement, cell }) => ({
    statement,
    annotator_id: cell('annotator_id'),
    field: cell('field'),
    value: cell('value'),
    confidence: cell('confidence') === '' ? null : Number(cell('confidence')),
    rule_id: cell('rule_id') || null,
    comment: cell('comment') || null,
  }));
}

/** The rows of a template whose statement, named by speaker and target, the conversion has. */
function placedRows(
  text: string,
  statements: readonly Statement[],
): { readonly statement: Statement; readonly cell: (name: string) => string }[] {
  const { header, rows } = readCsv(text, '');
  return rows.flatMap(({ cells }) => {
    const cell = (name: string): string => cells[header.indexOf(name)] ?? '';
    const statement = statements.find(
      (one) => one.speaker_id === cell('speaker_id') && one.target_id === cell('target_id'),
    );
    return statement ? [{ statement, cell }] : [];
  });
}

const unitOf = ({ statement, annotator_id }: Given): string => `${statement.statement_id} ${annotator_id}`;

const signOf = (score: number): string => (score > 0 ? '+' : score < 0 ? '-' : '0');

/** Fields stay in the order in which they were given. */
const byStatement = (a: Given, b: Given): number => compareText(a.statement.statement_id, b.statement.statement_id);

/** A value that the field allows, the categories in turn; null for free text, which nobody can make up. */
function exampleValue({ type, categories, minimum, maximum }: CodebookField, turn: number): string | null {
  if (categories?.length) return categories[turn % categories.length]!.value;
  if (type === 'boolean') return turn % 2 === 0 ? 'true' : 'false';
  return type === 'integer' || type === 'number' ? String(minimum ?? maximum ?? 0) : null;
}

function labelOf(one: Given, codebook: Codebook): Label {
  return {
    statement_id: one.statement.statement_id,
    batch_id: SAMPLE_BATCH,
    annotator_id: one.annotator_id,
    field: one.field,
    value: one.value,
    round: 1,
    confidence: one.confidence,
    rule_id: knownRule(one.rule_id, codebook),
    comment: one.comment,
    codebook_version: codebook.version,
    created_at: null,
  };
}

/**
 * Categories that the converter gave to statements and that the codebook does not have, as `field "value"`: with such a
 * codebook nothing that is converted would be valid.
 */
export function unknownCategories(statements: readonly Statement[], codebook: Codebook): string[] {
  const fields = codebookFields(codebook);
  const unknown = tableOf('statement').columns.flatMap(({ name, codebook: field }) =>
    statements.flatMap((row) => {
      const value = (row as unknown as Readonly<Record<string, unknown>>)[name] ?? null;
      const known = fields.get(field ?? '');
      return value !== null && known && valueFault(known, value, codebook.version)
        ? [`${field} "${String(value as string)}"`]
        : [];
    }),
  );
  return [...new Set(unknown)].sort(compareText);
}
