import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { release } from '../../src/flows/release.js';
import type { Project } from '../../src/model/generated.js';
import type { ReleaseDataset, StatementRow } from '../../src/releases/dataset.js';
import { sizeCategory } from '../../src/releases/hub-head.js';
import { textOf } from '../../src/releases/release.js';
import { earlierFrom } from './earlier-from.js';
import { decision, label, labelsBy, smallDataset, statement, type SmallDataset } from './small-dataset.js';

const test = suite('card and methods');

/** A dataset with counts that are told apart: 17 statements of one kind, 5 of another, and so on. */
const distinctive = (): ReleaseDataset => {
  const base = smallDataset();
  const statements = [
    ...Array.from({ length: 17 }, (_, n) => statement(n + 1, 'quay-report', 'welcomed')),
    ...Array.from({ length: 5 }, (_, n) =>
      statement(n + 31, 'wire/note', 'rejected', { stance: 'against', stance_score: -2, quote_type: 'direct' }),
    ),
    ...Array.from({ length: 3 }, (_, n) => statement(n + 51, 'wire/note', 'praised', { section: 'related' })),
    statement(61, 'locked-page', 'applauded'),
  ];
  const stances = ['favor', 'favor', 'against', 'none'];
  const labels = [
    ...Array.from({ length: 13 }, (_, n) =>
      labelsBy(n + 1, 'stance', { 'ann-1': stances[n % 4]!, 'ann-2': stances[(n * 7 + (n % 3)) % 4]! }),
    ).flat(),
    ...Array.from({ length: 2 }, (_, n) => label(n + 14, 'stance', 'mixed')),
    ...labelsBy(31, 'status', { 'ann-1': 'rejected', 'ann-2': 'rejected' }),
    label(3, 'stance', 'none', { batch_id: 'p1' }),
  ];
  return {
    ...base,
    statements,
    labels,
    adjudication: [decision(4, 'stance', 'neutral')],
    splits: [
      { document_id: 'quay-report', split: 'train' },
      { document_id: 'wire/note', split: 'test' },
    ],
    project: {
      ...base.project,
      reliability: {
        field: 'stance',
        coefficient: 'krippendorff_alpha',
        level: 'nominal',
        cluster: null,
        threshold: 0.41,
      },
    },
  };
};
const build = (dataset = distinctive(), more: object = {}) => {
  const { files, summary, findings } = release(dataset, {
    version: '0.8.0',
    date: '2031-05-02',
    tool: 'demarche 0.1.0',
    ...more,
  });
  assert.ok(summary, findings.map((one) => one.message).join('\n'));
  return new Map(Array.from(files, (file) => [file.path, textOf(file)]));
};

/** Version 0.7.0: the first statement with another stance, and one that is gone since. */
const earlier = () => {
  const base = smallDataset({
    statements: [
      statement(1, 'quay-report', 'welcomed', { stance: 'none', stance_score: null }),
      statement(88, 'quay-report', 'welcomed'),
    ],
  });
  return earlierFrom(build(base, { version: '0.7.0', date: '2031-01-09' }), base);
};

const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** Every number below a JSON value, as it is and as a text prints it for people. */
function known(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'number') {
    for (const one of [value, Math.abs(value)]) for (const text of [String(one), one.toFixed(3)]) into.add(text);
  } else if (typeof value === 'string') numbers(value).forEach((one) => into.add(one));
  else if (value && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      numbers(key).forEach((found) => into.add(found));
      known(one, into);
    }
  }
  return into;
}

test('every number of the card stands in the statistics, the agreement or the project', () => {
  const made = build(distinctive(), { earlier: earlier() });
  const text = made.get('README.md')!;
  const statistics = JSON.parse(made.get('reports/statistics.json')!) as { basis: Record<string, number> };
  const sources = known([
    statistics,
    JSON.parse(made.get('reports/agreement.json')!),
    JSON.parse(made.get('versions.json')!),
    distinctive().project,
  ]);
  const folder = (name: string): number => [...made.keys()].filter((path) => path.startsWith(`${name}/`)).length;
  const { resources } = JSON.parse(made.get('datapackage.json')!) as { resources: { path: string; bytes: number }[] };
  for (const { path, bytes } of resources) {
    sources.add(String(bytes));
    numbers(path).forEach((one) => sources.add(one));
  }
  for (const name of ['texts', 'schema']) sources.add(String(folder(name)));
  const { adjudicated = 0, majority = 0, single = 0, auto = 0 } = statistics.basis;
  sources.add(((100 * auto) / (adjudicated + majority + single + auto)).toFixed(1));
  // Not counts: the width of the interval, the example of segments, the encoding, the names of sums and of the size class.
  for (const word of ['95', '120', '180', '200', '240', '8', '256', '1']) sources.add(word);
  // The stand-off part has one more statement than data/.
  sources.add(String(made.get('standoff/statements.csv')!.trimEnd().split('\n').length - 1));
  const strange = (card: string): string[] => numbers(card).filter((one) => !sources.has(one));
  assert.equal(strange(text), []);
  assert.equal(strange(text.replace('| favor | ', '| favor | 4')), [`4${/\| favor \| (\d+)/.exec(text)![1]}`]);
});

test('the card says what people look for: changes, splits, languages, licenses, agreement', () => {
  const text = build(distinctive(), { earlier: earlier() }).get('README.md')!;
  for (const words of [
    'Against version 0.7.0: 20 statements added, 1 changed in some cell, 1 withdrawn.',
    '| train | 17 |',
    '| en | 2 |',
    '| CC-BY-4.0 | no | 1 |',
    '| CC-BY-4.0 | yes | 2 |',
    '- stance: krippendorff_alpha (nominal) ',
    "Project's threshold krippendorff_alpha.ci_low >= 0.41",
    'Labelled units of stance: 15 (2 with 1 label, 13 with 2 labels).',
    '| adjudicated | 1 |',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.not.match(build().get('README.md')!, '## Changes');
});

test('nobody labelled: the card and the methods say so', () => {
  const made = build(smallDataset());
  assert.match(made.get('README.md')!, 'Nobody labelled these statements');
  assert.match(made.get('reports/methods.md')!, 'There is no agreement to report.');
});

/** A release of a dataset whose statements are these. */
const without = (more: Partial<SmallDataset>) => {
  const { files, findings } = release(smallDataset({ statements: [], labels: [], ...more }), { version: '0.1.0' });
  const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
  return { card: made.get('README.md')!, methods: made.get('reports/methods.md')!, findings };
};

test('without statements the methods make no sentences about what is not there', () => {
  const { methods } = without({});
  assert.match(methods, 'The release holds 2 documents (news 2; languages: en 2), and no statements.\n');
  assert.match(methods, 'Coders: model 2, person 3.\n');
  for (const words of ['recall', 'labeler', 'agreement', 'resolved', 'Labelled units', 'bootstrap', 'Nothing'])
    assert.not.match(methods, words);
  assert.not.match(methods, / \n/);
  const bare = without({ documents: [], annotators: [], batches: [] });
  assert.match(bare.methods, 'The release holds no documents and no statements.\n\nSoftware: demarche.\n');
  assert.not.match(bare.methods, 'none');
});

test('without statements the card has no sections about them', () => {
  const { card } = without({});
  for (const words of ['stance_basis', '## Agreement', '0 statements', 'none of the rows', 'Counts by speaker'])
    assert.not.match(card, words);
});

/** What the card says of changes since 0.7.0, which had the same statements but for these. */
const changesSince = (before: readonly StatementRow[], now: Partial<SmallDataset>): string => {
  const old = smallDataset({ statements: before });
  const last = earlierFrom(build(old, { version: '0.7.0', date: '2031-01-09' }), old);
  const card = build(smallDataset({ statements: before, ...now }), { earlier: last }).get('README.md')!;
  return /^Against version .*$/m.exec(card)![0];
};

test('the changes of the card leave out what there is none of, and count one in the singular', () => {
  const [one, two, three] = [1, 2, 3].map((n) => statement(n, 'quay-report', 'welcomed'));
  const note = statement(4, 'wire/note', 'rejected');
  const changed = { ...one!, speaker_role: 'envoy' };
  const end = ' More in CHANGELOG.md.';
  const say = (words: string): string => `Against version 0.7.0: ${words}.${end}`;
  assert.is(changesSince([one!, two!], {}), say('no statement added, changed or withdrawn'));
  assert.is(changesSince([one!], { statements: [one!, two!] }), say('1 statement added'));
  assert.is(changesSince([one!, two!], { statements: [changed, two!] }), say('1 statement changed in some cell'));
  assert.is(changesSince([one!, two!], { statements: [one!] }), say('1 statement withdrawn'));
  assert.is(changesSince([one!, two!], { statements: [two!, three!, note] }), say('2 statements added, 1 withdrawn'));
});

test('the card tells statements that are in standoff/ only now from withdrawn ones', () => {
  const rows = [1, 2].map((n) => statement(n, 'wire/note', 'rejected'));
  const kept = statement(3, 'quay-report', 'welcomed');
  const documents = smallDataset().documents.map((row) => ({
    ...row,
    text_allowed: row.text_allowed && row.document_id !== 'wire/note',
  }));
  assert.is(
    changesSince([...rows, kept], { documents }),
    'Against version 0.7.0: 2 statements now in standoff/ only, as the texts of their documents may no longer be handed on. More in CHANGELOG.md.',
  );
  assert.match(
    changesSince([rows[0]!, kept], { documents, statements: [rows[0]!, kept, statement(4, 'quay-report', 'said')] }),
    ': 1 statement added, 1 now in standoff/ only, as the text of its document may no longer be handed on.',
  );
});

test('a card of stances that people decided does not speak of those that the program made', () => {
  const [one] = smallDataset().statements;
  const made = (labels: SmallDataset['labels']): string =>
    build(smallDataset({ statements: [one!], labels })).get('README.md')!;
  assert.match(made([]), 'Made by the program alone: 100.0 % of the rows');
  const labelled = made([label(1, 'stance', 'favor')]);
  assert.not.match(labelled, 'Made by the program alone');
  assert.match(labelled, '\nstance_auto and stance_score_auto keep');
});

test('a release without statements is warned of: why, and what to do', () => {
  const said = (more: Partial<SmallDataset>): readonly string[] =>
    without(more)
      .findings.filter(({ rule }) => rule === 'release/no-statements')
      .map(({ severity, file, line, column, message }) => `${file}:${line}:${column} ${severity} ${message}`);
  assert.equal(said({}), [
    'statements.csv:1:1 warning the release has no statements: there are no rows in statements.csv; copy it from the folder that demarche convert wrote, or release without them knowingly',
  ]);
  const teaser = statement(5, 'wire/note', 'praised ferries', { section: 'related' });
  const refused = ['ann-1', 'ann-2'].map((annotator_id) => label(1, 'status', 'rejected', { annotator_id }));
  assert.equal(said({ statements: [statement(1, 'quay-report', 'welcomed'), teaser], labels: refused }), [
    'statements.csv:1:1 warning the release has no statements: none of the 2 rows of statements.csv is released (1 teaser of another article, 1 labelled as no statement); see whether that is meant (--include-related keeps teasers)',
  ]);
  assert.equal(said({ statements: [statement(6, 'locked-page', 'applauded')] }), [], 'they are in standoff/');
});

const headOf = (project: Partial<Project>) => {
  const base = distinctive();
  const text = build({ ...base, project: { ...base.project, ...project } }).get('README.md')!;
  return load(text.split('---\n')[1]!) as Record<string, unknown>;
};

test('the head of the card is YAML that hubs read', () => {
  const head = headOf({ keywords: ['stance', 'ports: two'], title: 'Harbour: "sample"' });
  assert.equal(head, {
    pretty_name: 'Harbour: "sample"',
    license: 'cc-by-4.0',
    language: ['en'],
    tags: ['stance', 'ports: two'],
    task_categories: ['text-classification'],
    size_categories: ['n<1K'],
    configs: [
      { config_name: 'statements', data_files: 'statements.jsonl', default: true },
      ...[
        'documents',
        'actors',
        'memberships',
        'targets',
        'countries',
        'labels',
        'adjudication',
        'tombstones',
        'splits',
        'annotators',
        'batches',
      ].map((name) => ({ config_name: name, data_files: `data/${name}.csv` })),
    ],
  });
});

test('a task is named only where there are texts, a license only where the hub knows it', () => {
  assert.not('task_categories' in headOf({ text_policy: 'none' }));
  const own = headOf({ license: 'Harbour terms 2', license_url: 'https://harbour.example/terms' });
  assert.is(own['license'], 'other');
  assert.is(own['license_name'], 'harbour-terms-2');
  assert.is(own['license_link'], 'https://harbour.example/terms');
});

test('the size class of the hub has its limits where the hub has them', () => {
  assert.equal([0, 999, 1000, 9999, 10_000, 1e6, 1e9].map(sizeCategory), [
    'n<1K',
    'n<1K',
    '1K<n<10K',
    '1K<n<10K',
    '10K<n<100K',
    '1M<n<10M',
    'n>1B',
  ]);
});

test('the methods name coders, overlap, resolution, what was dropped, and that recall was not estimated', () => {
  const text = build().get('reports/methods.md')!;
  for (const words of [
    'The release holds 21 statements from 2 documents (news 2; languages: en 2).',
    'Coders: model 2, person 3.',
    'Labelled units of stance: 15 (2 with 1 label, 13 with 2 labels).',
    'Agreement before adjudication. The field "stance" was labelled by 2 annotators (2 people).',
    'The recall of the extraction was not estimated',
    '3 teasers of other articles were left out',
    '1 row was found to be no statement and withdrawn',
    '1 document with 1 statement has no license for its text and is in standoff/ only',
    '1 label of pilot batches is released, but counts for nothing',
    'Software: demarche 0.1.0. The bootstrap draws 1000 replicates with seed 1.',
    '| b1 | production | all | 1 | 1.0 | 16 | 30 | 2 |',
    '| ann-1 | person |  |  | 17 |',
  ]) {
    assert.ok(text.includes(words), words);
  }
  const stance = /\| stance \|.*/.exec(text)![0];
  assert.match(
    stance,
    /^\| stance \| 15 \| 13 \| 2 \| krippendorff_alpha \(nominal\) -?0\.\d{3} \| -?\d\.\d{3} to \d\.\d{3} \| 1 \|/,
  );
});

test.run();
