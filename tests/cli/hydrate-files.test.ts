import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hydrateFiles, type HydratedDataset } from '../../src/cli/hydrate-files.js';
import { openDataset } from '../../src/files/dataset.js';
import { writeFolderWhole } from '../../src/files/release-folder.js';
import { readReleaseDataset } from '../../src/files/release-dataset.js';
import { openStandoff } from '../../src/files/standoff-folder.js';
import { gatherInput } from '../../src/files/validate-input.js';
import { validate } from '../../src/flows/validate.js';
import { textOf } from '../../src/releases/release.js';
import { standoff } from '../../src/releases/standoff.js';
import { readCsv } from '../../src/tables/csv-reader.js';

const test = suite('hydrate files');

const folder = mkdtempSync(join(tmpdir(), 'demarche-hydrate-test-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** The stand-off files of a dataset, registries left where they are. */
const standoffOf = (root: string, lexicons: string): Map<string, string> => {
  const dataset = readReleaseDataset(openDataset(root));
  return new Map([...standoff({ ...dataset, lexicons })].map((file) => [file.path, textOf(file)]));
};
const put = (root: string, files: Iterable<readonly [string, string]>): void => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};
const lexicons = join(process.cwd(), 'seeds', 'lexicons');
const bare = join(folder, 'standoff');
const made = standoffOf(join('data', 'sample'), lexicons);
put(bare, made);

const silent = { keep: true, onDocument: () => {}, onRead: () => {} };
const hydrated = async (name: string, documents: string, relocate = false) => {
  const out = join(folder, name);
  const leftOut = new Map<string, number>();
  const done = await hydrateFiles(
    {
      head: openStandoff(bare),
      shown: (file) => `standoff/${file}`,
      documents,
      relocate,
      ...silent,
    },
    async (dataset): Promise<HydratedDataset> => {
      await writeFolderWhole(out, dataset.files(leftOut));
      return dataset;
    },
  );
  return { out, leftOut, ...done };
};
const cells = (path: string): Record<string, string>[] => {
  const { header, rows } = readCsv(readFileSync(path, 'utf8'), path);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row.cells[i]!])));
};
const errorsOf = (root: string): string[] =>
  gatherInput([root], { from: folder })
    .inputs.flatMap((input) => validate(input).findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message}`);

/** The sample's documents in their original forms, those of an id changed or taken away. */
const copiesWith = (name: string, changes: Readonly<Record<string, ((text: string) => string) | null>>): string => {
  const root = join(folder, name);
  cpSync(join('seeds', 'documents'), root, { recursive: true });
  for (const [id, change] of Object.entries(changes)) {
    if (!change) rmSync(join(root, id), { recursive: true });
    else {
      const file = join(
        root,
        id,
        readdirSync(join(root, id)).find((one) => one.startsWith('source.'))!,
      );
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    }
  }
  return root;
};

test('the words of the sample come back cell by cell from its documents in any form, all but titles', async () => {
  const { out, total, findings, leftOut } = await hydrated('from-seeds', join('seeds', 'documents'));
  assert.equal([total.at_place, total.statements], [total.statements, total.statements]);
  assert.equal(
    findings.filter(({ severity }) => severity !== 'info'),
    [],
  );
  const [is, was] = [cells(join(out, 'statements.csv')), cells('data/sample/statements.csv')];
  const byId = new Map(is.map((row) => [row['statement_id'], row]));
  assert.is(is.length, was.length);
  for (const row of was) assert.equal(byId.get(row['statement_id']), row);
  assert.equal(
    cells(join(out, 'documents.csv')),
    cells('data/sample/documents.csv').map((row) => ({ ...row, title: '' })),
  );
  for (const name of readdirSync(join(out, 'texts')))
    assert.is(readFileSync(join(out, 'texts', name), 'utf8'), readFileSync(join('data/sample/texts', name), 'utf8'));
  assert.equal([...leftOut], []);
});

let wholeSample: ReturnType<typeof hydrated> | null = null;
/** The sample hydrated from its own texts, once. */
const whole = () => (wholeSample ??= hydrated('from-texts', join('data', 'sample')));

test('what is hydrated makes the same stand-off dataset again, byte for byte', async () => {
  const { out } = await whole();
  const again = standoffOf(out, lexicons);
  assert.equal([...again.keys()], [...made.keys()]);
  for (const [path, text] of made) assert.is(again.get(path), text, path);
  assert.equal(errorsOf(out), []);
});

test('labels, batches and tombstones are taken over as they are', async () => {
  const { out } = await whole();
  for (const path of ['labels/batch-1/ann-1.csv', 'batches.csv', 'annotators.csv', 'tombstones.csv', 'codebook.json'])
    assert.is(readFileSync(join(out, path), 'utf8'), made.get(path), path);
  assert.is(readFileSync(join(out, 'lexicons/actors.csv'), 'utf8'), readFileSync(join(lexicons, 'actors.csv'), 'utf8'));
});

test('without a copy rows, labels and references of a document are left out, and the rest validates', async () => {
  const documents = copiesWith('some', { '08-halvoy-talks-report': null, '07-daily-briefing': null });
  const { out, total, leftOut, findings } = await hydrated('partial', documents);
  assert.equal(
    findings.filter(({ severity }) => severity === 'error').map(({ rule, record_id }) => [rule, record_id]),
    [
      ['hydrate/document-missing', '07-daily-briefing'],
      ['hydrate/document-missing', '08-halvoy-talks-report'],
    ],
  );
  const rows = cells(join(out, 'statements.csv'));
  assert.is(rows.length, total.statements - total.without_copy);
  assert.ok(total.without_copy > 0 && rows.every((row) => !/^0[78]-/.test(row['document_id']!)));
  const lost = new Set(cells('data/sample/statements.csv').map((row) => row['statement_id']));
  for (const row of rows) lost.delete(row['statement_id']);
  for (const path of ['labels/batch-1/ann-1.csv', 'labels/batch-1/ann-2.csv']) {
    const labels = cells(join('data/sample', path));
    const kept = cells(join(out, path));
    assert.is(kept.length, labels.filter((row) => !lost.has(row['statement_id'])).length);
    assert.is(leftOut.get(path), labels.length - kept.length);
  }
  assert.equal(errorsOf(out), []);
});

test('what was relocated validates, and moved rows say so', async () => {
  const documents = copiesWith('changed', {
    '02-agency-report': (text) => `Menu\r\nSubscribe\r\n\r\n${text}`,
    '06-strait-news': (text) => text.replace('</h1>', '</h1>\n<p>Sign up for our letter.</p>'),
    '04-concord-council-speech': (text) => text.replace(/\bpeace\b/, 'quiet'),
  });
  const { out, total, documents: reports, findings } = await hydrated('relocated', documents, true);
  const states = reports.filter(({ state }) => state === 'relocated').map(({ document_id }) => document_id);
  assert.ok(states.includes('02-agency-report') && states.length >= 2, states.join());
  assert.equal(errorsOf(out), []);
  const rows = cells(join(out, 'statements.csv'));
  assert.is(rows.filter((row) => row['flags']!.includes('relocated')).length, total.moved);
  assert.is(rows.length, total.at_place + total.moved);
  assert.ok(
    findings.every(({ rule }) => rule.startsWith('hydrate/')),
    findings.map(({ rule }) => rule).join(),
  );
});

test('errors in the stand-off tables refuse it', async () => {
  const head = openStandoff(bare);
  const spoiled = join(folder, 'spoiled');
  cpSync(bare, spoiled, { recursive: true });
  const path = join(spoiled, 'statements.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^(st_[^,]*,[^,]*,[^,]*,)\d+/m, '$1x'));
  const options = {
    shown: (file: string) => file,
    documents: 'data/sample',
    relocate: false,
    ...silent,
  };
  const done = await hydrateFiles({ ...options, head: { ...head, root: spoiled } }, (dataset) => dataset);
  assert.equal([done.refused, done.documents.length, done.hydrated.documents], [true, 0, 0]);
  assert.equal(
    done.findings.map(({ rule, line }) => [rule, line]),
    [['table/type', 2]],
  );
});

test('nothing stays behind in the folder for temporary files', async () => {
  const before = process.env['TMPDIR'];
  const place = join(folder, 'tmp');
  mkdirSync(place);
  process.env['TMPDIR'] = place;
  try {
    await hydrateFiles(
      { head: openStandoff(bare), shown: (file) => file, documents: place, relocate: false, ...silent },
      () => assert.is(readdirSync(place).length, 1, 'rows wait there while they are used'),
    );
  } finally {
    process.env['TMPDIR'] = before;
    if (before === undefined) delete process.env['TMPDIR'];
  }
  assert.equal(readdirSync(place), []);
});

test.run();
