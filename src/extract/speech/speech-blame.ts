import type { PlacedAttribution } from '../attribute.js';
import type { Extractor } from '../extractor.js';
import type { Resolution } from '../resolve/resolution.js';
import type { Token } from '../../text/tokens.js';
import { readSpeech, type SpokenBlame } from './read-speech.js';

/**
 * What each spoken sentence of a document charges and whom, by the index of its attribution. Each turn is read by itself,
 * and so is the one speech that a document may be; `speakerOf` says who speaks in a turn (null: in the speech).
 */
export function speechBlame(
  tokens: readonly Token[],
  attributions: readonly PlacedAttribution[],
  extractor: Extractor,
  speakerOf: (turn: number | null) => Resolution | null,
): ReadonlyMap<number, SpokenBlame> {
  const speeches = new Map<number | null, number[]>();
  attributions.forEach(({ parent, quote_type, turn }, i) => {
    if (parent !== null || (quote_type !== 'turn' && quote_type !== 'document')) return;
    const speech = speeches.get(turn);
    if (speech) speech.push(i);
    else speeches.set(turn, [i]);
  });
  const found = new Map<number, SpokenBlame>();
  for (const [turn, indices] of speeches) {
    const speaker = speakerOf(turn);
    const party = speaker?.country ?? speaker?.actor_id;
    const read = readSpeech(
      tokens,
      indices.map((i) => attributions[i]!.content),
      new Set(party ? [party] : []),
      extractor.grammar.names,
      extractor.blame,
    );
    indices.forEach((i, k) => found.set(i, read[k]!));
  }
  return found;
}
