import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openDelta } from '../../src/files/delta-file.js';
import { openRelease } from '../../src/files/open-release.js';
import { ReaderError } from '../../src/model/errors.js';
import { applyDelta } from '../../src/releases/apply-delta.js';
import { deltaPieces } from '../../src/releases/delta-text.js';
import { makeDelta } from '../../src/releases/make-delta.js';
import { memoryStore } from '../../src/tables/row-store.js';
import { writeFileWhole } from '../../src/files/write.js';
import { inFolder } from '../support/command.js';
import { releasePair } from '../support/release-pair.js';

const test = suite('delta file');
const store = memoryStore();

test('a delta that was written makes, from the files of the release before, those of the new one', () =>
  inFolder(releasePair, (folder) => {
    const [before, after] = ['old', 'new'].map((name) => openRelease(join(folder, name)));
    const made = makeDelta(before!.tables, after!.tables, { from: '1.0.0', to: '1.1.0', store });
    const path = join(folder, 'delta.jsonl');
    writeFileWhole(path, deltaPieces(made));
    const rebuilt = applyDelta(openDelta(path), before!.tables, { store, tell: () => assert.unreachable() });
    const files = Object.fromEntries(
      Array.from(rebuilt, (one) => [one.path, Buffer.concat([...one.content]).toString()]),
    );
    for (const name of ['documents', 'splits', 'statements', 'tombstones'])
      assert.is(files[`data/${name}.csv`], releasePair[`new/data/${name}.csv`]);
  }));

test('a file that is no delta can not be read', () =>
  inFolder({ 'a.jsonl': '{"x":1}\n', 'b.jsonl': '{"delta":1,"tables":[],"removed_tables":[]}\nno\n' }, (folder) => {
    const isFault = (words: string) => (error: unknown) =>
      error instanceof ReaderError && error.rule === 'json/syntax' && error.message.includes(words);
    assert.throws(() => openDelta(join(folder, 'a.jsonl')), isFault('line 1: it is no head of a delta'));
    assert.throws(() => [...openDelta(join(folder, 'b.jsonl')).ops], isFault('line 2: '));
    assert.throws(
      () => openDelta(join(folder, 'c.jsonl')),
      (error: unknown) => error instanceof ReaderError,
    );
  }));

test.run();
