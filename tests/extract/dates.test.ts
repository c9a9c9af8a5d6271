import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { precisionOf, statementDate } from '../../src/extract/dates.js';
import { statementsOf } from '../support/extractor.js';

const test = suite('dates');

/** Date, precision and basis of the one statement of a text. */
function dateOf(text: string, date?: string): readonly [string | null, string, string] {
  const [row] = statementsOf(text, date === undefined ? {} : { date });
  return [row!.date, row!.date_precision, row!.date_basis];
}

test('"on Tuesday" is the last one up to the document’s day', () => {
  assert.equal(dateOf('Valke said on Tuesday that the plan was dead.', '2031-06-05'), [
    '2031-06-03',
    'day',
    'relative',
  ]);
  assert.equal(dateOf('On Thursday, Valke said that the plan was dead.', '2031-06-05'), [
    '2031-06-05',
    'day',
    'relative',
  ]);
});

test('"on 12 April" and "on June 20" are the nearest ones before the document', () => {
  assert.equal(dateOf('Valke said on 12 April that the plan was dead.', '2031-06-05'), [
    '2031-04-12',
    'day',
    'explicit',
  ]);
  assert.equal(dateOf('Valke said on June 20 that the plan was dead.', '2031-06-05'), [
    '2030-06-20',
    'day',
    'explicit',
  ]);
});

test('"yesterday" is the day before the document, also over the turn of a month', () => {
  assert.equal(dateOf('Valke said yesterday that the plan was dead.', '2031-06-01'), ['2031-05-31', 'day', 'relative']);
});

test('a day inside the content is not the day of speaking', () => {
  assert.equal(dateOf('Valke said that the gates would open on Tuesday.', '2031-06-05'), [
    '2031-06-05',
    'day',
    'document',
  ]);
});

test('a document known to the month gives its statements the month', () => {
  assert.equal(dateOf('Valke said on Tuesday that the plan was dead.', '2031-06'), ['2031-06', 'month', 'document']);
});

test('a document without a date gives none', () => {
  assert.equal(dateOf('Valke said on Tuesday that the plan was dead.'), [null, 'unknown', 'none']);
});

test('a day with its year is that day, also where the document has no date', () => {
  assert.equal(dateOf('On 3 April 2030, Valke rejected the plan.', '2031-06-05'), ['2030-04-03', 'day', 'explicit']);
  assert.equal(dateOf('On 3 April 2030, Valke rejected the plan.'), ['2030-04-03', 'day', 'explicit']);
});

test('"last month" leaves the date unknown', () => {
  assert.equal(dateOf('Last month Valke said that the plan was dead.', '2031-06-05'), [null, 'unknown', 'none']);
});

test('a day that no calendar has is passed over', () => {
  assert.is(statementDate('on 31 February', '2031-06-05').date_basis, 'document');
  assert.is(statementDate('next week on Tuesday', '2031-06-05').date_basis, 'document');
});

test('the length of a date tells its precision', () => {
  assert.equal(['2031-06-05', '2031-06', '2031', null].map(precisionOf), ['day', 'month', 'year', 'unknown']);
});

test.run();
