import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convert } from '../../src/flows/convert.js';
import { convertDocument } from '../../src/flows/convert-document.js';
import { keepIds } from '../../src/flows/keep-ids.js';
import type { PreviousStatement } from '../../src/model/previous.js';
import { readers } from '../../src/readers/index.js';
import { normalizeText } from '../../src/text/decode.js';
import { offsetsOf, sliceCodePoints } from '../../src/text/offsets.js';
import { tokenize } from '../../src/text/tokens.js';
import { convertText, shippedExtractor, shippedLexicons } from '../support/extractor.js';

const test = suite('properties of extraction');

// The same examples in every run: a failure can be looked at again.
fc.configureGlobal({ seed: 20311 });

const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
/** Texts made of what stories are made of, with marks where they belong and where they do not. */
const story = fc
  .array(
    fc.constantFrom(
      'Teodora Valke said',
      'that the plan was dangerous',
      'She rejected the sanctions on Kestria',
      'according to the Kestrian Foreign Ministry',
      'the minister, Ruslav Tomczyn,',
      'told reporters on Tuesday',
      'We will not beg for water',
      'SECRETARY WHITCOMBE:',
      'Q:',
      'and condemned the attack near Halm',
      'Valmora and Kestria',
      'it is a serious mistake',
      '😀',
      '“',
      '”',
      '"',
      '‘',
      '’',
      ',',
      '. ',
      '? ',
      ': ',
      ' — ',
      ' (laughter) ',
      '\n',
      '\n\n',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(' '));

test('tokens hold every character that is no blank, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = tokenize(text);
      let at = 0;
      for (const token of tokens) {
        assert.ok(token.start >= at && token.end > token.start, 'in order, without overlap');
        assert.is(text.slice(at, token.start).replace(/[\s\u200b\u0085]/gu, ''), '', 'nothing is passed over');
        assert.is(text.slice(token.start, token.end), token.text);
        at = token.end;
      }
      assert.is(text.slice(at).replace(/[\s\u200b]/gu, ''), '');
    }),
  );
});

test('positions go to code points and back', () => {
  fc.assert(
    fc.property(anyText, fc.nat(200), (text, n) => {
      const offsets = offsetsOf(text);
      const points = [...text];
      assert.is(offsets.length, points.length);
      const k = Math.min(n, points.length);
      assert.is(offsets.toCodePoints(offsets.toUnits(k)), k);
      assert.is(sliceCodePoints(text, 0, k), points.slice(0, k).join(''));
    }),
  );
});

test('a statement’s text is its slices, whose places are in order and inside the text', () => {
  fc.assert(
    fc.property(story, (source) => {
      const { text, statements, turns, document } = convertText(source, { date: '2031-06-05' });
      const points = [...text];
      const slice = (start: number | null, end: number | null): string | null =>
        start === null || end === null ? null : points.slice(start, end).join('');
      assert.is(document?.length, points.length);
      for (const row of statements) {
        let at = 0;
        for (const segment of row.segments) {
          assert.ok(segment.start >= at && segment.end > segment.start && segment.end <= points.length);
          at = segment.end;
        }
        assert.is(row.text, row.segments.map((s) => slice(s.start, s.end)).join(' '));
        assert.is(row.start, row.segments[0]!.start);
        assert.is(row.end, row.segments.at(-1)!.end);
        assert.is(row.cue, slice(row.cue_start, row.cue_end));
        assert.is(row.speaker_text, slice(row.speaker_start, row.speaker_end));
        assert.is(row.target_text, slice(row.target_start, row.target_end));
        assert.ok(row.turn_id === null || turns.some((turn) => turn.turn_id === row.turn_id));
      }
      const ids = statements.map((row) => row.statement_id);
      assert.is(new Set(ids).size, ids.length);
      for (const row of statements) {
        assert.ok(row.embedded_in === null || ids.includes(row.embedded_in));
        assert.ok(row.restates === null || ids.includes(row.restates));
      }
    }),
    { numRuns: 200 },
  );
});

test('neither cue nor speaker stands inside the content', () => {
  fc.assert(
    fc.property(story, (source) => {
      for (const row of convertText(source).statements) {
        for (const { start, end } of row.segments) {
          const inside = (from: number | null, to: number | null): boolean =>
            from !== null && to !== null && from < end && to > start;
          assert.not.ok(inside(row.cue_start, row.cue_end), `cue "${row.cue}" in "${row.text}"`);
          assert.not.ok(inside(row.speaker_start, row.speaker_end), `"${row.speaker_text}" in "${row.text}"`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('any bytes give a document or a finding, in every format', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...readers), (content, reader) => {
      const result = convertDocument({ document_id: 'd', file: 'd', content, reader }, shippedExtractor());
      if (result.document === null) assert.ok(result.unreadable && result.findings.length > 0);
      else assert.is(result.document.length, [...result.text].length);
    }),
  );
});

test('any text in any format is normalised', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...readers), (text, reader) => {
      const read = reader.read(text);
      assert.is(read.text, normalizeText(read.text));
      for (const mark of read.marks) assert.ok(mark.start < mark.end && mark.end <= read.text.length);
    }),
  );
});

test('the order of the sources changes no row', () => {
  const sources = ['Valke rejected the plan.', 'Ruslav Tomczyn praised it.', 'He left. “We wait,” he said.'].map(
    (content, i) => ({ document_id: `d${i}`, file: 'x', content, metadata: { language: 'en' } }),
  );
  const options = { lexicons: shippedLexicons(), extractor: shippedExtractor() };
  const rows = (list: typeof sources): string[] =>
    [...convert(list, options)].flatMap((one) => one.statements.map((row) => JSON.stringify(row))).sort();
  const expected = rows(sources);
  fc.assert(
    fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
      assert.equal(rows(shuffled), expected);
    }),
    { numRuns: 6 },
  );
});

test('no id is given twice; every earlier id is kept or has a tombstone', () => {
  fc.assert(
    fc.property(story, story, (before, after) => {
      const earlier = convertText(before).statements as readonly PreviousStatement[];
      const retired = new Set(earlier.slice(0, 1).map((row) => `${row.statement_id}-2`));
      const kept = keepIds(convertText(`${before}\n${after}`).statements.slice(1), earlier, {
        isAncestor: shippedExtractor().targets.isAncestor,
        retired,
      });
      const ids = kept.statements.map((row) => row.statement_id);
      assert.is(new Set(ids).size, ids.length);
      assert.not.ok(ids.some((id) => retired.has(id)));
      const dead = new Set(kept.tombstones.map((tombstone) => tombstone.id));
      for (const { statement_id } of earlier)
        assert.is(Number(ids.includes(statement_id)) + Number(dead.has(statement_id)), 1);
      for (const { replaced_by } of kept.tombstones) assert.ok(replaced_by === null || ids.includes(replaced_by));
    }),
    { numRuns: 60 },
  );
});

test.run();
