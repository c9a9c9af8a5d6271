import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convert } from '../../src/flows/convert.js';
import { emptyLexicons } from '../../src/model/lexicons.js';
import { plainText } from '../../src/readers/plain-text.js';
import type { Source } from '../../src/readers/source.js';
import { convertText, shippedExtractor, shippedLexicons, statementsOf } from '../support/extractor.js';

const test = suite('convert');
const source = (document_id: string, content: string | Uint8Array): Source => ({
  document_id,
  file: `${document_id}.txt`,
  content,
  reader: plainText,
  metadata: { language: 'en' },
});
const options = () => ({ lexicons: shippedLexicons(), extractor: shippedExtractor() });

test('results come in the order of the sources, one at a time', () => {
  const results = [...convert([source('b', 'One.'), source('a', 'Two.')], options())];
  assert.equal(
    results.map((one) => one.document?.document_id),
    ['b', 'a'],
  );
});

test('a document that can not be read leaves the others alone', () => {
  const binary = Uint8Array.from({ length: 99 }, () => 1);
  const [bad, good] = [...convert([source('a', binary), source('b', 'Valke rejected the plan.')], options())];
  assert.is(bad!.document, null);
  assert.is(bad!.unreadable, true);
  assert.equal(
    bad!.findings.map((found) => [found.rule, found.severity, found.record_id]),
    [['file/binary', 'error', 'a']],
  );
  assert.is(good!.statements.length, 1);
});

test('empty lexicons give a document without statements', () => {
  const [result] = [...convert([source('a', 'Valke rejected the plan.')], { lexicons: emptyLexicons })];
  assert.is(result!.document?.length, 24);
  assert.equal(result!.statements, []);
});

test('an unknown labeler is refused', () => {
  assert.throws(() => [...convert([], { lexicons: emptyLexicons, labeler: 'none' })], /labeler "none" is unknown/);
});

test('the same ids are kept from an earlier conversion, the lost ones get tombstones', () => {
  const earlier = statementsOf('Valke rejected the plan. Tomczyn praised the talks.');
  const previous = {
    statements: new Map([['d', earlier.map((row, i) => ({ ...row, statement_id: `st_${i}` }))]]),
    retired: new Set<string>(),
  };
  const [result] = [...convert([source('d', 'Valke rejected the plan. Tomczyn slept.')], { ...options(), previous })];
  assert.equal(
    result!.statements.map((row) => row.statement_id),
    ['st_0'],
  );
  assert.equal(
    result!.tombstones.map((dead) => dead.id),
    ['st_1'],
  );
});

test('a text in another language has a finding and no rows', () => {
  const german =
    'Der Minister sagte, dass die Straße zu der Brücke nicht offen ist und auch im Juni nicht offen sein wird. Er hat das nicht gewollt.';
  const { document, statements, findings } = convertText(german, { language: null } as never);
  assert.is(document?.language, 'de');
  assert.equal(statements, []);
  assert.equal(
    findings.map((found) => [found.rule, found.severity, found.value]),
    [['document/language', 'warning', 'de']],
  );
});

test('an empty text has a finding', () => {
  assert.equal(
    convertText(' \n').findings.map((found) => [found.rule, found.severity]),
    [['document/empty', 'warning']],
  );
});

test('lost letters are found with their line', () => {
  assert.equal(
    convertText('One.\nTw\ufffd.').findings.map((found) => [found.rule, found.line]),
    [['text/replacement-character', 2]],
  );
});

test('a text of too many characters is refused', () => {
  const result = convertText('a '.repeat(4_000_001));
  assert.is(result.document, null);
  assert.is(result.findings[0]!.rule, 'document/too-long');
});

test('a text may be handed on only under an open license that allows changes and trade', () => {
  const allowed = (license: string | null): boolean => convertText('One.', { license }).document!.text_allowed;
  assert.equal(['CC-BY-4.0', 'CC0-1.0', 'CC-BY-NC-4.0', 'all rights reserved', null].map(allowed), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('lengths and offsets are code points of the whole text', () => {
  const text = 'Ship \u{1f6a2} left. Valke rejected the plan.';
  const { document, statements } = convertText(text);
  assert.is(document!.length, [...text].length);
  const [row] = statements;
  assert.is([...text].slice(row!.start, row!.end).join(''), 'the plan');
  assert.is([...text].slice(row!.cue_start!, row!.cue_end!).join(''), 'rejected');
  assert.is([...text].slice(row!.speaker_start!, row!.speaker_end!).join(''), 'Valke');
});

test('a position said again in the same words restates the first', () => {
  const rows = statementsOf(
    'Teodora Valke called for the immediate opening of the gates. It rained. Teodora Valke called for the immediate opening of the gates.',
  );
  assert.is(rows[1]!.restates, rows[0]!.statement_id);
  assert.is(rows[0]!.restates, null);
});

test.run();
