import type { Codebook } from '../model/generated.js';
import { customColumn } from './statement-fields.js';
import type { ReleaseTable } from './release.js';

type Category = NonNullable<Codebook['fields'][number]['categories']>[number];
type Example = NonNullable<Category['examples']>[number];

/**
 * A codebook as a page to read: categories, rules, crosswalks and, where tables are given (a release), the columns of
 * each of them.
 */
export function codebookPage(codebook: Codebook, tables: readonly ReleaseTable[] = []): string {
  const lines = [
    `# ${codebook.title}, version ${codebook.version}`,
    '',
    '## Fields and categories',
    '',
    ...codebook.fields.flatMap((field) => [
      `### ${field.field}`,
      '',
      `${field.description} (${field.type}, ${field.level})`,
      '',
      ...(field.categories?.length ? [...categoryTable(field.categories), ''] : []),
    ]),
    '## Rules',
    '',
    ...codebook.rules.map(
      (rule) =>
        `- **${rule.rule_id}** ${rule.text}${(rule.examples ?? []).map((one) => `<br>${quoted(one)}`).join('')}`,
    ),
    '',
    ...(codebook.crosswalks?.length ? ['## Crosswalks', '', ...codebook.crosswalks.flatMap(crosswalk)] : []),
    ...(tables.length ? ['## Columns', ''] : []),
    ...tables.flatMap(({ name, table, custom }) => [
      `### data/${name}.csv`,
      '',
      ...markdownTable(
        ['column', 'type', 'meaning'],
        [...table.columns, ...custom.map((field) => customColumn(codebook, field))].map((column) => [
          column.name,
          `${column.type}${column.nullable ? ' or empty' : ''}`,
          column.description,
        ]),
      ),
      '',
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A markdown table; bars and line ends in cells are made harmless. */
export function markdownTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

function categoryTable(categories: readonly Category[]): string[] {
  return markdownTable(
    ['category', 'sign', 'definition', 'examples', 'counter-examples'],
    categories.map((category) => [
      category.value,
      category.sign ?? '',
      category.definition,
      (category.examples ?? []).map(quoted).join('<br>'),
      (category.counter_examples ?? []).map(quoted).join('<br>'),
    ]),
  );
}

function quoted(example: Example): string {
  return `“${example.text}” → ${example.value}${example.why ? ` (${example.why})` : ''}`;
}

function crosswalk(walk: NonNullable<Codebook['crosswalks']>[number]): string[] {
  return [
    `### ${walk.field} to ${walk.scheme}`,
    '',
    ...markdownTable(
      [walk.field, walk.scheme],
      Object.entries(walk.map).map(([from, to]) => [from, to ?? '(no counterpart)']),
    ),
    '',
    ...(walk.lossy ?? []).map((loss) => `Lost: ${loss}.`),
    '',
  ];
}
