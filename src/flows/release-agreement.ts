import type { Result } from '../measures/result.js';
import { compareText } from '../model/findings.js';
import type { Annotator, Batch, Codebook, Label, Project, Tombstone } from '../model/generated.js';
import { redirects } from '../model/redirects.js';
import type { FieldAgreement, LabelFile, ReleaseAgreement } from '../releases/agreement.js';
import { methodsParagraph } from '../reports/agreement-methods.js';
import type { AgreementReport } from '../reports/agreement-report.js';
import { groupsOf as inGroups } from '../tables/in-pieces.js';
import { ofField } from './agree-field.js';
import { filterTable, labelTableBuilder, type LabelTable, type LabelTableBuilder } from './agree-label-table.js';
import type { AgreeOptions } from './agree-options.js';
import { codebookCategories, projectScale } from './agree-project.js';
import { agree } from './agree.js';

/** What agreement is computed from: rows of the release, so that everybody who has it gets the same figures. */
export interface ReleaseLabels {
  /** The rows of data/labels.csv in their order; read once. */
  readonly labels: Iterable<Label>;
  readonly annotators: Iterable<Annotator>;
  readonly batches: Iterable<Batch>;
  /** The rows of data/statements.csv: where labelled units belong. Read once. */
  readonly statements: Iterable<{ readonly statement_id: string }>;
  readonly tombstones: Iterable<Tombstone>;
  readonly project: Project;
  readonly codebook: Codebook;
}

/** How agreement of a release is computed; `tool` is named in the methods paragraph. */
export interface ReleaseAgreementOptions {
  readonly tool?: string;
  readonly bootstrap?: number;
  readonly seed?: number;
}

/** The draws behind every interval of a release, unless told otherwise. */
export const RELEASE_BOOTSTRAP = { replicates: 1000, seed: 1 } as const;

/** A field with more different labels than this holds free values (names, places, texts), on which nobody agrees by category. */
const MOST_CATEGORIES = 60;

/** What of the labels counts, in words. */
const COUNTED =
  'production batches, before adjudication; each annotator’s last round; people where two or more labelled, else everybody';

/**
 * Agreement on the labels of a release, the field of the project's `reliability` first and then every other labelled
 * field: what `demarche agree data/labels.csv` computes in the release, with the project's coefficient, level, cluster and threshold, and counted as the
 * release counts labels (production batches, last rounds; of two batches with one round the later one).
 */
export function releaseAgreement(
  input: ReleaseLabels,
  {
    tool = 'demarche',
    bootstrap = RELEASE_BOOTSTRAP.replicates,
    seed = RELEASE_BOOTSTRAP.seed,
  }: ReleaseAgreementOptions = {},
): ReleaseAgreement {
  const { project, codebook } = input;
  const { table, left } = productionLabels(input);
  const main = project.reliability?.field ?? 'stance';
  const notes = left === null ? [] : [left];
  const { released, ...clusters } = placeUnits(input, table, project.reliability?.cluster);
  const common: AgreeOptions = {
    ...clusters,
    kinds: new Map([...input.annotators].map((one) => [one.annotator_id, one.kind])),
    bootstrap,
    seed,
    notes,
  };
  const reportOn = (rows: LabelTable, field: string): AgreementReport => {
    const { levels, ...scale } = projectScale(project, codebook, field);
    const options: AgreeOptions = {
      ...common,
      ...scale,
      field,
      levels: levels ?? ['nominal'],
      categories: codebookCategories(codebook, field),
    };
    return fieldReport(rows, options);
  };
  const reports = [main, ...otherFields(table, main)].map((field) => reportOn(table, field));
  const [first, ...others] = reports as [AgreementReport, ...AgreementReport[]];
  const kept = filterTable(table, (row) => released.has(table.unit.codes[row]!));
  const onReleased = kept === table ? null : reportOn(kept, main);
  const units = first.input.units - (onReleased ?? first).input.units;
  const named = (report: AgreementReport, files: readonly LabelFile[]): AgreementReport => ({
    ...report,
    input: { ...report.input, files },
  });
  return {
    report: (files) => ({
      ...named(first, files),
      counted: COUNTED,
      withdrawn_units: units,
      on_released_statements: onReleased && { input: named(onReleased, files).input, results: onReleased.results },
      other_fields: others.map((one) => named(one, files)),
    }),
    paragraph: (files) => (first.input.units === 0 ? null : methodsParagraph(named(first, files), tool)),
    fields: reports.map(fieldAgreement),
    withdrawn: onReleased && units > 0 ? { units, others: fieldAgreement(onReleased) } : null,
    threshold: first.threshold?.line ?? null,
    notes: first.notes,
    seed,
    replicates: bootstrap,
  };
}

/** A label that counts, with its place in data/labels.csv as the release writes it. */
interface PlacedLabel {
  readonly label: Label;
  readonly line: number;
  readonly column: number;
}

/** The labels of production batches as a table, and a note on those of other phases. */
function productionLabels({ labels, batches }: ReleaseLabels): { table: LabelTable; left: string | null } {
  const phases = new Map<string, string>();
  for (const batch of batches) phases.set(batch.batch_id, batch.phase);
  const left = new Map<string, number>();
  const counted = function* (): Iterable<PlacedLabel> {
    let line = 2;
    for (const label of labels) {
      const { statement_id, batch_id, annotator_id, field } = label;
      const phase = phases.get(batch_id) ?? 'production';
      if (phase === 'production') {
        yield { label, line, column: [statement_id, batch_id, annotator_id, field].join().length + 2 };
      } else left.set(phase, (left.get(phase) ?? 0) + 1);
      line += 1 + lineEnds(label.value) + lineEnds(label.comment ?? '');
    }
  };
  const builder = labelTableBuilder();
  for (const group of inGroups(counted())) addLabels(builder, group);
  const count = [...left.values()].reduce((sum, one) => sum + one, 0);
  const names = [...left.keys()].sort(compareText).join(' and ');
  return {
    table: builder.table(),
    left: count ? `${count} label rows of ${names} batches are left out` : null,
  };
}

/** Columns of a label table, and what a label has in them; the first round is not written. */
const cells = {
  unit: (label: Label) => label.statement_id,
  annotator: (label: Label) => label.annotator_id,
  label: (label: Label) => label.value,
  field: (label: Label) => label.field,
  batch: (label: Label) => label.batch_id,
  round: (label: Label) => (label.round === 1 ? null : String(label.round)),
} as const;

/** Adds labels as codes: objects of millions of them would fill the memory. */
function addLabels(builder: LabelTableBuilder, group: readonly PlacedLabel[]): void {
  const columns = Object.keys(cells) as (keyof typeof cells)[];
  for (const column of columns) {
    const into = builder.room(column, group.length);
    const known = new Map<string, number>();
    group.forEach(({ label }, i) => {
      const name = cells[column](label);
      let code = name === null ? -1 : known.get(name);
      if (code === undefined) known.set(name!, (code = builder.names[column].code(name!)));
      into[builder.rows + i] = code;
    });
  }
  const lines = Int32Array.from(group, (one) => one.line);
  const places = Int32Array.from(group, (one) => one.column);
  builder.commit(group.length, new Set(columns), (row) => ({
    file: 'data/labels.csv',
    line: lines[row]!,
    column: places[row]!,
  }));
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Fields that have labels, in byte order, but for one. */
function otherFields({ field, rows }: LabelTable, main: string): string[] {
  const codes = new Set(field?.codes.subarray(0, rows) ?? []);
  const names = [...codes].filter((code) => code >= 0).map((code) => field!.names.name(code));
  return names.filter((name) => name !== main).sort(compareText);
}

/**
 * Where the labelled units stand, by the project's column or the document (no clusters where no statement has the
 * column), and which of them the table has. A withdrawn statement stands in the document of what replaces it.
 */
function placeUnits(
  { statements, tombstones }: ReleaseLabels,
  { unit, rows }: LabelTable,
  wanted: string | null | undefined,
): Pick<AgreeOptions, 'clusterColumn' | 'clusterOf'> & { readonly released: ReadonlySet<number> } {
  const column = wanted ?? 'document_id';
  const leadsTo = redirects(column === 'document_id' ? tombstones : []);
  // A number for each labelled unit, and one text for each cluster: there may be a million units.
  const codes = new Map<string, number>();
  const moved = new Map<string, string>();
  const successors = new Map<string, string | null>();
  for (const code of new Set(unit.codes.subarray(0, rows))) {
    const id = unit.names.decode(code);
    codes.set(id, code);
    const target = leadsTo(id) ?? id;
    if (target !== id) moved.set(id, target);
    if (target !== id) successors.set(target, null);
  }
  const released = new Set<number>();
  const clusters = new Map<number, string>();
  const names = new Map<string, string>();
  let known = false;
  for (const row of codes.size ? statements : []) {
    const code = codes.get(row.statement_id);
    if (code !== undefined) released.add(code);
    known ||= column in row;
    const value = (row as Readonly<Record<string, unknown>>)[column];
    if (value === null || value === undefined || value === '') continue;
    const name = names.get(String(value)) ?? String(value);
    names.set(name, name);
    if (code !== undefined) clusters.set(code, name);
    if (successors.has(row.statement_id)) successors.set(row.statement_id, name);
  }
  if (wanted === null || !known) return { clusterColumn: null, released };
  const clusterOf = (id: string): string | null =>
    clusters.get(codes.get(id) ?? -1) ?? successors.get(moved.get(id) ?? '') ?? null;
  return { clusterColumn: column, clusterOf, released };
}

/** The report on one field. Labels given in two batches of one round are settled as the release settles them. */
function fieldReport(table: LabelTable, options: AgreeOptions): AgreementReport {
  const field = options.field!;
  const judged = ofField(table, field, { orNone: false });
  const different = new Set(judged.label.codes.subarray(0, judged.rows)).size;
  if (different > MOST_CATEGORIES && options.categories === null) {
    const why = `${different} different labels: these are free values, on which agreement is not computed`;
    const empty = agree([], options);
    return { ...empty, input: { ...empty.input, field }, notes: [...(options.notes ?? []), why] };
  }
  const report = agree(table, options);
  if (report.results.length || !report.findings.some((found) => found.rule === 'label/duplicate')) return report;
  const why = 'an annotator who labelled a unit in two batches of one round counts with the later batch';
  return agree(table, { ...options, duplicates: 'last', notes: [...(options.notes ?? []), why] });
}

function fieldAgreement(report: AgreementReport): FieldAgreement {
  const { input, options, results, group, notes } = report;
  const primary: Result | undefined = results[0];
  const scale = primary?.level ?? primary?.distance ?? null;
  return {
    field: String(options['field']),
    coefficient: primary ? `${primary.coefficient}${scale === null ? '' : ` (${scale})`}` : '',
    value: primary?.value ?? null,
    reason: primary ? primary.reason : (notes.at(-1) ?? 'there are no labels'),
    ci: primary?.ci ?? null,
    group,
    annotators: input.annotators.length,
    units: input.units,
    pairable_units: primary?.pairable_units ?? input.pairable_units,
  };
}
