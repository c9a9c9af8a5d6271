import { byPlace, shownValue } from '../../model/findings.js';
import type { Finding } from '../../model/generated.js';
import type { RepeatedFinding } from './finding-report.js';

/** What a finding says, as far as it makes findings equal. Without a value the message counts. */
export interface Said {
  readonly field?: string | null;
  readonly value?: string | null;
  readonly message?: string;
}

interface Group {
  first: Finding;
  count: number;
}

/** Groups of findings that say the same, for one rule and severity. */
export interface SaidGroups {
  /** Takes a finding into its group; begins one while there is room. */
  readonly add: (found: Finding) => void;
  /** Counts `n` more in the group that says this, if there is one. */
  readonly count: (said: Said, n: number) => void;
  /** The groups of two and more, most frequent first. */
  readonly repeats: () => RepeatedFinding[];
}

/**
 * Keeps at most `most` groups: the count of a group is exact, as it begins with the first finding that says so; what is
 * first said when there is no more room belongs to none.
 */
export function saidGroups(most: number): SaidGroups {
  const fields = new Map<string | null, { values: Map<string, Group>; messages: Map<string, Group> }>();
  let size = 0;
  const find = (field: string | null, value: string | null, message: string): Group | undefined => {
    const of = fields.get(field);
    return value === null ? of?.messages.get(message) : of?.values.get(value);
  };
  return {
    add(found) {
      const group = find(found.field, found.value, found.message);
      if (group) {
        group.count++;
        if (byPlace(found, group.first) < 0) group.first = ownFinding(found);
        return;
      }
      if (size >= most) return;
      size++;
      const first = ownFinding(found);
      let of = fields.get(found.field);
      if (!of) fields.set(found.field, (of = { values: new Map(), messages: new Map() }));
      if (first.value === null) of.messages.set(first.message, { first, count: 1 });
      else of.values.set(first.value, { first, count: 1 });
    },
    count({ field = null, value = null, message = '' }, n) {
      const group = find(field, value === null ? null : shownValue(value), message);
      if (group) group.count += n;
    },
    repeats: () =>
      [...fields.values()]
        .flatMap(({ values, messages }) => [...values.values(), ...messages.values()])
        .filter(({ count }) => count > 1)
        .sort((a, b) => b.count - a.count || byPlace(a.first, b.first)),
  };
}

/**
 * The finding with texts of its own: a cell that was sliced from a chunk of a file would keep the whole chunk alive as
 * long as the finding is kept.
 */
export function ownFinding(found: Finding): Finding {
  const { record_id, value, message } = found;
  return {
    ...found,
    record_id: record_id === null ? null : own(record_id),
    value: value === null ? null : own(value),
    message: own(message),
  };
}

function own(text: string): string {
  return ` ${text}`.slice(1);
}
