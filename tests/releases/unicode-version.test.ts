import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import { metadataOfProject } from '../../src/releases/release-meaning.js';
import * as assert from 'uvu/assert';
import { recordedUnicode } from '../../src/files/recorded-unicode.js';
import { release } from '../../src/flows/release.js';
import type { EarlierRelease } from '../../src/releases/earlier-release.js';
import { checkUnicodeVersion } from '../../src/releases/unicode-version.js';
import { fileBytes, smallDataset } from './small-dataset.js';

const test = suite('unicode version');

const inFolder = (files: Readonly<Record<string, string>>, work: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-unicode-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const earlier = {
  version: '0.1.0',
  history: [
    { version: '0.1.0', unicode: '15.1' },
    { version: '0.0.9', unicode: '1.1' },
  ],
} as unknown as EarlierRelease;

test('another version than that of the conversion or of the release before is a warning at its place', () =>
  inFolder({ 'run.json': '{"node_unicode":"16.0"}' }, (folder) => {
    const recorded = recordedUnicode(folder, earlier);
    const places = (current: string): string[] =>
      checkUnicodeVersion(current, recorded).map(
        ({ rule, severity, file, value }) => `${file} ${severity} ${rule} ${value}`,
      );
    assert.equal(places('17.0'), [
      'run.json warning release/unicode-version 16.0',
      'releases/0.1.0/versions.json warning release/unicode-version 15.1',
    ]);
    assert.equal(places('16.0'), ['releases/0.1.0/versions.json warning release/unicode-version 15.1']);
  }));

test('nothing that is recorded is nothing to warn of', () =>
  inFolder({}, (folder) => {
    assert.equal(recordedUnicode(folder, null), []);
    assert.equal(recordedUnicode(folder, { ...earlier, history: [] }), []);
    assert.equal(checkUnicodeVersion('17.0', []), []);
  }));

test('a release records its version beside those of the releases before, and names it where it tells how to rebuild', () => {
  const none = { previous: null, step: null, added: null, changed: null, withdrawn: null };
  const before = { version: '0.0.9', date: null, rows: {}, ...none, changes: [], corrected: {} };
  const { codebook, project } = smallDataset();
  const meaning = { codebook, schemas: [], metadata: metadataOfProject(project) };
  const { files } = release(smallDataset(), {
    version: '0.1.0',
    unicode: '17.0',
    earlier: {
      version: '0.0.9',
      statements: [],
      tombstones: [],
      tables: [],
      meaning,
      notRebuilding: null,
      history: [before],
    },
  });
  const texts = new Map(Array.from(files, (file) => [file.path, fileBytes(file).toString('utf8')]));
  const { versions } = JSON.parse(texts.get('versions.json')!) as { versions: { unicode?: string }[] };
  assert.equal(
    versions.map((one) => one.unicode),
    ['17.0', undefined],
  );
  assert.match(texts.get('REBUILD.md')!, 'Unicode 17.0');
});

test.run();
