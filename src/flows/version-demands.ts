import type { VersionStep } from '../reports/codebook-diff-report.js';
import type { StepDemand } from '../reports/release-diff/diff-report.js';
import { versionRules, type VersionRule, type VersionRuleName } from './version-rules.js';

/** A demand under one of our own rules. */
export interface VersionDemand extends StepDemand {
  readonly rule: VersionRuleName;
}

/** Gathers demands; rows of one rule, table and field are one. */
export interface DemandList {
  /** Something that is not about rows; `detail` follows the rule's words. */
  add(rule: VersionRuleName, table: string | null, field: string | null, detail?: string): void;
  row(rule: VersionRuleName, table: string, key: readonly string[]): void;
  /** The demands, the heaviest first, then in the order of the rules and as they came. */
  all(): VersionDemand[];
}

const WEIGHT: Readonly<Record<VersionStep, number>> = { major: 0, minor: 1, patch: 2 };

/** An empty list; of rows the keys of the first `most` are kept. */
export function demandList(most: number): DemandList {
  const demands: VersionDemand[] = [];
  const ofRows = new Map<string, { rule: VersionRuleName; table: string; rows: number; ids: string[] }>();
  return {
    add: (rule, table, field, detail = '') => {
      const place = [table, field].filter((part) => part !== null).join(', ');
      const says = `${place === '' ? '' : `${place}: `}${versionRules[rule].says}${detail === '' ? '' : ` (${detail})`}`;
      demands.push(demand(rule, { table, field, rows: null, ids: [], says }));
    },
    row: (rule, table, key) => {
      const name = `${rule} ${table}`;
      let found = ofRows.get(name);
      if (!found) ofRows.set(name, (found = { rule, table, rows: 0, ids: [] }));
      if (found.rows++ < most) found.ids.push(key.join(' '));
    },
    all: () => {
      const rows = [...ofRows.values()].map(({ rule, table, rows: count, ids }) => {
        const { says: one, many = one }: VersionRule = versionRules[rule];
        const says = count === 1 ? `1 row of ${table} ${one}` : `${count} rows of ${table} ${many}`;
        return demand(rule, { table, field: null, rows: count, ids, says });
      });
      const order = Object.keys(versionRules);
      const place = ({ step, rule }: VersionDemand): number => WEIGHT[step] * order.length + order.indexOf(rule);
      return [...demands, ...rows].sort((a, b) => place(a) - place(b));
    },
  };
}

function demand(
  rule: VersionRuleName,
  more: Omit<VersionDemand, 'rule' | 'step' | 'data_package' | 'croissant'>,
): VersionDemand {
  const { step, data_package, croissant } = versionRules[rule];
  return { rule, step, data_package, croissant, ...more };
}
