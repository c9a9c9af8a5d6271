import type { ReleasePart, VersionEntry } from '../release.js';

/** versions.json and CHANGELOG.md: this version and those before it, with computed counts. */
export const versionHistory: ReleasePart = {
  name: 'versions',
  *files({ project, history }) {
    yield { path: 'versions.json', content: `${JSON.stringify({ versions: history }, null, 2)}\n` };
    const sections = history.flatMap((entry) => [
      `## ${entry.version} (${entry.date ?? 'not dated'})`,
      '',
      ...changes(entry),
      '',
    ]);
    const head = [`# Changelog of ${project.title}`, '', 'Every count below was computed from the tables.', ''];
    yield { path: 'CHANGELOG.md', content: `${[...head, ...sections].join('\n').trimEnd()}\n` };
  },
};

function changes(entry: VersionEntry): string[] {
  const against =
    entry.added === null
      ? ['- First release.']
      : [
          `- Statements added: ${entry.added}.`,
          `- Statements changed in some cell: ${entry.changed ?? 0}.`,
          `- Statements withdrawn: ${entry.withdrawn ?? 0}.`,
        ];
  return [...against, ...Object.entries(entry.rows).map(([table, rows]) => `- Rows of ${table}: ${rows}.`)];
}
