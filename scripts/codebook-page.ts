/** Makes CODEBOOK.md: the columns of every table from the schemas, the categories and rules from codebook.json. */

interface Property {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | null)[];
  readonly 'x-codebook'?: string;
}
interface TableSchema {
  readonly title?: string;
  readonly description?: string;
  readonly 'x-file'?: string;
  readonly properties?: Readonly<Record<string, Property>>;
}
interface Example {
  readonly text: string;
  readonly value: string;
  readonly why?: string | null;
}
interface Category {
  readonly value: string;
  readonly definition: string;
  readonly sign?: string | null;
  readonly examples?: readonly Example[];
  readonly counter_examples?: readonly Example[];
}
interface Codebook {
  readonly version: string;
  readonly fields: readonly {
    readonly field: string;
    readonly description: string;
    readonly categories?: readonly Category[];
  }[];
  readonly rules: readonly {
    readonly rule_id: string;
    readonly text: string;
    readonly examples?: readonly Example[];
  }[];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function values(property: Property): string {
  if (property['x-codebook']) return `category of ${property['x-codebook']}`;
  if (property.enum) return property.enum.map((value) => value ?? '(empty)').join(', ');
  return [property.type ?? 'any'].flat().join(' or ').replace('null', 'empty');
}

const example = (item: Example): string =>
  `“${cell(item.text)}” → ${item.value}${item.why ? ` (${cell(item.why)})` : ''}`;

function categories(codebook: Codebook): string[] {
  return codebook.fields.flatMap((field) => [
    `### ${field.field}`,
    '',
    field.description,
    '',
    ...(field.categories?.length
      ? [
          '| category | sign | definition | examples | counter-examples |',
          '| --- | --- | --- | --- | --- |',
          ...field.categories.map(
            (category) =>
              `| ${category.value} | ${category.sign ?? ''} | ${cell(category.definition)} | ${(category.examples ?? []).map(example).join('<br>')} | ${(category.counter_examples ?? []).map(example).join('<br>')} |`,
          ),
          '',
        ]
      : []),
  ]);
}

/** The whole page as markdown, from the parsed schemas by name and the parsed codebook. */
export function codebookPage(schemas: Readonly<Record<string, unknown>>, codebook: unknown): string {
  const book = codebook as Codebook;
  const tables = (Object.values(schemas) as TableSchema[]).filter((schema) => schema['x-file']?.endsWith('.csv'));
  return [
    '# Codebook',
    '',
    '<!-- Generated from schema/ and data/sample/codebook.json by `npm run generate`. -->',
    '',
    `Categories and rules of the shipped codebook, version ${book.version}. A project may bring its own.`,
    '',
    '## Categories',
    '',
    ...categories(book),
    '## Rules',
    '',
    ...book.rules.map(
      (rule) => `- **${rule.rule_id}** ${rule.text}${(rule.examples ?? []).map((e) => `<br>${example(e)}`).join('')}`,
    ),
    '',
    '## Tables',
    '',
    ...tables.flatMap((schema) => [
      `### ${schema['x-file']} (${schema.title})`,
      '',
      schema.description ?? '',
      '',
      '| column | values | meaning |',
      '| --- | --- | --- |',
      ...Object.entries(schema.properties ?? {}).map(
        ([name, property]) => `| ${name} | ${cell(values(property))} | ${cell(property.description ?? '')} |`,
      ),
      '',
    ]),
  ].join('\n');
}
