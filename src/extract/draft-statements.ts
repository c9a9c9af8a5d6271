import type { Statement } from '../model/generated.js';
import { attribute, type PlacedAttribution } from './attribute.js';
import { attributionRows } from './attribution-rows.js';
import type { TurnSpan } from './attributors/turns.js';
import type { StatementDraft } from './drafts.js';
import type { TextStructure } from './document/structure.js';
import type { Extractor } from './extractor.js';
import { unknownSpeaker, type Resolution } from './resolve/resolution.js';
import { speakerResolver, type SpeakerResolver } from './resolve/speakers.js';
import { namedPersons, type NamedPersons } from './resolve/named-persons.js';
import { speechBlame } from './speech/speech-blame.js';

/** What is known of the document that its statements depend on. */
export interface DraftOptions {
  readonly date: string | null;
  /** The one speaker of a speech, as the metadata names him; null for everything else. */
  readonly speaker: string | null;
  readonly questions: boolean;
}

/** Turns with who speaks in each. */
export interface ResolvedTurn {
  readonly turn: TurnSpan;
  readonly resolution: Resolution;
  readonly fuzzy: boolean;
}

/** All statements of a document as drafts, and its turns resolved. Reading order decides surnames and pronouns. */
export function draftStatements(
  structure: TextStructure,
  turns: readonly TurnSpan[],
  extractor: Extractor,
  options: DraftOptions,
): { drafts: StatementDraft[]; turns: ResolvedTurn[] } {
  const { tokens } = structure;
  const resolver = speakerResolver(tokens, extractor.registry, options.date);
  const resolved = resolveTurns(turns, resolver);
  const attributions = attribute(
    structure,
    resolved.map((one) => one.turn),
    extractor,
    { speech: options.speaker !== null, questions: options.questions },
  );
  const whole = options.speaker === null ? null : resolver.resolveName(options.speaker, 'metadata');
  const blames = speechBlame(tokens, attributions, extractor, (turn) =>
    turn === null ? whole : resolved[turn]!.resolution,
  );
  const speakersOf: (readonly Resolution[])[] = new Array<readonly Resolution[]>(attributions.length).fill([]);
  const drafts: StatementDraft[] = [];
  const persons = lazyPersons(structure, extractor);
  const order = attributions
    .map((_, i) => i)
    .sort((a, b) => attributions[a]!.sentence - attributions[b]!.sentence || a - b);
  let noted = 0;
  for (const i of order) {
    const attribution = attributions[i]!;
    const sentence = structure.sentences[attribution.sentence]!;
    // Names up to the end of this sentence are known when its speaker is looked for.
    for (; noted <= attribution.sentence; noted++)
      resolver.note(structure.sentences[noted]!.first, structure.sentences[noted]!.last);
    const turn = attribution.parent === null && attribution.turn !== null ? resolved[attribution.turn]! : null;
    const resolutions = turn
      ? [turn.resolution]
      : attribution.parent === null && attribution.quote_type === 'document' && whole
        ? [whole]
        : attribution.continues !== null
          ? speakersOf[attribution.continues]!
          : attribution.speakers.flatMap((mention) => resolver.resolve(mention, attribution.apposition));
    // "It reflects …": nobody who could speak was found behind the pronoun.
    if (attribution.quote_type === 'indirect' && isEmptyIt(structure, attribution) && resolutions.length === 0)
      continue;
    speakersOf[i] = resolutions;
    if (attribution.parent === null && resolutions.length && attribution.quote_type !== 'document' && !turn)
      resolver.spoke(resolutions);
    const section = sectionOf(structure, sentence.paragraph);
    const mention = turn
      ? turn.turn.speaker
      : attribution.continues !== null
        ? (attributions[attribution.continues]!.speakers[0] ?? null)
        : null;
    const said = { attribution, index: i, resolutions, mention, blame: blames.get(i) ?? null };
    for (const draft of attributionRows(said, { structure, extractor, resolver, persons, before: drafts }))
      drafts.push(Object.assign(draft, { section }));
  }
  return {
    drafts: drafts.sort((a, b) => a.segments[0]!.start - b.segments[0]!.start || a.index - b.index),
    turns: resolved,
  };
}

function isEmptyIt(structure: TextStructure, attribution: PlacedAttribution): boolean {
  const [mention] = attribution.speakers;
  return (
    mention !== undefined &&
    mention.first === mention.last &&
    /^(?:it|which|that|this)$/.test(structure.tokens[mention.first]!.lower)
  );
}

function resolveTurns(turns: readonly TurnSpan[], resolver: SpeakerResolver): ResolvedTurn[] {
  const out: ResolvedTurn[] = [];
  let person: Resolution | null = null;
  for (const turn of turns) {
    let resolution = resolver.resolveName(
      turn.kind === 'question' || turn.kind === 'moderator' || turn.kind === 'other' || turn.kind === 'official'
        ? ''
        : turn.heading,
      'heading',
    );
    // An interpreter gives the words of whoever spoke before.
    if (turn.kind === 'interpreter' && person) resolution = { ...person, method: 'heading', confidence: 0.7 };
    const asks = resolution.role !== null && /journalist|reporter|correspondent|editor|moderator/.test(resolution.role);
    // "A", "Answer": whoever was last named as answering; nobody where only the headings tell of an answer.
    if (turn.kind === 'answer') resolution = person ? { ...person, method: 'heading' } : unknownSpeaker;
    else if (turn.kind === 'person' && !asks && resolution.actor_id) person = resolution;
    // A journalist called by name asks as one called "Q" does.
    out.push({ turn: asks ? { ...turn, kind: 'question' } : turn, resolution, fuzzy: resolution.method === 'fuzzy' });
  }
  return out;
}

function sectionOf(structure: TextStructure, paragraph: number): Statement['section'] {
  const { mark } = structure.paragraphs[paragraph]!;
  return mark === 'headline' || mark === 'caption' || mark === 'related' ? mark : 'body';
}

/** The persons of a document, read when the first target asks for them. */
function lazyPersons(structure: TextStructure, extractor: Extractor): () => NamedPersons {
  let persons: NamedPersons | null = null;
  return () => (persons ??= namedPersons(structure, extractor.registry, extractor.grammar.nouns));
}
