import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { metadataFrom } from '../../src/files/metadata.js';

const test = suite('metadata');

/** What is taken from a value, and the rule and field of every finding. */
function read(value: unknown): { metadata: unknown; findings: (readonly [string, string | null])[] } {
  const { metadata, findings } = metadataFrom(value, 'document.json');
  return { metadata, findings: findings.map((found) => [found.rule, found.field]) };
}

test('fields of the schema are taken, nulls left out', () => {
  assert.equal(read({ title: 'Talks', date: '2031-06', speaker: null }), {
    metadata: { title: 'Talks', date: '2031-06' },
    findings: [],
  });
});

test('letters with marks are composed, as in everything that is written', () => {
  assert.equal(read({ title: 'Cafe\u0301 talks', speaker: 'O\u0308zdalan' }).metadata, {
    title: 'Café talks',
    speaker: 'Özdalan',
  });
});

test('an unknown field is passed over, with the nearest known one as suggestion', () => {
  const { findings } = metadataFrom({ titel: 'Talks' }, 'document.json');
  assert.is(findings[0]!.rule, 'metadata/unknown-field');
  assert.equal(findings[0]!.suggestion, { value: 'title', safe: false });
});

test('a value of the wrong type, form or list is passed over', () => {
  assert.equal(read({ title: 3, date: '5 June 2031', document_type: 'opera', language: 'en' }), {
    metadata: { language: 'en' },
    findings: [
      ['metadata/value', 'title'],
      ['metadata/value', 'date'],
      ['metadata/value', 'document_type'],
    ],
  });
});

test('what is no object has no fields', () => {
  for (const value of [null, [], 'text']) assert.equal(read(value).findings, [['metadata/type', null]]);
});

test.run();
