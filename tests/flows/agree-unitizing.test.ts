import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isSpanHeader, spanRows } from '../../src/flows/agree-span-rows.js';
import { agreeUnitizing, type UnitizingOptions } from '../../src/flows/agree-unitizing.js';
import { unitizingText } from '../../src/reports/unitizing-text.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('agreement on marked spans');

const HEADER = 'document_id,annotator_id,start,end,label,length';

function report(lines: readonly string[], options: UnitizingOptions = {}, header = HEADER) {
  const { rows, findings } = spanRows(readCsv([header, ...lines, ''].join('\n'), 'spans.csv'));
  return agreeUnitizing(rows, { ...options, findings });
}

const figure = (found: ReturnType<typeof report>, name: string) =>
  found.results.find(({ coefficient, category }) => coefficient === name && category === undefined)!;

test('the published example of 2004, from a file', () => {
  const found = report([
    'd,one,75,145,c,300',
    'd,one,220,250,c,300',
    'd,two,70,150,c,300',
    'd,two,205,225,c,300',
    'd,two,250,270,c,300',
    'd,one,30,90,k,300',
    'd,one,150,200,k,300',
    'd,two,30,90,k,300',
    'd,two,150,200,k,300',
  ]);
  assert.ok(Math.abs(figure(found, 'alpha_u').value! - 0.8586654051841702) < 1e-12);
  // Spans of two labels overlap here: fine for alpha_u, which goes label by label, but not for the family of 2016.
  assert.is(figure(found, 'alpha_u_nominal').value, null);
  assert.equal(figure(found, 'alpha_u_nominal').dropped, {
    'documents in which an annotator marked overlapping spans': 1,
  });
  assert.equal(
    found.findings.map(({ rule, line }) => [rule, line]),
    [
      ['span/overlap', 2],
      ['span/overlap', 4],
    ],
  );
});

test('rows that cannot be used are findings with their place, and left out', () => {
  const found = report([
    'd,one,0,5,x,40',
    ',one,0,5,x,40',
    'd,one,a,5,x,40',
    'd,one,9,9,x,40',
    'd,one,30,50,x,40',
    'd,one,0,5,x,40',
    'd,two,0,5,,40',
    'd,two,0,6,x,41',
  ]);
  assert.equal(
    found.findings.map(({ rule, line }) => [rule, line]).sort((a, b) => Number(a[1]) - Number(b[1])),
    [
      ['span/empty-id', 3],
      ['span/number', 4],
      ['span/empty', 5],
      ['span/outside', 6],
      ['span/duplicate', 7],
      ['span/empty-label', 8],
      ['span/length', 9],
    ],
  );
  assert.is(found.input.spans, 2);
});

test('a file without the columns gives a finding and no figure', () => {
  const found = report(['d,0,5'], {}, 'document_id,start,end');
  assert.equal(
    found.findings.map(({ rule }) => rule),
    ['span/missing-column'],
  );
  assert.is(figure(found, 'alpha_u').value, null);
});

test('an annotator without a row in a document marked nothing there, or did not read it, as asked', () => {
  const lines = ['d1,one,0,5,x,40', 'd1,two,0,5,x,40', 'd2,one,0,5,x,40'];
  const empty = report(lines);
  const unread = report(lines, { unmarked: 'unread' });
  assert.match(empty.notes[0]!, 'in 1 of 4 cases');
  assert.ok(figure(empty, 'alpha_u').value! < 1);
  assert.is(figure(unread, 'alpha_u').value, 1);
  assert.equal(figure(unread, 'alpha_u').dropped, { 'documents read by one annotator': 1 });
  const said = report([...lines, 'd2,two,,,,40'], { unmarked: 'unread' });
  assert.is(figure(said, 'alpha_u').value, figure(empty, 'alpha_u').value);
  assert.equal(said.notes, []);
});

test('without lengths there is F but no alpha, and a warning', () => {
  const lines = ['d1,one,0,5,x', 'd1,two,0,5,x'];
  const found = report(lines, {}, 'document_id,annotator_id,start,end,label');
  assert.is(figure(found, 'span_f').value, 1);
  assert.is(figure(found, 'alpha_u').value, null);
  assert.equal(
    found.findings.map(({ rule, severity }) => [rule, severity]),
    [['span/unknown-length', 'warning']],
  );
  const known = report(lines, { lengthOf: () => 40 }, 'document_id,annotator_id,start,end,label');
  assert.is(figure(known, 'alpha_u').value, 1);
});

test('a file without labels has one label, and a header of labelled units is none of spans', () => {
  const found = report(['d1,one,0,5,40', 'd1,two,0,6,40'], {}, 'document_id,annotator_id,start,end,length');
  assert.equal(found.input.categories, ['span']);
  assert.not(isSpanHeader(['statement_id', 'document_id', 'annotator_id', 'start', 'end']));
  assert.ok(isSpanHeader(['document_id', 'annotator_id', 'start', 'end']));
});

test('the text names every figure and why one is missing', () => {
  const text = unitizingText(report(['d1,one,0,5,x,40', 'd1,two,0,5,x,40']));
  assert.match(text, 'spans: 2 by 2 annotators in 1 documents, 40 characters, 1 labels');
  assert.match(text, 'alpha_cu');
  assert.match(text, 'not defined: there is only one label where spans meet');
});

test.run();
