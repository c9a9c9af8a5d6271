import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { suggestCategory } from '../checks/suggest-category.js';
import { editDistance } from '../text/nearest.js';
import { isNumericLabel } from '../measures/label-matrix.js';
import { labelPlace, type LabelRow } from './agree-label-rows.js';
import { rowAt, tableOf, type CodedColumn, type LabelTable } from './agree-label-table.js';

/** How often a name occurs, and where first. */
interface Occurrence {
  readonly name: string;
  readonly first: LabelRow;
  readonly count: number;
}

/** The names that occur in a column, in the order of their first rows; an empty one is none. */
function occurrences(table: LabelTable, { codes, names }: CodedColumn): Occurrence[] {
  const counts = new Int32Array(names.length);
  const firsts: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row]!;
    const before = counts[code]!;
    if (before === 0) firsts.push(row);
    counts[code] = before + 1;
  }
  return firsts
    .filter((row) => codes[row] !== names.emptyCode)
    .map((row) => ({ name: names.name(codes[row]!), first: rowAt(table, row), count: counts[codes[row]!]! }));
}

/** What two spellings of one name have in common: case, blanks, width and composition of letters don't count. */
const folded = (name: string): string =>
  isNumericLabel(name.trim())
    ? String(Number(name))
    : name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Names that are the same but for spelling, the rarer one first. */
function alike(names: readonly Occurrence[]): [Occurrence, Occurrence][] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of names) groups.set(folded(one.name), [...(groups.get(folded(one.name)) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [most, ...others] = [...group].sort((a, b) => b.count - a.count);
    return others.map((one): [Occurrence, Occurrence] => [one, most!]);
  });
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/**
 * What is wrong with the labels as written, before any number: labels outside the known categories (`allowed`; null
 * where none are declared), labels that differ only in case, blanks or form, rare labels one letter from a common one,
 * annotators that differ only in case. One finding per distinct name, at its first place.
 */
export function checkLabels(
  rows: LabelTable | Iterable<LabelRow>,
  { allowed = null }: { readonly allowed?: readonly string[] | null } = {},
): Finding[] {
  const table = tableOf(rows);
  const labels = occurrences(table, table.label);
  return [...unknownLabels(labels, allowed), ...nearMisses(labels, allowed), ...nearAnnotators(table)];
}

function unknownLabels(labels: readonly Occurrence[], allowed: readonly string[] | null): Finding[] {
  if (allowed === null) return [];
  return labels
    .filter(({ name }) => !allowed.includes(name))
    .map(({ name, first, count }) => {
      const suggestion = suggestCategory(
        name,
        allowed.map((value) => ({ value })),
      );
      return finding(
        'label/unknown-category',
        labelPlace(first),
        `"${name}" is no category of ${first.field ?? 'the field'} (${times(count)})`,
        {
          record_id: first.unit,
          field: first.field,
          value: name,
          allowed,
          suggestion,
        },
      );
    });
}

function nearMisses(labels: readonly Occurrence[], allowed: readonly string[] | null): Finding[] {
  const candidates = allowed === null ? labels : labels.filter(({ name }) => allowed.includes(name));
  const same = alike(candidates);
  const paired = new Set(same.map(([rare]) => rare));
  const spelled = candidates.flatMap((rare): [Occurrence, Occurrence][] => {
    if (allowed !== null || paired.has(rare) || rare.name.length < 5 || isNumericLabel(rare.name)) return [];
    const common = candidates.find(
      (one) => one.count >= 20 * rare.count && editDistance(folded(one.name), folded(rare.name)) === 1,
    );
    return common === undefined ? [] : [[rare, common]];
  });
  return [...same, ...spelled].map(([rare, common]) =>
    finding(
      'label/near-miss',
      labelPlace(rare.first),
      `"${rare.name}" (${times(rare.count)}) is counted apart from "${common.name}" (${times(common.count)}); are they the same?`,
      {
        severity: 'warning',
        record_id: rare.first.unit,
        field: rare.first.field,
        value: rare.name,
        suggestion: { value: common.name, safe: folded(rare.name) === folded(common.name) },
        related: [labelPlace(common.first)],
      },
    ),
  );
}

function nearAnnotators(table: LabelTable): Finding[] {
  return alike(occurrences(table, table.annotator)).map(([rare, common]) =>
    finding(
      'label/annotator-case',
      { file: rare.first.source.file, line: rare.first.line },
      `annotator "${rare.name}" (${times(rare.count)}) is counted apart from "${common.name}" (${times(common.count)}); are they the same?`,
      {
        severity: 'warning',
        field: 'annotator_id',
        value: rare.name,
        suggestion: { value: common.name, safe: false },
        related: [{ file: common.first.source.file, line: common.first.line, column: null }],
      },
    ),
  );
}
