import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openHead } from '../../src/files/dataset.js';
import { hydratedFiles, hydratedProject } from '../../src/files/hydrated-folder.js';
import type { FolderFile } from '../../src/files/release-folder.js';
import type { Document, Project, Statement } from '../../src/model/generated.js';
import { storedRows } from '../../src/tables/row-store.js';
import { inFolder } from '../support/command.js';

const test = suite('hydrated folder');

const [kept, lost] = ['st_0000000000000001', 'st_0000000000000002'];
const files = {
  'demarche.json':
    '{"title": "T", "version": "1.0.0", "codebook": "codebook.json", "lexicons": "lexicons", "standoff": true}',
  'codebook.json': '{ "version": "1.0" }',
  'annotators.csv': 'annotator_id\nann-1\n',
  'adjudication.csv': `statement_id,field,value\n${kept},stance,favor\n${lost},stance,"a, b"\n`,
  'tombstones.csv': `id,withdrawn_in,reason,replaced_by\nst_x,1,withdrawn,${lost}\nst_y,1,withdrawn,${kept}\n`,
  'splits.csv': 'document_id,split\na,train\nb,test\n',
  'labels/b1/ann-1.csv': `statement_id,field,value\n${lost},stance,favor\n${kept},stance,"x ""y"""\n`,
  'lexicons/actors.csv': 'actor_id\nada\n',
};
const row = (more: object): Statement =>
  ({ statement_id: kept, segments: [], flags: [], ...more }) as unknown as Statement;

const made = (
  statements: readonly Statement[],
  without: { readonly statements: readonly string[]; readonly documents: readonly string[] },
  leftOut = new Map<string, number>(),
): Map<string, string> =>
  inFolder(files, (folder) => {
    const tables = {
      documents: storedRows([{ document_id: 'a', title: null } as unknown as Document]),
      statements: storedRows(statements),
      turns: storedRows([]),
      texts: storedRows([{ document_id: 'a/b', text: 'Words.\n' }]),
      custom: ['x_frame'],
      without: { statements: new Set(without.statements), documents: new Set(without.documents) },
    };
    const text = ({ content }: FolderFile): string =>
      typeof content === 'string'
        ? content
        : [...(content as Iterable<string | Uint8Array>)]
            .map((part) => Buffer.from(part as string).toString())
            .join('');
    return new Map([...hydratedFiles(openHead(folder), tables, leftOut)].map((file) => [file.path, text(file)]));
  });

test('when everything has its words the other tables are copied byte for byte', () => {
  const out = made([row({})], { statements: [], documents: [] });
  for (const [path, text] of Object.entries(files)) if (path !== 'demarche.json') assert.is(out.get(path), text, path);
  assert.is(out.get('texts/a%2Fb.txt'), 'Words.\n');
});

test('rows about statements and documents without words are left out and counted, other cells stay', () => {
  const leftOut = new Map<string, number>();
  const out = made([row({})], { statements: [lost], documents: ['b'] }, leftOut);
  assert.is(out.get('labels/b1/ann-1.csv'), `statement_id,field,value\n${kept},stance,"x ""y"""\n`);
  assert.is(out.get('adjudication.csv'), `statement_id,field,value\n${kept},stance,favor\n`);
  assert.is(out.get('splits.csv'), 'document_id,split\na,train\n');
  assert.is(out.get('annotators.csv'), files['annotators.csv']);
  assert.equal(
    [...leftOut].filter(([, count]) => count > 0),
    [
      ['adjudication.csv', 1],
      ['splits.csv', 1],
      ['labels/b1/ann-1.csv', 1],
    ],
  );
});

test('what names a statement without words names none', () => {
  const rows = [row({ embedded_in: lost, restates: kept }), row({ restates: lost })];
  const out = made(rows, { statements: [lost], documents: [] });
  assert.not.match(out.get('statements.csv')!, lost);
  assert.match(out.get('statements.csv')!, kept);
  assert.is(
    out.get('tombstones.csv'),
    `id,withdrawn_in,reason,replaced_by\nst_x,1,withdrawn,\nst_y,1,withdrawn,${kept}\n`,
  );
});

test('custom columns stand behind those of the schema', () => {
  const [header, first] = made([row({ x_frame: 'money' })], { statements: [], documents: [] })
    .get('statements.csv')!
    .split('\n');
  assert.match(header!, /,status,x_frame$/);
  assert.match(first!, /,money$/);
});

test('the head keeps what the dataset says of itself, and is no stand-off one', () => {
  const project = {
    title: 'T',
    codebook: '../c.json',
    standoff: true,
    text_policy: 'none',
    homepage: 'h',
  } as unknown as Project;
  assert.equal(Object.entries(hydratedProject(project)), [
    ['title', 'T'],
    ['codebook', 'codebook.json'],
    ['standoff', false],
    ['text_policy', 'by-license'],
    ['homepage', 'h'],
    ['lexicons', 'lexicons'],
  ]);
});

test('the head names no document as read that is left out', () => {
  const project = { title: 'T', read_whole: ['a', 'b'] } as unknown as Project;
  assert.equal(hydratedProject(project, new Set(['b'])).read_whole, ['a']);
  assert.not('read_whole' in hydratedProject({ title: 'T' } as unknown as Project, new Set(['b'])));
});

test.run();
