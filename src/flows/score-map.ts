import type { LabelMapping } from '../measures/scores/class-scheme.js';
import { UsageError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Codebook, Finding } from '../model/generated.js';
import { unknownName } from '../text/unknown-name.js';
import type { LabelledItem } from './score-items.js';

/** A translation of labels: named ones, and what becomes of all others. */
export interface DeclaredMap {
  readonly name: string;
  readonly map: ReadonlyMap<string, string | null>;
  /** Label of those that are not named; undefined keeps them as they are, null leaves their items out. */
  readonly others: string | null | undefined;
}

type Crosswalk = NonNullable<Codebook['crosswalks']>[number];

const asMapping = ({ scheme, map }: Crosswalk): LabelMapping => ({
  name: `codebook crosswalk "${scheme}"`,
  map: new Map(Object.entries(map)),
});

/** The codebook's crosswalk from a field to SemEval's classes; null where there is none. */
export function semevalCrosswalk(codebook: Codebook | null, field: string): LabelMapping | null {
  const found = codebook?.crosswalks?.find((one) => one.field === field && /semeval/i.test(one.scheme));
  return found === undefined ? null : asMapping(found);
}

/**
 * Reads the parts of `--map`: label=class, label= (leaves its items out), *=class for all others; or one part without
 * "=": the name of a crosswalk of the codebook, or its beginning. Throws UsageError for what it can't read.
 */
export function declaredMap(parts: readonly string[], codebook: Codebook | null): DeclaredMap | null {
  if (parts.length === 0) return null;
  if (parts.length === 1 && !parts[0]!.includes('=')) return crosswalkNamed(parts[0]!, codebook);
  const entries = parts.map((part) => {
    const at = part.indexOf('=');
    if (at < 1) throw new UsageError(`--map takes label=class, not "${part}"`);
    return [part.slice(0, at).trim(), part.slice(at + 1).trim() || null] as const;
  });
  const map = new Map(entries.filter(([label]) => label !== '*'));
  return { name: `--map ${parts.join(',')}`, map, others: entries.find(([label]) => label === '*')?.[1] };
}

function crosswalkNamed(name: string, codebook: Codebook | null): DeclaredMap {
  const crosswalks = codebook?.crosswalks ?? [];
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const found = crosswalks.find(({ scheme }) => plain(scheme).startsWith(plain(name)));
  if (found !== undefined) return { ...asMapping(found), others: undefined };
  const schemes = crosswalks.map(({ scheme }) => scheme);
  throw new UsageError(unknownName('the codebook has no crosswalk', name, schemes));
}

/** The class of a label; null where it has none. A label that is a class already stays what it is. */
export function mapLabel(declared: DeclaredMap, label: string): string | null {
  if (declared.map.has(label)) return declared.map.get(label)!;
  if ([...declared.map.values()].includes(label)) return label;
  return declared.others === undefined ? label : declared.others;
}

/**
 * Items with their labels and probabilities translated. Items whose label has no class are left out, with one finding;
 * probabilities that have a part without a class are no distribution any more and are left out too.
 */
export function mapItems(
  items: readonly LabelledItem[],
  declared: DeclaredMap | null,
): { readonly items: readonly LabelledItem[]; readonly findings: readonly Finding[] } {
  if (declared === null) return { items, findings: [] };
  const left: LabelledItem[] = [];
  const mapped = items.flatMap((item) => {
    const label = item.label === '' ? '' : mapLabel(declared, item.label);
    if (label !== null) return [{ ...item, column: item.column, label, probabilities: mapShares(item, declared) }];
    left.push(item);
    return [];
  });
  if (left.length === 0) return { items: mapped, findings: [] };
  const labels = [...new Set(left.map(({ label }) => label))].sort().join(', ');
  const message = `${left.length} item${left.length === 1 ? ' has a label' : 's have labels'} without a class in ${declared.name} (${labels}); left out`;
  return { items: mapped, findings: [finding('score/unmapped', left[0]!, message, { severity: 'info' })] };
}

function mapShares({ probabilities }: LabelledItem, declared: DeclaredMap): LabelledItem['probabilities'] {
  if (probabilities === null) return null;
  const shares = new Map<string, number>();
  for (const [from, share] of probabilities) {
    const label = mapLabel(declared, from);
    if (label !== null) shares.set(label, (shares.get(label) ?? 0) + share);
    else if (share > 0) return null;
  }
  return shares;
}
