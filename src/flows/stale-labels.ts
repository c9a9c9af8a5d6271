import type { Label, Tombstone } from '../model/generated.js';
import { redirects } from '../model/redirects.js';
import { compareText } from '../model/findings.js';
import type { CodebookChange, StaleFile, StaleLabel, StaleLabels } from '../reports/codebook-diff-report.js';
import type { PlacedRow } from '../tables/typed-rows.js';

/** The labels of a dataset, the versions of the two codebooks, and what is known of withdrawn statements. */
export interface StaleLabelsInput {
  readonly labels: readonly PlacedRow<Label>[];
  readonly before: string;
  readonly after: string;
  readonly tombstones?: readonly Tombstone[];
}

type Task = StaleLabel['todo'];

/** The gravest first: what counts where a label is touched by several changes. */
const TASKS: readonly Task[] = ['relabel', 'drop', 'move', 'recheck'];

const unitOf = ({ statement_id, annotator_id }: Label): string => `${statement_id}\u001f${annotator_id}`;
const cellOf = (label: Label): string => `${unitOf(label)}\u001f${label.field}`;

/**
 * Which labels given under the codebook before can't stay as they are, and how many each change touches. A label that
 * its annotator has given anew (a later round of its batch, or under the codebook after) is passed over, as is one of a
 * statement that was withdrawn and not replaced.
 */
export function staleLabels(
  changes: readonly CodebookChange[],
  { labels, before, after, tombstones = [] }: StaleLabelsInput,
): { readonly labels: StaleLabels; readonly counts: readonly number[] } {
  const lives = redirects(tombstones);
  const lastRound = new Map<string, number>();
  const anew = new Set<string>();
  const others = new Map<string, number>();
  for (const { row } of labels) {
    const key = `${cellOf(row)}\u001f${row.batch_id}`;
    lastRound.set(key, Math.max(lastRound.get(key) ?? 0, row.round));
    if (row.codebook_version === after && after !== before) anew.add(cellOf(row));
    if (row.codebook_version !== before) {
      others.set(row.codebook_version, (others.get(row.codebook_version) ?? 0) + 1);
    }
  }
  const under = labels.filter(({ row }) => row.codebook_version === before);
  const alive = under.filter(({ row }) => lives(row.statement_id) !== null);
  const current = alive.filter(
    ({ row }) => !anew.has(cellOf(row)) && lastRound.get(`${cellOf(row)}\u001f${row.batch_id}`) === row.round,
  );
  const touching = changes.map((change, i) => ({ i, change, touches: touchedBy(change, current) }));
  const counts = changes.map(() => 0);
  const stale = current.flatMap(({ row, file, line }): StaleLabel[] => {
    const found = touching.filter(({ touches }) => touches(row));
    for (const { i } of found) counts[i]!++;
    const todo = TASKS.find((task) => found.some(({ change }) => taskFor(change, row) === task));
    if (todo === undefined) return [];
    const { statement_id, batch_id, annotator_id, field, value, rule_id } = row;
    const reason = found.map(({ change }) => reasonOf(change)).join('; ');
    return [{ file, line, statement_id, batch_id, annotator_id, field, value, rule_id, todo, reason }];
  });
  stale.sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  return {
    labels: {
      judged: current.length,
      others: [...others].sort(([a], [b]) => compareText(a, b)).map(([version, count]) => ({ version, labels: count })),
      superseded: alive.length - current.length,
      withdrawn: under.length - alive.length,
      files: filesOf(stale),
      stale,
    },
    counts,
  };
}

/** Whether a change touches a label. A sign that has changed touches the score that stands beside the stance, too. */
function touchedBy(change: CodebookChange, labels: readonly PlacedRow<Label>[]): (label: Label) => boolean {
  const { part, field, category, rule_id, task } = change;
  if (task === 'none') return () => false;
  if (part === 'rule') return (label) => label.rule_id === rule_id;
  if (part === 'category') {
    const mine = (label: Label): boolean => label.field === field && label.value === category;
    if (change.change !== 'sign' || field !== 'stance') return mine;
    const units = new Set(labels.filter(({ row }) => mine(row)).map(({ row }) => unitOf(row)));
    return (label) => mine(label) || (label.field === 'stance_score' && units.has(unitOf(label)));
  }
  const end = change.change === 'minimum' || change.change === 'maximum' ? change.change : null;
  if (end === null) return (label) => label.field === field;
  const outside = (value: number): boolean =>
    end === 'minimum' ? value < Number(change.after) : value > Number(change.after);
  return (label) =>
    label.field === field &&
    (task === 'recheck' ? Number(label.value) === Number(change.before) : outside(Number(label.value)));
}

/** The score beside a stance of another sign is looked at again, not the stance. */
const taskFor = (change: CodebookChange, label: Label): CodebookChange['task'] =>
  change.change === 'sign' && label.field !== change.field ? 'recheck' : change.task;

const SAID: Readonly<Partial<Record<CodebookChange['change'], string>>> = { sign: 'has another sign' };

function reasonOf({ name, change, before, after }: CodebookChange): string {
  if (change === 'renamed') return `${name} is now ${after}`;
  if (change === 'minimum' || change === 'maximum')
    return `${change} of ${name} is ${after ?? 'gone'}, was ${before ?? 'none'}`;
  if (change === 'type') return `${name} is of type ${after}, was ${before}`;
  return `${name} ${SAID[change] ?? `was ${change}`}`;
}

function filesOf(stale: readonly StaleLabel[]): StaleFile[] {
  const files = new Map<string, StaleFile>();
  for (const { file, batch_id, annotator_id, todo } of stale) {
    const before = files.get(file) ?? { file, batch_id, annotator_id, relabel: 0, recheck: 0, move: 0, drop: 0 };
    files.set(file, { ...before, [todo]: before[todo] + 1 });
  }
  return [...files.values()];
}
