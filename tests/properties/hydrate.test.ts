import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hydrate } from '../../src/flows/hydrate.js';
import { sha256 } from '../../src/model/hash.js';
import { offsetsOf, sliceCodePoints } from '../../src/text/offsets.js';
import { annotatedDocument, copiesOf } from '../support/annotated.js';

const test = suite('hydrate, whatever was done to a copy');

const word = fc.constantFrom(
  'we',
  'will',
  'keep',
  'the',
  'ferry',
  '🚢',
  'Ångström',
  '“no”',
  'said',
  'he,',
  'stay.',
  'fees',
);
const sentence = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => words.join(' '));
const anyText = fc.array(sentence, { minLength: 3, maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`);

/** A change of a copy: so much taken out at a share of its length, something put in there. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.constantFrom('', ' ', '\n', 'he said ', 'x', '\n\nRead more.\n', '🚢'),
});

test('every word that is given back has its digest and stands where the row says', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      fc.array(change, { maxLength: 4 }),
      (text, picks, changes) => {
        const lines = text.split('\n').filter((line) => line !== '');
        const quoted = picks.map(([line, from, to]) => {
          const words = lines[line % lines.length]!.split(' ');
          const [a, b] = [from % words.length, to % words.length].sort((x, y) => x - y) as [number, number];
          return { words: words.slice(a, b + 1).join(' '), speaker: words[0]! };
        });
        const annotated = annotatedDocument('note', text, quoted);
        const copy = changes.reduce((before, { at, remove, insert }) => {
          const place = Math.floor(at * before.length);
          return before.slice(0, place) + insert + before.slice(place + remove);
        }, text);
        const [done] = hydrate([annotated], copiesOf({ note: Buffer.from(copy).toString() }), { relocate: true });
        const offsets = offsetsOf(done!.text);
        const slice = (start: number, end: number): string => sliceCodePoints(done!.text, start, end, offsets);
        for (const { from, row } of done!.statements) {
          assert.is(sha256(row.text), from.span_sha256);
          assert.is(row.segments.map(({ start, end }) => slice(start, end)).join(' '), row.text);
          if (row.speaker_text === null) continue;
          assert.is(sha256(row.speaker_text), from.speaker_sha256);
          assert.is(slice(row.speaker_start!, row.speaker_end!), row.speaker_text);
        }
        const { statements, at_place, moved, ambiguous, lost } = done!.share;
        assert.is(at_place + moved + ambiguous + lost, statements);
        if (done!.document) assert.is(done!.document.text_sha256, sha256(done!.text));
        if (copy === text) assert.equal([done!.state, done!.statements.length], ['verified', statements]);
      },
    ),
    { seed: 51, numRuns: 150 },
  );
});

test('statements with words of their own are never put elsewhere than where they went', () => {
  const numbered = fc
    .array(fc.integer({ min: 3, max: 9 }), { minLength: 4, maxLength: 14 })
    .map((lengths) =>
      lengths.map((length, line) => Array.from({ length }, (_, i) => `w${line}${'abcdefghi'[i]}`).join(' ')),
    );
  fc.assert(
    fc.property(numbered, fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 }), (lines, edits) => {
      const text = `${lines.join('\n')}\n`;
      const annotated = annotatedDocument(
        'note',
        text,
        lines.map((words) => ({ words })),
      );
      const copied = [...lines];
      for (const [place, isGone] of edits)
        copied.splice(place % (copied.length || 1), isGone ? 1 : 0, ...(isGone ? [] : ['Read more.']));
      const copy = `${copied.join('\n')}\n`;
      const [done] = hydrate([annotated], copiesOf({ note: copy }), { relocate: true });
      for (const { row } of done!.statements) assert.is(row.start, copy.indexOf(row.text));
    }),
    { seed: 52, numRuns: 200 },
  );
});

test.run();
