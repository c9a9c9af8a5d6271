import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkMetadata } from '../../src/releases/check-metadata.js';
import { smallDataset } from './small-dataset.js';

const test = suite('check metadata');

/** What is said of the version of demarche.json, where a release bears another or the same. */
const said = (own: string, version: string): readonly string[] => {
  const project = { ...smallDataset().project, version: own };
  const text = JSON.stringify(project, null, 2);
  return [...checkMetadata(project, { date: '2031-05-02', version, text })].map(
    ({ file, line, column, severity, rule, message }) => `${file}:${line}:${column} ${severity} ${rule}  ${message}`,
  );
};

test('a version in demarche.json that is not the one that is released is warned of, at its place', () => {
  assert.equal(said('0.1.0', '0.2.0'), [
    'demarche.json:4:3 warning release/version-differs  demarche.json says version 0.1.0, and the release bears 0.2.0 (--version); write 0.2.0 there, or release as 0.1.0',
  ]);
});

test('a version that is released as demarche.json says it is not warned of', () => {
  assert.equal(said('0.2.0', '0.2.0'), []);
});

test('a demarche.json without a version is not warned of: validate asks for one', () => {
  const project = { ...smallDataset().project, version: undefined as never };
  assert.equal([...checkMetadata(project, { date: '2031-05-02', version: '0.2.0' })], []);
});

test.run();
