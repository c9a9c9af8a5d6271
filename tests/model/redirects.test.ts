import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { redirects } from '../../src/model/redirects.js';

const test = suite('redirects');

const stone = (id: string, replaced_by: string | null) => ({ id, replaced_by, withdrawn_in: null, reason: 'gone' });

test('a withdrawn id leads through every tombstone to the row that is there', () => {
  const to = redirects([stone('a', 'b'), stone('b', 'c'), stone('d', null), stone('e', 'd')]);
  assert.is(to('a'), 'c');
  assert.is(to('c'), 'c');
  assert.is(to('d'), null);
  assert.is(to('e'), null);
});

test('a ring of redirects leads nowhere', () => {
  assert.is(redirects([stone('a', 'b'), stone('b', 'a')])('a'), null);
});

test.run();
