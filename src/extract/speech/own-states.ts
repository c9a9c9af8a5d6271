import { isAdverb } from '../../text/function-words.js';
import type { Token } from '../../text/tokens.js';
import { isNamed, type SpokenSentence } from './charge.js';
import { felt, performing } from './word-sets.js';

function performs(tokens: readonly Token[], verb: number): boolean {
  let i = verb;
  while (tokens[i] && (isAdverb(tokens[i]!.lower) || tokens[i]!.lower === 'strongly')) i++;
  const lower = tokens[i]?.lower ?? '';
  if (performing.has(lower)) return true;
  if (lower === 'continues' && tokens[i + 1]?.lower === 'to')
    return /^(?:call|urge|support|believe|hope)$/.test(tokens[i + 2]?.lower ?? '');
  if (lower !== 'is' && lower !== 'remains') return false;
  const next = isAdverb(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  return felt.has(tokens[next]?.lower ?? '');
}

/**
 * The parties that a speech shows to be the speaker's own: by "my country, Valmora", "we in Valmora", "Valmora welcomes",
 * and the speaker's state as it is known from elsewhere (`known`), unless the speech names another, or charges it time
 * and again as one charges an opponent.
 */
export function ownStates(
  tokens: readonly Token[],
  sentences: readonly SpokenSentence[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const score = new Map<string, number>();
  const add = (party: string, n: number): void => void score.set(party, (score.get(party) ?? 0) + n);
  for (const party of known) add(party, 4);
  for (const { range, places, charges } of sentences) {
    for (const { mention, party, place, head } of places) {
      const before = tokens[mention.first - 1]?.lower ?? '';
      const next = tokens[mention.last + 1]?.lower ?? '';
      const two = tokens[mention.first - 2]?.lower ?? '';
      if ((place === 'subject' || place === 'witness') && head === null && performs(tokens, mention.last + 1))
        add(party, mention.first <= range.first + 6 ? 4 : 2);
      if ((before === 'in' || before === ',') && two === 'we') add(party, 4);
      if (before === ',' && /^(?:country|government|delegation|nation)$/.test(two)) add(party, 3);
      if (before === 'of' && two === 'behalf') add(party, 4);
      if (before === 'my' || /^(?:colleague|colleagues|representative)$/.test(next)) add(party, -4);
    }
    const charged = new Set(
      charges.flatMap((c) => (!c.denied && isNamed(c.doer) && c.strength > 1 ? [c.doer.party] : [])),
    );
    for (const party of charged) add(party, -1);
  }
  // What the speech itself says outweighs what stands in the record.
  const best = Math.max(3, ...score.values());
  const own = new Set<string>();
  for (const [party, n] of score) if (n === best) own.add(party);
  return own;
}
