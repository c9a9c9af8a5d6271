import { overlap, totalLength, type Span } from '../../model/spans.js';
import { f1, share, tally, type Counts, type Figure } from './figures.js';
import { compareContents, matchContents, type FoundRow, type Utterance } from './match-contents.js';

/** An attribution as a person marked it. */
export interface GoldAttribution {
  /** The content, broken where its attribution breaks it. */
  readonly segments: readonly Span[];
  /** The mention of the speaker; empty where none is marked. */
  readonly speaker: readonly Span[];
  /** Classes that it is also counted under, such as its quote type and the form of its speaker. */
  readonly classes: readonly string[];
}

/** How the speaker of a content that was found compares with gold; null where gold names none. */
export type SpeakerOutcome = 'right' | 'wrong' | 'none' | null;

/**
 * Whether one of an utterance's rows has the gold speaker: their mentions overlap, and the row's is no more than three
 * times as long (plus 10), so that a whole clause is no speaker. `none` where no row has a mention at all.
 */
export function speakerOutcome(gold: GoldAttribution, utterance: Utterance): SpeakerOutcome {
  if (gold.speaker.length === 0) return null;
  const longest = 3 * totalLength(gold.speaker) + 10;
  const mentions = utterance.flatMap(({ speaker_start: start, speaker_end: end }) =>
    start === null || end === null ? [] : [{ start, end }],
  );
  if (mentions.length === 0) return 'none';
  const fits = mentions.some(
    (mention) => mention.end - mention.start <= longest && gold.speaker.some((part) => overlap(part, mention) > 0),
  );
  return fits ? 'right' : 'wrong';
}

/**
 * Who said what, counted in one document: contents are matched one to one where they share at least half of their
 * letters and digits (intersection over union), joint speakers and several targets count once, and rows inside another
 * statement do not count. Every count of gold is also made by class (`matched/direct`).
 */
export function countAttributions(text: string, gold: readonly GoldAttribution[], rows: readonly FoundRow[]): Counts {
  const { utterances, pairs, letters } = compareContents(text, gold, rows);
  const matched = matchContents(pairs);
  const { add, counts } = tally();
  add('gold', gold.length);
  add('found', utterances.length);
  add('matched', matched.size);
  add('covered', matchContents(pairs, { by: 'cover', least: 0.3 }).size);
  add('letters gold', letters.gold);
  add('letters found', letters.found);
  add('letters both', letters.both);
  gold.forEach((one, g) => {
    const found = matched.get(g);
    const outcome = found === undefined ? null : speakerOutcome(one, utterances[found]!);
    if (one.speaker.length > 0) add('speakers gold');
    if (outcome) add(`speaker ${outcome}`);
    for (const name of one.classes) {
      add(`gold/${name}`);
      if (found !== undefined) add(`matched/${name}`);
      if (outcome) add(`speaker ${outcome}/${name}`);
    }
  });
  return counts;
}

const spoken = (of: (name: string) => number, ending = ''): number =>
  of(`speaker right${ending}`) + of(`speaker wrong${ending}`) + of(`speaker none${ending}`);

/** F, precision and recall of contents, of their letters, and the speakers of the contents that were found. */
export const attributionFigures: readonly Figure[] = [
  { name: 'F', value: (of) => f1(of('matched'), of('found'), of('gold')) },
  { name: 'precision', value: (of) => share(of('matched'), of('found')) },
  { name: 'recall', value: (of) => share(of('matched'), of('gold')) },
  { name: 'F, a third covered', value: (of) => f1(of('covered'), of('found'), of('gold')) },
  { name: 'F of letters', value: (of) => f1(of('letters both'), of('letters found'), of('letters gold')) },
  { name: 'speaker right on matched', value: (of) => share(of('speaker right'), spoken(of)) },
  { name: 'speaker wrong on matched', value: (of) => share(of('speaker wrong'), spoken(of)) },
  { name: 'no speaker on matched', value: (of) => share(of('speaker none'), spoken(of)) },
  { name: 'found with the right speaker', value: (of) => share(of('speaker right'), of('speakers gold')) },
];

/** Recall and speakers of one class of gold attributions. */
export function classFigures(name: string): readonly Figure[] {
  const ending = `/${name}`;
  return [
    { name: `recall, ${name}`, value: (of) => share(of(`matched${ending}`), of(`gold${ending}`)) },
    ...(['right', 'wrong', 'none'] as const).map((outcome): Figure => ({
      name: `speaker ${outcome}, ${name}`,
      value: (of) => share(of(`speaker ${outcome}${ending}`), spoken(of, ending)),
    })),
  ];
}
