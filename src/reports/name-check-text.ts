import { formatRecords } from '../tables/csv-writer.js';
import type { MentionGroup, NameCheckReport, RowShare, WhyUnresolved } from './name-check-report.js';
import { textTable } from './text-table.js';

const WORDS: Readonly<Record<WhyUnresolved, string>> = {
  listed: 'listed as',
  spelling: 'spelt like',
  inside: 'taken for',
  surname: 'surname of',
  'several persons': 'surname of',
  'no holder': 'nobody listed as',
  'several holders': 'several listed as',
};

const SUBJECT = { actors: 'speaker', targets: 'target' } as const;

/** What the lexicons say of a mention, in words; '' where they say nothing. */
function hint({ why, suggestions, office }: MentionGroup): string {
  if (why === null) return '';
  const names = suggestions.map(({ id }) => id).join(', ');
  return [WORDS[why], office, office && names ? `(${names})` : names].filter((part) => part).join(' ');
}

const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);

const shareRow = ({ name, rows, share }: RowShare): string[] => [name, count(rows), percent(share)];

const sharesOf = (shares: readonly RowShare[]): string[] =>
  textTable(shares.map(shareRow), ['left', 'right', 'right']).map((row) => `  ${row}`);

/** Most other wordings and documents that a line names. */
const MOST = 3;

function groupTable(groups: readonly MentionGroup[], withPositions: boolean): string[] {
  const head = ['rows', ...(withPositions ? ['positions'] : []), 'documents', 'mention', 'first seen', 'lexicons'];
  const rows = groups.map((group) => {
    const { document_id, start, end } = group.first;
    const place = start === null ? document_id : `${document_id}:${start}-${end}`;
    const counts = [group.rows, ...(withPositions ? [group.positions] : []), group.documents].map(count);
    return [...counts, group.mention, place, hint(group)];
  });
  const numbers = withPositions ? 3 : 2;
  const lines = textTable(
    [head, ...rows],
    head.map((_, i) => (i < numbers ? 'right' : 'left')),
  );
  return lines.flatMap((row, i) => [`  ${row}`, ...(i === 0 ? [] : details(groups[i - 1]!))]);
}

function details({ variants, document_ids: ids }: MentionGroup): string[] {
  const others = variants.slice(1).map(({ text }) => text);
  const cut = (list: readonly string[], most: number): string =>
    `${list.slice(0, most).join(', ')}${list.length > most ? `, and ${count(list.length - most)} more` : ''}`;
  return [
    ...(others.length > 0 ? [`      also: ${cut(others, MOST)}`] : []),
    ...(ids ? [`      in: ${cut(ids, 10 * MOST)}`] : []),
  ];
}

const ADVICE = {
  actors: [
    'actors.csv: a row for somebody new (actor_id, kind, name, aliases, country), or an alias at a listed one, separated by ";"',
    'memberships.csv: who held an office when (membership_id, actor_id, role, organization_id, country, start_date, end_date)',
    'A surname of several persons stays open unless the text names one; leave it: a wrong person is worse than none.',
  ],
  targets: [
    'targets.csv: a row for a new matter (target_id, kind, name, aliases, parent_id, countries), worded in the affirmative,',
    'or an alias at a listed one, separated by ";"; a person, body or state goes into actors.csv or countries.csv',
  ],
} as const;

/** The report for a screen: shares, how ids were found, unresolved mentions by frequency, what to do. */
export function nameCheckText(report: NameCheckReport): string {
  const { what, input, shares, methods, unresolved, uncertain, pronouns } = report;
  const subject = SUBJECT[what];
  const left = input.left_out > 0 ? `; ${count(input.left_out)} teasers and rejected rows left out` : '';
  const lines = [`${subject}s of ${count(input.rows)} statements in ${input.path}${left}`, ...sharesOf(shares)];
  if (methods.length > 0) lines.push('', `resolved ${what === 'actors' ? 'by' : 'as'}`, ...sharesOf(methods));
  const shown = unresolved.groups.length;
  lines.push('', `unresolved: ${count(unresolved.mentions)} mentions in ${count(unresolved.rows)} statements`);
  if (shown < unresolved.mentions) lines[lines.length - 1] += `; ${count(shown)} shown (--top, --min-count)`;
  if (shown > 0) lines.push(...groupTable(unresolved.groups, what === 'targets'));
  if (pronouns > 0)
    lines.push(`  and ${count(pronouns)} statements whose ${subject} is a pronoun: they follow the names before them`);
  if (uncertain.groups.length > 0) {
    lines.push(
      '',
      `doubtful: ${count(uncertain.rows)} statements; a near spelling, or a name inside of a longer mention`,
    );
    lines.push(...groupTable(uncertain.groups, false));
  }
  if (unresolved.mentions > 0)
    lines.push('', 'what to do', ...ADVICE[what].map((line) => `  ${line}`), '  then convert again with --previous');
  return `${lines.join('\n')}\n`;
}

const CSV_COLUMNS = [
  ...['list', 'mention', 'form', 'rows', 'positions', 'documents', 'document_id', 'start', 'end', 'variants'],
  ...['why', 'office', 'suggestion_ids', 'suggestion_names', 'document_ids'],
];

/** The mentions as CSV, a row each: unresolved ones, then those that were guessed. */
export function nameCheckCsv({ unresolved, uncertain }: NameCheckReport): string {
  const record = (list: string, group: MentionGroup): object => ({
    list,
    ...group,
    ...group.first,
    variants: group.variants.map(({ text }) => text),
    suggestion_ids: group.suggestions.map(({ id }) => id),
    suggestion_names: group.suggestions.map(({ name }) => name),
  });
  return formatRecords(CSV_COLUMNS, [
    ...unresolved.groups.map((group) => record('unresolved', group)),
    ...uncertain.groups.map((group) => record('guessed', group)),
  ]);
}
