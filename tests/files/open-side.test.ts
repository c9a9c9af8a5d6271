import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openSide } from '../../src/files/open-side.js';
import { loadCodebook } from '../../src/files/dataset.js';
import { ReaderError, UsageError } from '../../src/model/errors.js';
import { inFolder } from '../support/command.js';
import { csvText } from '../support/release-tables.js';
import { releasePair } from '../support/release-pair.js';

const test = suite('open side');

const head = { title: 'Quays', version: '0.3.0', license: 'CC0-1.0', authors: [{ name: 'A' }], lexicons: 'words' };
const dataset = {
  'demarche.json': JSON.stringify(head),
  'codebook.json': JSON.stringify(loadCodebook()),
  'statements.csv': 'statement_id,document_id\ns2,d1\ns1,d1\n',
  'words/actors.csv': 'actor_id,kind,name\na1,person,Anna\n',
  'labels/b1/ann-1.csv': 'statement_id,batch_id,annotator_id,field,value,round\ns1,b1,ann-1,stance,favor,1\n',
  'labels/b1/ann-2.csv':
    'statement_id,annotator_id,batch_id,field,value,round,comment\ns1,ann-2,b1,stance,none,1,"a, b"\n',
};

test('a release has the tables of data/, its version, codebook, schemas and description', () =>
  inFolder(releasePair, (folder) => {
    const side = openSide(join(folder, 'new'));
    assert.equal([side.kind, side.version], ['release', '1.1.0']);
    assert.equal(
      side.tables.map(({ name }) => name),
      ['documents', 'splits', 'statements', 'tombstones'],
    );
    assert.is(csvText(side.tables[1]!), releasePair['new/data/splits.csv']);
    assert.equal(side.tables[2]!.key.columns, ['statement_id']);
    assert.equal([side.meaning.schemas.length, side.meaning.metadata['title']], [1, 'Quays and ferries']);
    assert.ok(side.meaning.codebook);
  }));

test('a dataset has its own tables, those of its lexicons, and the labels of all files as one', () =>
  inFolder(dataset, (folder) => {
    const side = openSide(folder);
    assert.equal([side.kind, side.version], ['dataset', '0.3.0']);
    assert.equal(
      side.tables.map(({ name }) => name),
      ['statements', 'actors', 'labels'],
    );
    assert.is(
      csvText(side.tables[2]!),
      'statement_id,batch_id,annotator_id,field,value,round,comment\n' +
        's1,b1,ann-1,stance,favor,1,\ns1,b1,ann-2,stance,none,1,"a, b"\n',
    );
    assert.equal(side.tables[2]!.key.columns, ['statement_id', 'field', 'annotator_id', 'batch_id', 'round']);
    assert.ok(side.meaning.schemas.length > 10);
  }));

test('a version is the release of the dataset that one stands in', () => {
  const files = Object.fromEntries(
    Object.entries(releasePair).map(([path, text]) => [path.replace(/^new\//, 'releases/1.1.0/'), text]),
  );
  return inFolder({ ...dataset, ...files, 'deep/x.txt': '' }, (folder) => {
    assert.is(openSide('1.1.0', join(folder, 'deep')).version, '1.1.0');
    assert.throws(() => openSide('1.2.0', folder), /1\.2\.0: there is no such folder or release/);
  });
});

test('anything else is wrong use, and it is said what was found', () =>
  inFolder({ 'notes/a.txt': '', 'notes/b.txt': '', 'x.csv': '' }, (folder) => {
    const fault = (path: string): string => {
      try {
        openSide(join(folder, path));
        return '';
      } catch (error) {
        assert.instance(error, UsageError);
        return (error as Error).message;
      }
    };
    assert.match(
      fault('notes'),
      'is neither a release (data/statements.csv) nor a dataset (demarche.json): it holds a.txt, b.txt',
    );
    assert.match(fault('x.csv'), 'is a file; name the folder of a release or of a dataset');
    assert.match(fault('none'), 'there is no such folder or release');
  }));

test('a head or codebook that can not be read is a file that can not be read', () =>
  inFolder({ ...dataset, 'codebook.json': '{' }, (folder) => {
    assert.throws(
      () => openSide(folder),
      (error: unknown) => error instanceof ReaderError,
    );
  }));

test.run();
