import type { Cue } from '../model/generated.js';
import { sentencesOf } from '../text/sentences.js';
import type { Attribution } from './attributors/attribution.js';
import { contentEnd } from './attributors/content.js';
import type { TextStructure } from './document/structure.js';
import type { Extractor } from './extractor.js';
import { lowerAt, plainContext, type Mention, type SentenceContext } from './parse/context.js';
import { cueUses } from './parse/cue-uses.js';
import { frameAfter } from './parse/frames.js';

/** A position that speakers state in their own words: "we welcome the plan", "Valmora will never accept it". */
export interface OwnPosition {
  readonly sense: Cue;
  readonly cue: Mention;
  readonly object: Mention | null;
  /** What the cue governs. */
  readonly content: Mention;
  readonly negated: boolean;
  readonly modal: string | null;
  /** A condition stands before it: "if the gates open, we will support the talks". */
  readonly conditional: boolean;
}

/** The speaker's ids (person, state, body spoken for), by which "Valmora" in a Valmoran's mouth is "we". */
export type OwnIds = ReadonlySet<string>;

/**
 * Looks in the speaker's words for a cue whose subject is the speaker ("we", "I", one's own state; in reported clauses
 * "he", "she", "it", "they") and whose sense takes a position. The first one counts; null when there is none.
 */
export function ownPosition(
  structure: TextStructure,
  attribution: Attribution,
  ranges: readonly Mention[],
  own: OwnIds,
  extractor: Extractor,
): OwnPosition | null {
  const reported = attribution.quote_type === 'indirect' || attribution.quote_type === 'mixed';
  const { tokens } = structure;
  const { paragraph } = structure.sentences[attribution.sentence]!;
  for (const { first, last } of ranges) {
    for (const range of sentencesOf(tokens, first, last, [], extractor.sentenceRules)) {
      const context = plainContext(structure, range, paragraph, extractor.grammar);
      const end = contentEnd(context, range.last);
      for (const use of cueUses(context)) {
        if (use.subject === 'inherit' || !use.subject || use.group.kind !== 'finite') continue;
        if (!use.subject.mentions.some((mention) => isOwn(context, mention, own, reported))) continue;
        const frame = frameAfter(context, use.senses, use.last, end);
        if (!frame || frame.sense.polarity === 'content' || frame.sense.polarity === 'none') continue;
        return {
          sense: frame.sense,
          cue: { first: use.first, last: frame.cueLast },
          object: frame.object,
          content: { first: frame.content, last: end },
          // "We have refused nothing": the object denies the verb.
          negated: use.group.negated !== /^(?:nothing|nobody|none)$/.test(lowerAt(context, frame.object?.first ?? -1)),
          modal: use.group.modal,
          conditional: opensWithCondition(context, use.first),
        };
      }
      // A reported clause is one sentence; what follows its own verb is somebody else's.
      if (reported) return null;
    }
  }
  return null;
}

function opensWithCondition(context: SentenceContext, cue: number): boolean {
  let condition = false;
  for (let i = context.first; i < cue; i++) {
    const lower = lowerAt(context, i);
    if (/^(?:if|unless|provided)$/.test(lower)) condition = true;
    else if (condition && lower === ',') return true;
  }
  return false;
}

function isOwn(context: SentenceContext, mention: Mention, own: OwnIds, reported: boolean): boolean {
  const word = lowerAt(context, mention.first);
  if (mention.first === mention.last) {
    if (word === 'we' || word === 'i') return true;
    if (reported && mention.first <= context.first + 1 && /^(?:he|she|it|they)$/.test(word)) return true;
  }
  if (/^(?:my|our)$/.test(word) || (reported && /^(?:his|her|its|their)$/.test(word))) {
    return /^(?:government|country|nation|administration|ministry|department|side|delegation)$/.test(
      lowerAt(context, mention.last),
    );
  }
  const hit = context.grammar.names.within(context.tokens, mention.first, mention.last).at(-1);
  return hit !== undefined && hit.last === mention.last && hit.entries.some((entry) => own.has(entry.actor_id));
}
