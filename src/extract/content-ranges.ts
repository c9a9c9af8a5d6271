import type { PlacedAttribution } from './attribute.js';
import type { TextStructure } from './document/structure.js';
import type { Mention } from './parse/context.js';

/** The tokens that each segment covers. */
export function contentRanges(structure: TextStructure, attribution: PlacedAttribution): Mention[] {
  const { tokens } = structure;
  const ranges: Mention[] = [];
  let i = attribution.content.first;
  for (const segment of attribution.segments) {
    while (i > 0 && tokens[i]!.start > segment.start) i--;
    while (i < tokens.length && tokens[i]!.start < segment.start) i++;
    let last = i;
    while (last + 1 < tokens.length && tokens[last + 1]!.end <= segment.end) last++;
    ranges.push({ first: i, last });
    i = last;
  }
  return ranges;
}
