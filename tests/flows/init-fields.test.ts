import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadCodebook } from '../../src/files/dataset.js';
import { ownFields, withOwnFields } from '../../src/flows/init-fields.js';

const test = suite('own fields of a new project');

test('a field and its categories are read, blanks around them aside', () => {
  assert.equal(ownFields(['x_frame=security, economy ,rights']), [
    { field: 'x_frame', categories: ['security', 'economy', 'rights'] },
  ]);
});

test('a name that is none of an own field is refused with the one that would do', () => {
  assert.throws(() => ownFields(['frame=a']), /"frame" is no name .*did you mean "x_frame"\?/);
  assert.throws(() => ownFields(['X-Über Frame=a']), /did you mean "x_uber_frame"\?/);
  assert.throws(() => ownFields(['x_=a']), /^(?!.*did you mean)/);
});

test('a field without categories, with an empty one or with one twice is refused', () => {
  assert.throws(() => ownFields(['x_frame']), /needs its categories/);
  assert.throws(() => ownFields(['x_frame=a,,b']), /none of them empty/);
  assert.throws(() => ownFields(['x_frame=a,b,a']), /the category "a" twice/);
});

test('a field that is there already is refused, in the codebook or given twice', () => {
  assert.throws(() => ownFields(['x_frame=a'], ['x_frame']), /a field of the codebook already/);
  assert.throws(() => ownFields(['x_frame=a', 'x_frame=b']), /a field of the codebook already/);
});

test('a codebook with a new field is one minor version on; without one it stays as it is', () => {
  const codebook = loadCodebook();
  assert.is(withOwnFields(codebook, []), codebook);
  const more = withOwnFields({ ...codebook, version: '2.9.4' }, [{ field: 'x_frame', categories: ['a'] }]);
  assert.is(more.version, '2.10.0');
  assert.is(more.fields.at(-1)?.field, 'x_frame');
  assert.is(more.fields.at(-1)?.categories?.[0]?.value, 'a');
});

test.run();
