import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknownName } from '../../src/text/unknown-name.js';

const test = suite('unknown name');

test('it says what is unknown, what was likely meant, and what there is', () => {
  const levels = ['nominal', 'ordinal'];
  assert.is(
    unknownName('unknown level', 'nomnal', levels),
    'unknown level "nomnal"; did you mean "nominal"?; there are nominal, ordinal',
  );
  assert.is(unknownName('unknown level', 'zz', levels), 'unknown level "zz"; there are nominal, ordinal');
  assert.is(
    unknownName('no labels by', 'an-1', ['ann-1'], { list: false }),
    'no labels by "an-1"; did you mean "ann-1"?',
  );
  assert.is(unknownName('no crosswalk', 'x', []), 'no crosswalk "x"; there are none');
});

test.run();
