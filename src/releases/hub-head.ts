import { isStandoff } from './dataset.js';
import { keywordsOf, licenseUrl } from './project-metadata.js';
import type { Release } from './release.js';

/** License identifiers that the Hugging Face hub knows, of those that data have; SPDX's in lower case but for the last. */
const hubLicenses: Readonly<Record<string, string>> = {
  'Apache-2.0': 'apache-2.0',
  'CC-BY-2.0': 'cc-by-2.0',
  'CC-BY-2.5': 'cc-by-2.5',
  'CC-BY-3.0': 'cc-by-3.0',
  'CC-BY-4.0': 'cc-by-4.0',
  'CC-BY-NC-2.0': 'cc-by-nc-2.0',
  'CC-BY-NC-3.0': 'cc-by-nc-3.0',
  'CC-BY-NC-4.0': 'cc-by-nc-4.0',
  'CC-BY-NC-ND-3.0': 'cc-by-nc-nd-3.0',
  'CC-BY-NC-ND-4.0': 'cc-by-nc-nd-4.0',
  'CC-BY-NC-SA-2.0': 'cc-by-nc-sa-2.0',
  'CC-BY-NC-SA-3.0': 'cc-by-nc-sa-3.0',
  'CC-BY-NC-SA-4.0': 'cc-by-nc-sa-4.0',
  'CC-BY-ND-4.0': 'cc-by-nd-4.0',
  'CC-BY-SA-3.0': 'cc-by-sa-3.0',
  'CC-BY-SA-4.0': 'cc-by-sa-4.0',
  'CC0-1.0': 'cc0-1.0',
  'CDLA-Permissive-1.0': 'cdla-permissive-1.0',
  'CDLA-Permissive-2.0': 'cdla-permissive-2.0',
  'CDLA-Sharing-1.0': 'cdla-sharing-1.0',
  MIT: 'mit',
  'ODC-By-1.0': 'odc-by',
  'ODbL-1.0': 'odbl',
  'PDDL-1.0': 'pddl',
};

/** Limits of the hub's size classes, in rows. */
const sizes: readonly (readonly [below: number, name: string])[] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
  [1e8, '10M<n<100M'],
  [1e9, '100M<n<1B'],
];

/** The hub's class for a number of rows. */
export function sizeCategory(rows: number): string {
  return sizes.find(([below]) => rows < below)?.[1] ?? 'n>1B';
}

/**
 * The head of the dataset card that dataset hubs read (YAML between "---"). Tasks are named only where they can be done:
 * a release without words has no texts to classify.
 */
export function hubHead({ project, statistics, tables }: Release): string[] {
  const languages = statistics.by_document_language.flatMap((row) => row['language'] ?? []).map(String);
  const { statements = 0 } = statistics.rows;
  const hub = hubLicenses[project.license];
  const url = licenseUrl(project);
  const list = (name: string, values: readonly string[]): string[] =>
    values.length ? [`${name}:`, ...values.map((one) => `  - ${JSON.stringify(one)}`)] : [];
  const words = !isStandoff(project) && statements > 0;
  return [
    '---',
    `pretty_name: ${JSON.stringify(project.title)}`,
    ...(hub
      ? [`license: ${hub}`]
      : [
          'license: other',
          `license_name: ${JSON.stringify(project.license.toLowerCase().replace(/[^a-z0-9.]+/g, '-'))}`,
          ...(url ? [`license_link: ${JSON.stringify(url)}`] : []),
        ]),
    ...list('language', languages),
    ...list('tags', keywordsOf(project)),
    ...(words ? list('task_categories', ['text-classification']) : []),
    ...list('size_categories', [sizeCategory(statements)]),
    'configs:',
    '  - config_name: statements',
    '    data_files: statements.jsonl',
    '    default: true',
    ...tables
      .filter(({ name, rows }) => name !== 'statements' && rows.count > 0)
      .flatMap(({ name }) => [`  - config_name: ${name}`, `    data_files: data/${name}.csv`]),
    '---',
    '',
  ];
}
