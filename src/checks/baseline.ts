import { compareText } from '../model/findings.js';
import type { Baseline, Finding } from '../model/generated.js';

type Fault = Baseline['faults'][number];

/** Findings as they stream through, counted by what they are. */
export interface BaselineBuilder {
  readonly add: (found: Finding) => void;
  /** Sorted by file, rule and fingerprint: the same findings give the same baseline in whatever order they came. */
  readonly result: () => Baseline;
}

/** A baseline as findings are held against it, one by one. */
export interface BaselineMatch {
  /**
   * Whether the baseline knows a finding. Each known fault is used up by one finding: the third copy of a fault that is
   * known twice is new. So is a known warning that has become an error.
   */
  readonly knows: (found: Finding) => boolean;
  /** How many known faults no finding has met so far, of the files that `lookedAt` holds for. */
  readonly mended: (lookedAt?: (file: string | null) => boolean) => number;
}

/** How a baseline is brought up to date. */
export interface BaselineUpdate {
  /** Whether faults that the old baseline does not know may be taken in. */
  readonly grow?: boolean;
  /** Whether a file was looked at; what is known of others stays. */
  readonly lookedAt?: (file: string | null) => boolean;
}

const keyOf = ({ severity, fingerprint }: Pick<Fault, 'severity' | 'fingerprint'>): string =>
  `${severity} ${fingerprint}`;

/** Counts findings for a baseline. Information is no fault and stays out, unless `notes` asks for it. */
export function baselineBuilder({ notes = false }: { readonly notes?: boolean } = {}): BaselineBuilder {
  const faults = new Map<string, Fault>();
  return {
    add(found) {
      const { severity, fingerprint, rule, file, record_id } = found;
      if (severity === 'info' && !notes) return;
      const known = faults.get(keyOf(found));
      if (known) known.count++;
      else faults.set(keyOf(found), { fingerprint, count: 1, severity, rule, file, record_id });
    },
    result: () => sorted([...faults.values()].map((fault) => ({ ...fault }))),
  };
}

/** The baseline that knows just these findings. */
export function baselineOf(findings: Iterable<Finding>, options: { readonly notes?: boolean } = {}): Baseline {
  const builder = baselineBuilder(options);
  for (const found of findings) builder.add(found);
  return builder.result();
}

/** Holds findings against a baseline. */
export function matchBaseline(baseline: Baseline): BaselineMatch {
  const left = new Map(baseline.faults.map((fault) => [keyOf(fault), { file: fault.file, count: fault.count }]));
  return {
    knows(found) {
      const known = left.get(keyOf(found));
      if (!known || known.count === 0) return false;
      known.count--;
      return true;
    },
    mended(lookedAt = () => true) {
      let sum = 0;
      for (const { file, count } of left.values()) if (count && lookedAt(file)) sum += count;
      return sum;
    },
  };
}

/**
 * The old baseline brought up to date with what was found now. It only shrinks: faults that are gone are taken out, new
 * ones are not taken in unless `grow` says so.
 */
export function updatedBaseline(old: Baseline, now: Baseline, options: BaselineUpdate = {}): Baseline {
  const { grow = false, lookedAt = () => true } = options;
  const found = new Map(now.faults.map((fault) => [keyOf(fault), fault]));
  const known = new Set(old.faults.map(keyOf));
  const kept = old.faults.flatMap((fault): Fault[] => {
    const count = found.get(keyOf(fault))?.count ?? 0;
    if (grow && count > fault.count) return [{ ...fault, count }];
    if (!lookedAt(fault.file) || count >= fault.count) return [fault];
    return count === 0 ? [] : [{ ...fault, count }];
  });
  return sorted([...kept, ...(grow ? now.faults.filter((fault) => !known.has(keyOf(fault))) : [])]);
}

/** How many faults a baseline knows. */
export function knownFaults({ faults }: Baseline): number {
  return faults.reduce((sum, { count }) => sum + count, 0);
}

/** A baseline as it is written: a fault a line, so that versions of it merge and compare well. */
export function formatBaseline({ faults }: Baseline): string {
  return `{"faults":[${faults.map((fault, i) => `${i ? ',' : ''}\n${JSON.stringify(fault)}`).join('')}\n]}\n`;
}

function sorted(faults: readonly Fault[]): Baseline {
  const order = (a: Fault, b: Fault): number =>
    compareText(a.file ?? '', b.file ?? '') ||
    compareText(a.rule, b.rule) ||
    compareText(a.record_id ?? '', b.record_id ?? '') ||
    compareText(keyOf(a), keyOf(b));
  return { faults: [...faults].sort(order) };
}
