import { tables } from '../model/tables.js';
import { tableName } from './recognise.js';
import type { SourceFile } from './validation-input.js';

/**
 * Files of tables in the order in which they are read: what is referred to before what refers to it, tombstones before
 * everything that may lean on a withdrawn row, copies in JSON Lines last; else the order given.
 */
export function inReadingOrder(sources: readonly SourceFile[], isCopy: (source: SourceFile) => boolean): SourceFile[] {
  const byName = new Map<string, SourceFile[]>();
  for (const source of sources) {
    const name = tableName(source.schema);
    byName.set(name, [...(byName.get(name) ?? []), source]);
  }
  const order: SourceFile[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const files = byName.get(name);
    if (!files || seen.has(name)) return;
    seen.add(name);
    if (name !== 'tombstones') visit('tombstones');
    for (const { schema } of files) {
      for (const reference of Object.values(tables[schema]?.references ?? {}).flat()) visit(reference.split('.')[0]!);
    }
    order.push(...files.filter((file) => !isCopy(file)));
  };
  for (const name of byName.keys()) visit(name);
  return [...order, ...sources.filter(isCopy)];
}
