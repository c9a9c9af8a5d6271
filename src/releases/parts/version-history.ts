import type { ReleasePart, VersionChange, VersionEntry } from '../release.js';

/** versions.json and CHANGELOG.md: this version and those before it, with computed counts. */
export const versionHistory: ReleasePart = {
  name: 'versions',
  *files({ project, history, redactions }) {
    const told = { versions: history, ...(redactions.length ? { redactions } : {}) };
    yield { path: 'versions.json', content: `${JSON.stringify(told, null, 2)}\n` };
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
  const rows = Object.entries(entry.rows)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
  // Entries of releases made before steps were computed have only the counts.
  const { previous = null, step = null, added, changed, withdrawn, changes: all = [], corrected = {} } = entry;
  if (added === null) return ['First release.', '', `Rows: ${rows}.`];
  const cells = Object.entries(corrected).map(([column, count]) => `${column} ${count}`);
  return [
    ...(previous !== null && step !== null ? [`A ${step.toUpperCase()} step after ${previous}.`, ''] : []),
    `- Statements added: ${added}.`,
    `- Statements changed in some cell: ${changed ?? 0}${cells.length ? ` (cells: ${cells.join(', ')})` : ''}.`,
    `- Statements withdrawn: ${withdrawn ?? 0}.`,
    ...(entry.withheld
      ? [`- Statements in standoff/ only now, as their documents' texts may no longer be handed on: ${entry.withheld}.`]
      : []),
    ...all.map((one) => `- ${one.step.toUpperCase()}: ${one.says}${idsOf(one)}.`),
    '',
    `Rows: ${rows}.`,
  ];
}

function idsOf({ rows, ids }: VersionChange): string {
  if (rows === null || !ids.length) return '';
  return `: ${ids.join(', ')}${rows > ids.length ? ', …' : ''}`;
}
