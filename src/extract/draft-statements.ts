import type { Statement } from '../model/generated.js';
import type { Span } from '../model/spans.js';
import { attribute, type PlacedAttribution } from './attribute.js';
import type { TurnSpan } from './attributors/turns.js';
import { chooseTargets } from './choose-targets.js';
import type { StatementDraft } from './drafts.js';
import type { TextStructure } from './document/structure.js';
import type { Extractor } from './extractor.js';
import type { LabelInput } from './labelers/labeler.js';
import { ownPosition } from './own-position.js';
import type { Mention } from './parse/context.js';
import { withoutOpening } from './parse/opening.js';
import { unknownSpeaker, type Resolution } from './resolve/resolution.js';
import { speakerResolver, type SpeakerResolver } from './resolve/speakers.js';
import { noTarget, type FoundTarget } from './resolve/targets.js';
import { namedPersons, type NamedPersons } from './resolve/named-persons.js';
import { carryTarget, ownPronoun, speakerNames } from './targets/carry.js';

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
    if (isEmptyIt(structure, attribution) && resolutions.length === 0) continue;
    speakersOf[i] = resolutions;
    if (attribution.parent === null && resolutions.length && attribution.quote_type !== 'document' && !turn)
      resolver.spoke(resolutions);
    const section = sectionOf(structure, sentence.paragraph);
    const mention = turn
      ? turn.turn.speaker
      : attribution.continues !== null
        ? (attributions[attribution.continues]!.speakers[0] ?? null)
        : null;
    for (const draft of rowsOf(structure, extractor, resolver, persons, attribution, i, resolutions, mention, drafts))
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
    if (/^A$/.test(turn.heading) && person) resolution = { ...person, method: 'heading' };
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

/** The rows of one attribution: every speaker with every target. */
function rowsOf(
  structure: TextStructure,
  extractor: Extractor,
  resolver: SpeakerResolver,
  persons: () => NamedPersons,
  attribution: PlacedAttribution,
  index: number,
  resolutions: readonly Resolution[],
  mention: Mention | Span | null,
  before: readonly StatementDraft[],
): Omit<StatementDraft, 'section'>[] {
  const { tokens } = structure;
  const pieces = contentRanges(structure, attribution);
  const content =
    attribution.quote_type === 'indirect' && pieces[0]
      ? [withoutOpening(tokens, pieces[0]), ...pieces.slice(1)]
      : pieces;
  const ids = new Set(resolutions.flatMap((r) => (r.actor_id ? [r.actor_id] : [])));
  const takesNone = attribution.sense === null || attribution.sense.polarity === 'content';
  const own = takesNone
    ? ownPosition(structure, attribution, content, ownIds(resolutions, extractor), extractor)
    : null;
  const input: LabelInput = {
    tokens,
    content: own ? [own.content] : content,
    sense: own?.sense ?? attribution.sense,
    cue: own?.cue ?? attribution.cue,
    negated: own?.negated ?? attribution.negated,
    modal: own?.modal ?? attribution.modal,
    condition: own?.conditional ?? false,
    firstPerson: attribution.quote_type !== 'indirect',
    reported: attribution.quote_type === 'indirect' || attribution.quote_type === 'mixed',
    ownName: ownNameAt(structure, content[0] ?? null, ownIds(resolutions, extractor), extractor),
    ownSubject:
      attribution.quote_type === 'indirect' &&
      attribution.sense !== null &&
      (attribution.sense.frame === 'that' ||
        attribution.sense.frame === 'quote' ||
        attribution.sense.frame === 'obj_that'),
  };
  const label = extractor.labeler.label(input);
  const seen = own ? { ...attribution, sense: own.sense, object: own.object, content: own.content } : attribution;
  const names = speakerNames(structure, attribution.speakers, mention);
  const found = chooseTargets(seen, {
    structure,
    tokens,
    names: extractor.grammar.names,
    targets: extractor.targets,
    persons,
    sentence: attribution.sentence,
    content: own ? [own.content] : content,
    speakers: ids,
    speakerNames: names,
    own: ownIds(resolutions, extractor),
    ownPronoun: ownPronoun(attribution, names, structure, persons),
    label,
  });
  const positioned = label.stance !== 'none' && label.stance !== 'unclear';
  const carried = found.length === 0 && positioned ? carryTarget(attribution, ids, names, structure, before) : null;
  const targets: { target: FoundTarget; inferred: boolean; distance: number | null }[] = carried
    ? [{ target: carried.target, inferred: true, distance: carried.distance }]
    : (found.length ? found : [noTarget]).map((target) => ({
        target,
        inferred: target.distance !== undefined,
        distance: target.distance ?? (target.mention || target.target_id ? 0 : null),
      }));
  const { sense, object } = attribution;
  const addressed = object !== null && sense !== null && (sense.frame === 'obj_to' || sense.frame === 'obj_that');
  const addressees = addressed
    ? [...new Set(resolver.resolve(object, null).flatMap((r) => (r.actor_id ? [r.actor_id] : [])))]
    : [];
  const speakers: { resolution: Resolution; speaker: Mention | Span | null }[] = resolutions.length
    ? resolutions.map((resolution, k) => ({
        resolution,
        speaker: mention ?? attribution.speakers[Math.min(k, attribution.speakers.length - 1)] ?? null,
      }))
    : [{ resolution: unknownSpeaker, speaker: mention ?? attribution.speakers[0] ?? null }];
  return speakers.flatMap(({ resolution, speaker }) =>
    targets.map(({ target, inferred, distance }) => ({
      attribution,
      index,
      segments: attribution.segments,
      speaker,
      resolution,
      addressees,
      label,
      target,
      distance,
      inferred,
    })),
  );
}

/** Where a content begins with the speaker's own name or state ("Valmora would …"): its last token; null otherwise. */
function ownNameAt(
  structure: TextStructure,
  range: Mention | null,
  own: ReadonlySet<string>,
  extractor: Extractor,
): number | null {
  if (!range || own.size === 0) return null;
  const first = structure.tokens[range.first]!.lower === 'the' ? range.first + 1 : range.first;
  if (first > range.last) return null;
  const hit = extractor.grammar.names.at(structure.tokens, first, range.last);
  return hit?.entries.some((entry) => own.has(entry.actor_id)) ? hit.last : null;
}

/** The speaker, the body spoken for and their state: whoever is "we" in the speaker's mouth. */
function ownIds(resolutions: readonly Resolution[], extractor: Extractor): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { actor_id, on_behalf_of, country } of resolutions) {
    for (const id of [actor_id, on_behalf_of, country ? (extractor.registry.stateActors.get(country) ?? null) : null])
      if (id) own.add(id);
  }
  return own;
}

/** The persons of a document, read when the first target asks for them. */
function lazyPersons(structure: TextStructure, extractor: Extractor): () => NamedPersons {
  let persons: NamedPersons | null = null;
  return () => (persons ??= namedPersons(structure, extractor.registry, extractor.grammar.nouns));
}

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
