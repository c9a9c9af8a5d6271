import type { Span } from '../model/spans.js';
import type { PlacedAttribution } from './attribute.js';
import { chooseTargets } from './choose-targets.js';
import { contentRanges } from './content-ranges.js';
import type { TextStructure } from './document/structure.js';
import type { StatementDraft } from './drafts.js';
import type { Extractor } from './extractor.js';
import type { LabelInput } from './labelers/labeler.js';
import { ownPosition } from './own-position.js';
import type { Mention } from './parse/context.js';
import { withoutOpening } from './parse/opening.js';
import { placedTargets } from './placed-targets.js';
import type { NamedPersons } from './resolve/named-persons.js';
import { unknownSpeaker, type Resolution } from './resolve/resolution.js';
import type { SpeakerResolver } from './resolve/speakers.js';
import type { SpokenBlame } from './speech/read-speech.js';
import { ownPronoun, speakerNames } from './targets/carry.js';

/** One attribution with who speaks in it. */
export interface Said {
  readonly attribution: PlacedAttribution;
  /** Its place among the document's attributions. */
  readonly index: number;
  readonly resolutions: readonly Resolution[];
  /** The speaker's mention where it stands elsewhere (a heading, the cue that is continued). */
  readonly mention: Mention | Span | null;
  /** What a speech charges here; null outside speeches and turns. */
  readonly blame: SpokenBlame | null;
}

/** A document while its statements are drafted. */
export interface DocumentReading {
  readonly structure: TextStructure;
  readonly extractor: Extractor;
  readonly resolver: SpeakerResolver;
  readonly persons: () => NamedPersons;
  /** The statements drafted so far, in reading order. */
  readonly before: readonly StatementDraft[];
}

/** The rows of one attribution: every speaker with every target. */
export function attributionRows(said: Said, reading: DocumentReading): Omit<StatementDraft, 'section'>[] {
  const { attribution, index, resolutions, mention, blame } = said;
  const { structure, extractor, resolver, persons } = reading;
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
    listed: content.flatMap((stretch) =>
      extractor.targets.within(tokens, stretch).flatMap((target) => (target.mention ? [target.mention] : [])),
    ),
    blame,
  };
  const label = extractor.labeler.label(input);
  const seen = own ? { ...attribution, sense: own.sense, object: own.object, content: own.content } : attribution;
  const names = speakerNames(structure, attribution.speakers, mention);
  const named = chooseTargets(seen, {
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
  const targets = placedTargets(named, { said, reading, content, own, label, speakers: ids, names });
  const { sense, object } = attribution;
  const addressed = object !== null && sense !== null && (sense.frame === 'obj_to' || sense.frame === 'obj_that');
  const addressees = addressed
    ? [...new Set(resolver.resolve(object, null).flatMap((r) => (r.actor_id ? [r.actor_id] : [])))]
    : [];
  const speakers: SpeakerFound[] = resolutions.length
    ? resolutions.map((resolution, k) => ({
        resolution,
        speaker: mention ?? attribution.speakers[Math.min(k, attribution.speakers.length - 1)] ?? null,
      }))
    : [{ resolution: unknownSpeaker, speaker: mention ?? attribution.speakers[0] ?? null }];
  return speakers.filter(isNew).flatMap(({ resolution, speaker }) =>
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

/** Who a mention was found to be. */
interface SpeakerFound {
  readonly resolution: Resolution;
  readonly speaker: Mention | Span | null;
}

/** False for one more unknown antecedent of the same words ("they" for two nobody knows): the row would say nothing new. */
function isNew({ resolution, speaker }: SpeakerFound, i: number, all: readonly SpeakerFound[]): boolean {
  if (resolution.actor_id !== null) return true;
  const { role, country, on_behalf_of } = resolution;
  return !all
    .slice(0, i)
    .some(
      (one) =>
        one.speaker === speaker &&
        one.resolution.actor_id === null &&
        one.resolution.role === role &&
        one.resolution.country === country &&
        one.resolution.on_behalf_of === on_behalf_of,
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
