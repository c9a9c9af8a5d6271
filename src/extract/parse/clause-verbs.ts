import { opensObject } from './verb-class.js';
import { FINITE, WORD, type Classing } from './word-class.js';

/** "Audit files from the firm show": a word that may be a noun is none of the clause's verbs where a surer one follows. */
export function yieldToLater(sentence: Classing, i: number): void {
  const { tokens, classes, verbs } = sentence;
  const use = verbs.get(tokens[i]!.lower);
  if (!use || use.other === 0 || opensObject(sentence, i)) return;
  if (i === 0 || !(classes[i - 1]! & (WORD.noun | WORD.name | WORD.adjective))) return;
  for (let k = i + 1; k < tokens.length; k++) {
    if (classes[k]! & (WORD.mark | WORD.conjunction | WORD.subordinator | WORD.pronoun | WORD.to)) return;
    if (k > i + 2 && classes[k] === WORD.determiner && classes[k - 1]! & (WORD.noun | WORD.name)) return;
    if (classes[k]! & FINITE) {
      classes[i] = WORD.noun;
      return;
    }
  }
}

/** "The plan praised by critics failed": a past form behind a noun is a participle where the clause has its verb later. */
export function reduceToParticiple({ tokens, classes }: Classing, i: number): void {
  if (i === 0 || !(classes[i - 1]! & (WORD.noun | WORD.name))) return;
  const next = i + 1;
  if (next >= tokens.length) return;
  if (tokens[next]!.lower === 'by' && !/ing$/.test(tokens[next + 1]?.lower ?? '')) {
    classes[i] = WORD.participle;
    return;
  }
  if (classes[next] !== WORD.preposition) return;
  for (let k = next + 1; k < tokens.length; k++) {
    const word = classes[k]!;
    if (word & (WORD.mark | WORD.conjunction | WORD.subordinator | WORD.pronoun)) return;
    // A new article behind a finished phrase opens another clause's subject ("said in May the plan failed").
    if (
      k > next + 1 &&
      word === WORD.determiner &&
      classes[k - 1]! & (WORD.noun | WORD.name) &&
      tokens[k]!.lower !== "'s"
    )
      return;
    if (word & FINITE) {
      classes[i] = WORD.participle;
      return;
    }
  }
}
