import type { Finding } from '../model/generated.js';
import { linePlaces, type LinePlaces } from './line-places.js';

/** Findings with the byte offset of their place, where the file's decoded text is at hand. */
export function withByteOffsets(findings: readonly Finding[], decoded: ReadonlyMap<string, string>): Finding[] {
  const places = new Map<string, LinePlaces>();
  return findings.map((found) => {
    const { file, line, column, byte_offset } = found;
    const text = file === null ? undefined : decoded.get(file);
    if (byte_offset !== null || text === undefined || line === null || column === null) return found;
    let lines = places.get(file!);
    if (!lines) places.set(file!, (lines = linePlaces(text)));
    return { ...found, byte_offset: lines.byteOffset(line, column) };
  });
}
