import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  attributionFigures,
  classFigures,
  countAttributions,
  type GoldAttribution,
} from '../../../src/measures/extraction/attributions.js';
import { countCriticism, criticismFigures } from '../../../src/measures/extraction/criticism.js';
import { measureFigures, type Counts, type Figure } from '../../../src/measures/extraction/figures.js';
import { common, lettersOf } from '../../../src/measures/extraction/letters.js';
import { compareContents, matchContents, type FoundRow } from '../../../src/measures/extraction/match-contents.js';
import { countStances, stanceFigures, stanceOutcome } from '../../../src/measures/extraction/stances.js';
import { countTurnStarts, turnFigures } from '../../../src/measures/extraction/turn-starts.js';
import type { Span } from '../../../src/model/spans.js';

const test = suite('measures of extraction');

const span = (start: number, end: number): Span => ({ start, end });
let utterance = 0;
const row = (segments: readonly Span[], more: Partial<FoundRow> = {}): FoundRow => ({
  utterance_id: `ut_${utterance++}`,
  segments: [...segments],
  speaker_start: null,
  speaker_end: null,
  speaker_id: null,
  embedded_in: null,
  stance: 'none',
  target_text: null,
  target_id: null,
  target_countries: [],
  ...more,
});
const figure = (counts: readonly Counts[], figures: readonly Figure[], name: string): number | null =>
  measureFigures(counts, figures).find((one) => one.name === name)!.value;

const text = 'Falk said the dam was safe. “We will stay,” Dorn said, “and watch.”';
const dam = span(10, 26);
const falk = [span(0, 4)];
const gold = (segments: readonly Span[], more: Partial<GoldAttribution> = {}): GoldAttribution => ({
  segments,
  speaker: [],
  classes: [],
  ...more,
});

test('letters are counted in code points, without blanks and punctuation, each once', () => {
  const letters = lettersOf('𝐀 b, c!');
  assert.is(letters.count([span(0, 7)]), 3);
  assert.is(letters.count([span(0, 3), span(2, 7)]), 3);
  assert.is(letters.shared([span(0, 3)], [span(2, 99)]), 1);
  assert.equal(common([span(0, 5), span(8, 9)], [span(3, 10)]), [span(3, 5), span(8, 9)]);
});

test('a content is found where half of the letters are shared, and marks around it make no difference', () => {
  const counts = (found: Span): Counts => countAttributions(text, [gold([dam])], [row([found])]);
  assert.is(counts(span(9, 27))['matched'], 1);
  assert.is(counts(span(18, 26))['matched'], 1, 'seven of thirteen letters');
  assert.is(counts(span(20, 26))['matched'], 0, 'fewer than half');
});

test('several rows of one utterance count once, and rows inside another statement not at all', () => {
  const joint = [row([dam], { utterance_id: 'joint' }), row([dam], { utterance_id: 'joint' })];
  const counts = countAttributions(text, [gold([dam])], [...joint, row([span(28, 42)], { embedded_in: 'st_x' })]);
  assert.equal([counts['found'], counts['matched']], [1, 1]);
});

test('contents are matched one to one, the most alike first', () => {
  const rows = [row([span(10, 20)]), row([dam])];
  const { pairs } = compareContents(text, [gold([dam])], rows);
  assert.equal([...matchContents(pairs)], [[0, 1]]);
});

test('a speaker is right where the mentions overlap, unless the mention is a whole clause', () => {
  const outcome = (more: Partial<FoundRow>): Counts =>
    countAttributions(text, [gold([dam], { speaker: falk, classes: ['indirect'] })], [row([dam], more)]);
  assert.is(outcome({ speaker_start: 2, speaker_end: 9 })['speaker right/indirect'], 1);
  assert.is(outcome({ speaker_start: 44, speaker_end: 48 })['speaker wrong'], 1);
  assert.is(outcome({ speaker_start: 0, speaker_end: 60 })['speaker wrong'], 1);
  assert.is(outcome({})['speaker none'], 1);
});

test('any of joint speakers may be the right one', () => {
  const wrong = row([dam], { speaker_start: 44, speaker_end: 48 });
  const right = { ...wrong, speaker_start: 0, speaker_end: 4 };
  assert.is(countAttributions(text, [gold([dam], { speaker: falk })], [wrong, right])['speaker right'], 1);
});

test('figures add up documents, by class too, and are null where there is nothing', () => {
  const found = countAttributions(text, [gold([dam], { classes: ['indirect'] })], [row([dam])]);
  const missed = countAttributions(text, [gold([dam], { classes: ['indirect'] })], []);
  assert.is(figure([found, missed], attributionFigures, 'F'), 2 / 3);
  assert.is(figure([found, missed], classFigures('indirect'), 'recall, indirect'), 0.5);
  assert.is(figure([found, missed], classFigures('direct'), 'recall, direct'), null);
  assert.is(figure([found], attributionFigures, 'speaker right on matched'), null);
});

test('intervals come from documents drawn anew, the same for the same seed, none for one document', () => {
  const documents = [1, 1, 1, 0, 0].map((matched): Counts => ({ gold: 1, found: 1, matched }));
  const measured = (seed: number): (readonly [number, number])[] =>
    measureFigures(documents, attributionFigures.slice(0, 1), { bootstrap: 500, seed }).map((one) => one.interval!.ci);
  const [[low, high]] = measured(1) as [[number, number]];
  assert.ok(low < 0.6 && high > 0.6 && low >= 0 && high <= 1);
  assert.equal(measured(1), measured(1));
  assert.is(measureFigures(documents.slice(0, 1), attributionFigures, { bootstrap: 9 })[0]!.interval, null);
});

test('criticism is a row against something that covers half of the unit, and its state the first that it names', () => {
  const unit = { span: dam, criticism: true, country: 'XAA' };
  const against = (segment: Span, target_countries: string[]): FoundRow =>
    row([segment], { stance: 'against', target_countries });
  const counts = countCriticism(text, [unit], [against(span(14, 26), ['XAB']), against(dam, []), row([dam])]);
  assert.equal([counts['right'], counts['states answered'], counts['state found/XAB']], [1, 1, 1]);
  assert.is(countCriticism(text, [unit], [against(span(10, 13), ['XAA'])])['found'], undefined);
  const calm = countCriticism(text, [{ ...unit, criticism: false }], [against(dam, ['XAA'])]);
  assert.equal([calm['gold'], calm['found'], calm['states']], [undefined, 1, undefined]);
  const both = [countCriticism(text, [unit], [against(dam, ['XAA'])]), counts];
  assert.is(figure(both, criticismFigures(['XAA', 'XAB']), 'target macro-F'), (2 / 3 + 0) / 2);
});

test('the row compared for a stance is the best fitting of those that share the content most', () => {
  const statement = { segments: [dam], stance: 'against' as const, targets: ['the old dam of Teleth'] };
  const other = row([dam], { stance: 'favor', target_text: 'safety' });
  const fitting = row([dam], { stance: 'against', target_id: 'old-dam' });
  assert.is(stanceOutcome(statement, [other, fitting]).row, fitting);
  assert.is(stanceOutcome(statement, [row([span(28, 42)])]).row, null);
  const counts = countStances([statement, { ...statement, stance: 'favor' }], [other, fitting]);
  assert.equal([counts['found'], counts['right'], counts['targets right']], [2, 1, 2]);
});

test('a statement that is not found counts as wrong in the macro F', () => {
  const statement = { segments: [dam], stance: 'favor' as const, targets: [] };
  const counts = [countStances([statement], [row([dam], { stance: 'favor' })]), countStances([statement], [])];
  assert.is(figure(counts, stanceFigures, 'F, favor'), 2 / 3);
  assert.is(figure(counts, stanceFigures, 'macro F'), 2 / 9);
});

test('a turn may begin three code points off and is found once; headings are compared without marks', () => {
  const turns = [{ start: 20, heading: 'MR. FALK' }];
  const counts = countTurnStarts(turns, [
    { start: 23, heading: 'Mr Falk:' },
    { start: 20, heading: 'MR. FALK' },
  ]);
  assert.equal([counts['right'], counts['found'], counts['headings right']], [1, 2, 1]);
  assert.equal(countTurnStarts([], turns), {});
  assert.is(figure([counts], turnFigures, 'precision'), 0.5);
});

test.run();
