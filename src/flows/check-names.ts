import { rolesOf } from '../extract/resolve/roles.js';
import type { Finding } from '../model/generated.js';
import type { Lexicons } from '../model/lexicons.js';
import type { MentionList, NameCheckReport, RowShare } from '../reports/name-check-report.js';
import type { Value } from '../tables/cells.js';
import { foldName } from '../text/letters.js';
import { mentionForm } from '../text/mention-form.js';
import { doubtOf, explainActor, explainName, type Explained } from './explain-mention.js';
import { listedActors, listedTargets, type ListedNames } from './listed-names.js';
import { MentionGatherer, reportedGroup, type GatheredMention, type SeenMention } from './mention-groups.js';

/** Columns of statements that the two checks read. */
export const CHECKED_COLUMNS = {
  actors: [
    ...['document_id', 'section', 'status', 'stance', 'date', 'speaker_text', 'speaker_start', 'speaker_end'],
    ...['speaker_id', 'speaker_country', 'speaker_method'],
  ],
  targets: [
    ...['document_id', 'section', 'status', 'stance', 'date', 'target_text', 'target_start', 'target_end'],
    ...['target_id', 'target_kind', 'target_inferred'],
  ],
} as const;

/** What is listed, and how much of it. */
export interface CheckNamesOptions {
  readonly lexicons: Lexicons;
  /** Name of the file, for the report. */
  readonly path?: string;
  /** Most mentions of a list; 0 for all. */
  readonly top?: number;
  /** Fewest rows of a mention that is listed. */
  readonly minCount?: number;
  /** Name the documents of each mention. */
  readonly documents?: boolean;
  /** Findings of reading the rows, filled while they are read. */
  readonly findings?: readonly Finding[];
}

type Row = Readonly<Record<string, Value>>;

/**
 * Which speakers of statements stayed without an actor's id, by frequency, with what the lexicons say to each: a name
 * spelt nearly so, several persons of the surname, an office without a holder on the date. `rows` are statements, those
 * of a document together; one row is in memory at a time.
 */
export function checkActors(rows: Iterable<Row>, options: CheckNamesOptions): NameCheckReport {
  const { lexicons } = options;
  const [names, roles] = [listedActors(lexicons), rolesOf(lexicons)];
  return checkNames(rows, options, {
    what: 'actors',
    names,
    read: (row) => ({
      id: row['speaker_id'] as string | null,
      seen: seenIn(row, 'speaker', row['speaker_country'] as string | null),
      method: String(row['speaker_method'] ?? 'none'),
      doubt: doubtOf(row, names),
    }),
    explain: (group) => explainActor(group, names, roles),
  });
}

/**
 * Which targets of statements stayed without an id, by frequency, with the listed name that is spelt nearly so. `rows`
 * are statements, those of a document together; one row is in memory at a time.
 */
export function checkTargets(rows: Iterable<Row>, options: CheckNamesOptions): NameCheckReport {
  const names = listedTargets(options.lexicons);
  return checkNames(rows, options, {
    what: 'targets',
    names,
    read: (row) => ({
      id: row['target_id'] as string | null,
      seen: seenIn(row, 'target', null),
      method: `${String(row['target_kind'])}${row['target_inferred'] === true ? ', carried over' : ''}`,
      doubt: null,
    }),
    explain: (group) => explainName(group.key, names),
  });
}

interface ReadRow {
  readonly id: string | null;
  readonly seen: SeenMention | null;
  readonly method: string;
  /** Why a resolved mention may be somebody else's; null where nothing says so. */
  readonly doubt: 'spelling' | 'inside' | null;
}

interface Kind {
  readonly what: 'actors' | 'targets';
  readonly read: (row: Row) => ReadRow;
  readonly names: ListedNames;
  readonly explain: (group: GatheredMention) => Explained;
}

function seenIn(row: Row, part: 'speaker' | 'target', country: string | null): SeenMention | null {
  const text = row[`${part}_text`];
  if (typeof text !== 'string') return null;
  return {
    text,
    document_id: String(row['document_id']),
    start: row[`${part}_start`] as number | null,
    end: row[`${part}_end`] as number | null,
    position: row['stance'] !== 'none',
    date: row['date'] as string | null,
    country,
  };
}

function checkNames(
  rows: Iterable<Row>,
  options: CheckNamesOptions,
  { what, names, read, explain }: Kind,
): NameCheckReport {
  const { lexicons, path = '', top = 25, minCount = 1, documents = false, findings = [] } = options;
  const titles = new Set(lexicons.roles.flatMap(({ role, aliases }) => [role, ...aliases].map(foldName)));
  const unresolved = new MentionGatherer(titles, documents);
  const uncertain = new MentionGatherer(titles, documents);
  const states = { resolved: 0, unresolved: 0, none: 0 };
  const methods = new Map<string, number>();
  const counts = { rows: 0, leftOut: 0, pronouns: 0, listed: 0, uncertain: 0 };
  for (const row of rows) {
    if (row['section'] === 'related' || row['status'] === 'rejected') {
      counts.leftOut++;
      continue;
    }
    counts.rows++;
    const { id, seen, method, doubt } = read(row);
    states[id !== null ? 'resolved' : seen !== null ? 'unresolved' : 'none']++;
    if (id !== null) methods.set(method, (methods.get(method) ?? 0) + 1);
    if (seen === null) continue;
    if (id === null && mentionForm(seen.text) === 'pronoun') counts.pronouns++;
    else if (id === null) {
      counts.listed++;
      unresolved.add(seen);
    } else if (doubt !== null) {
      counts.uncertain++;
      uncertain.add(seen, `${doubt}\t${id}\t`);
    }
  }
  const shareOf = ([name, n]: readonly [string, number]): RowShare => ({
    name,
    rows: n,
    share: counts.rows > 0 ? n / counts.rows : null,
  });
  const listOf = (all: MentionGatherer, rows: number, tell: (group: GatheredMention) => Explained): MentionList => ({
    mentions: all.size,
    rows,
    groups: all
      .sorted(minCount)
      .slice(0, top === 0 ? Infinity : top)
      .map((group) => ({ ...reportedGroup(group), form: mentionForm(group.first.text), ...tell(group) })),
  });
  return {
    what,
    input: { path, rows: counts.rows, left_out: counts.leftOut },
    shares: Object.entries(states).map(shareOf),
    methods: [...methods].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(shareOf),
    unresolved: listOf(unresolved, counts.listed, explain),
    pronouns: counts.pronouns,
    uncertain: listOf(uncertain, counts.uncertain, ({ key }) => {
      const [doubt, id = ''] = key.split('\t');
      const why = doubt === 'inside' ? 'inside' : 'spelling';
      return { why, suggestions: [{ id, name: names.nameOf(id) }], office: null };
    }),
    findings,
  };
}
