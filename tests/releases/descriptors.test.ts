import { load } from 'js-yaml';
import { suite } from 'uvu';
import { metadataOfProject } from '../../src/releases/release-meaning.js';
import * as assert from 'uvu/assert';
import { openDataset } from '../../src/files/dataset.js';
import { readReleaseDataset } from '../../src/files/release-dataset.js';
import { textFileName } from '../../src/files/text-files.js';
import { release } from '../../src/flows/release.js';
import type { Project } from '../../src/model/generated.js';
import type { ReleaseDataset } from '../../src/releases/dataset.js';
import { textOf } from '../../src/releases/release.js';
import { readCsv } from '../../src/tables/csv-reader.js';
import { schemaFaults } from '../support/specifications/check.js';
import { citationFileFormat } from '../support/specifications/citation-file-format.js';
import { croissantFaults } from '../support/specifications/croissant.js';
import { dataPackageFaults, tableFaults, type Resource } from '../support/specifications/data-package.js';
import { dataciteSchema } from '../support/specifications/datacite.js';
import { id, label, labelsBy, smallDataset } from './small-dataset.js';

const test = suite('descriptors');

type Json = Readonly<Record<string, unknown>>;

/** A project that says everything there is to say. */
const full: Partial<Project> = {
  authors: [
    {
      name: 'Ada "Harbour" Whitcombe: analyst',
      kind: 'person',
      given_names: 'Ada',
      family_names: 'Whitcombe',
      affiliation: 'Institute of Quays',
      orcid: '0000-0002-1825-0097',
    },
    { name: 'Port Authority', kind: 'organization' },
    { name: 'The authors' },
  ],
  publisher: 'Harbour Archive',
  doi: '10.5281/zenodo.1234567',
  concept_doi: '10.5281/zenodo.1234566',
  keywords: ['stance', 'harbours', 'stance'],
  contact: { name: 'Harbour desk', email: 'desk@harbour.example' },
  funding: [{ funder: 'Tide Fund', award: 'T-17', url: 'https://fund.example/17' }, { funder: 'Own means' }],
};

const build = (
  project: Partial<Project> = full,
  more: Partial<ReleaseDataset> = {},
  date: string | null = '2031-05-02',
) => {
  const base = smallDataset();
  const dataset = {
    ...base,
    labels: [
      ...labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'favor' }),
      label(2, 'status', 'rejected'),
      label(3, 'cue', 'said, "quoted";\nand more', { comment: 'two\nlines' }),
    ],
    splits: [
      { document_id: 'quay-report', split: 'train' as const },
      { document_id: 'wire/note', split: 'test' as const },
    ],
    tombstones: [{ id: id(9), withdrawn_in: null, reason: 'merged', replaced_by: id(1) }],
    ...more,
  };
  const { files, findings, summary } = release(
    { ...dataset, project: { ...base.project, ...project } },
    { version: '1.0.0', date, textFileName: (one) => `${encodeURIComponent(one)}.txt` },
  );
  assert.ok(summary, findings.map((one) => one.message).join('\n'));
  const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
  const json = (path: string): Json => JSON.parse(made.get(path)!) as Json;
  return { made, json, findings, citation: () => load(made.get('CITATION.cff')!) as Json };
};

const rowsOf =
  (made: ReadonlyMap<string, string>) =>
  (path: string): (readonly string[])[] => {
    const { header, rows } = readCsv(made.get(path)!, path);
    return [header, ...rows.map((row) => row.cells)];
  };

test('CITATION.cff follows Citation File Format 1.2.0', () => {
  const { citation } = build();
  assert.equal(schemaFaults(citationFileFormat, citation()), []);
  assert.equal(citation()['authors'], [
    {
      'family-names': 'Whitcombe',
      'given-names': 'Ada',
      affiliation: 'Institute of Quays',
      orcid: 'https://orcid.org/0000-0002-1825-0097',
    },
    { name: 'Port Authority' },
    { name: 'The authors' },
  ]);
  assert.is(citation()['date-released'], '2031-05-02');
  assert.is(citation()['doi'], '10.5281/zenodo.1234567');
  assert.is(citation()['license'], 'CC-BY-4.0');
  assert.equal(citation()['keywords'], ['stance', 'harbours']);
});

test('the transcription of the Citation File Format refuses what it must', () => {
  const good = build().citation();
  for (const [more, word] of [
    [{ license: 'My own' }, 'license'],
    [{ authors: [] }, 'authors'],
    [{ authors: [{ orcid: '0000' }] }, 'authors'],
    [{ doi: 'https://doi.org/10.1/x' }, 'doi'],
    [{ 'date-released': '2 May' }, 'date-released'],
    [{ colour: 'blue' }, 'colour'],
    [{ title: '' }, 'title'],
  ] as const) {
    const faults = schemaFaults(citationFileFormat, { ...good, ...more });
    assert.ok(
      faults.some((one) => one.includes(word)),
      word,
    );
  }
});

test('a license that is no SPDX identifier is named by its address, or not at all', () => {
  const own = build({ license: 'Harbour terms', license_url: 'https://harbour.example/terms' });
  assert.equal(schemaFaults(citationFileFormat, own.citation()), []);
  assert.is(own.citation()['license-url'], 'https://harbour.example/terms');
  assert.not('license' in own.citation());
  const unknown = build({ license: 'CC BY 4.0' });
  assert.equal(schemaFaults(citationFileFormat, unknown.citation()), []);
  assert.not('license' in unknown.citation() || 'license-url' in unknown.citation());
  assert.equal(
    unknown.findings.filter((one) => one.rule === 'release/license-unknown').map((one) => one.suggestion),
    [{ value: 'CC-BY-4.0', safe: false }],
  );
  assert.equal(dataPackageFaults(unknown.json('datapackage.json')), []);
  assert.equal(
    croissantFaults(unknown.json('croissant.json')).filter((one) => one.includes('license')),
    [],
  );
  // SPDX knows it, the Citation File Format is older.
  const newer = build({ license: 'CC-BY-3.0-IGO' });
  assert.is(newer.citation()['license-url'], 'https://spdx.org/licenses/CC-BY-3.0-IGO.html');
  assert.not(newer.findings.some((one) => one.rule === 'release/license-unknown'));
});

test('croissant.json follows Croissant 1.1, its files and record sets those of the release', () => {
  const { json, made } = build();
  const description = json('croissant.json');
  assert.equal(croissantFaults(description), []);
  const files = description['distribution'] as { name: string }[];
  assert.ok(files.some((one) => one.name === 'texts/wire%2Fnote.txt'));
  const sets = description['recordSet'] as { '@id': string; field: { source?: { extract: { column: string } } }[] }[];
  for (const set of sets.filter((one) => made.has(`data/${one['@id']}.csv`))) {
    const header = made.get(`data/${set['@id']}.csv`)!.split('\n')[0];
    assert.is(set.field.map((one) => one.source!.extract.column).join(), header);
  }
  const stances = sets.find((one) => one['@id'] === 'stance_values') as unknown as { data: Json[] };
  assert.equal(
    stances.data.map((one) => one['stance_values/name']),
    ['favor', 'against', 'neutral', 'mixed', 'none', 'unclear'],
  );
});

test('splits of the release are Croissant splits, and there are none without', () => {
  const sets = (more: Partial<ReleaseDataset>): Json[] =>
    build(full, more).json('croissant.json')['recordSet'] as Json[];
  const found = sets({}).find((one) => one['dataType'] === 'cr:Split')!;
  assert.equal(found['data'], [
    { 'split_names/name': 'test', 'split_names/url': 'cr:TestSplit' },
    { 'split_names/name': 'train', 'split_names/url': 'cr:TrainingSplit' },
  ]);
  assert.not(sets({ splits: [] }).some((one) => one['dataType'] === 'cr:Split'));
});

test('the transcription of Croissant refuses what it must', () => {
  const good = build().json('croissant.json');
  const sets = good['recordSet'] as Json[];
  const first = (good['distribution'] as Json[])[0]!;
  for (const [more, words] of [
    [{ description: undefined }, 'description'],
    [{ url: 'harbour' }, '/url'],
    [{ '@context': { ...(good['@context'] as object), key: undefined } }, '@context'],
    [{ distribution: [first, first] }, 'stands twice'],
    [{ distribution: [first] }, 'a file that is not there'],
    [{ recordSet: sets.slice(1) }, 'no field'],
    [{ recordSet: [...sets, { ...sets[0], '@id': 'x' }] }, 'stands twice'],
    [{ recordSet: [{ ...sets[0], data: [{ other: 1 }] }] }, 'other keys'],
    [{ recordSet: [{ ...sets[0], key: { '@id': 'nobody' } }] }, 'no field for a key'],
  ] as const) {
    const faults = croissantFaults(JSON.parse(JSON.stringify({ ...good, ...more })));
    assert.ok(
      faults.some((one) => one.includes(words)),
      `${words}: ${faults.join('\n')}`,
    );
  }
});

test('datacite.json follows DataCite 4.6 and names what it must', () => {
  const { json } = build();
  const record = json('datacite.json');
  assert.equal(schemaFaults(dataciteSchema, record), []);
  assert.equal((record['creators'] as Json[])[0], {
    name: 'Whitcombe, Ada',
    nameType: 'Personal',
    givenName: 'Ada',
    familyName: 'Whitcombe',
    affiliation: [{ name: 'Institute of Quays' }],
    nameIdentifiers: [
      {
        nameIdentifier: 'https://orcid.org/0000-0002-1825-0097',
        nameIdentifierScheme: 'ORCID',
        schemeUri: 'https://orcid.org',
      },
    ],
  });
  assert.equal(record['publisher'], { name: 'Harbour Archive' });
  assert.is(record['publicationYear'], '2031');
  assert.is(record['version'], '1.0.0');
  assert.equal(record['relatedIdentifiers'], [
    { relatedIdentifier: '10.5281/zenodo.1234566', relatedIdentifierType: 'DOI', relationType: 'IsVersionOf' },
  ]);
  assert.is((record['rightsList'] as Json[])[0]!['rightsIdentifier'], 'CC-BY-4.0');
});

test('no identifier is made up, and what is unknown is said in DataCite’s own word', () => {
  const { json, findings } = build(
    { authors: [], homepage: null, description: null, publisher: null },
    {},
    '2031-05-02',
  );
  const record = json('datacite.json');
  assert.equal(schemaFaults(dataciteSchema, record), []);
  assert.not('doi' in record || 'relatedIdentifiers' in record || 'url' in record);
  assert.equal(record['creators'], [{ name: ':unav' }]);
  assert.equal(record['publisher'], { name: ':unav' });
  assert.equal(
    findings.filter((one) => one.rule === 'release/metadata-missing').map((one) => one.field),
    ['description', 'homepage', 'authors', 'publisher'],
  );
  assert.ok(findings.every((one) => one.severity !== 'error'));
});

test('datapackage.json follows Data Package 2.0', () => {
  for (const project of [full, {}, { authors: [], title: '!!!', license: 'Do what you will' }]) {
    assert.equal(dataPackageFaults(build(project).json('datapackage.json')), []);
  }
  const { json } = build();
  const { resources } = json('datapackage.json') as { resources: Resource[] };
  assert.ok(resources.some((one) => one.path === 'croissant.json'));
});

test('every cell of every table satisfies the Table Schema written for it, and keys lead to rows', () => {
  const codebook = smallDataset().codebook;
  const withOwn = {
    ...codebook,
    fields: [
      ...codebook.fields,
      { field: 'x_salience', description: 'How central', type: 'integer', level: 'ordinal', minimum: 1, maximum: 5 },
      {
        field: 'x_topic',
        description: 'Topic',
        type: 'category',
        level: 'nominal',
        categories: [
          { value: 'port', name: 'port', definition: 'ports' },
          { value: 'fish', name: 'fish', definition: 'fish' },
        ],
      },
    ],
  } as typeof codebook;
  const statements = smallDataset().statements.map((row, i) => ({
    ...row,
    x_salience: i % 5 || null,
    x_topic: 'port',
  }));
  const { json, made } = build(full, { codebook: withOwn, statements });
  const { resources } = json('datapackage.json') as { resources: Resource[] };
  assert.ok(resources.filter((one) => one.schema).length >= 9);
  assert.equal(tableFaults(resources, rowsOf(made)), []);
  // The check can fail: each change of a cell is seen.
  const cell = (path: string, from: string, to: string) => {
    const changed = new Map(made);
    changed.set(path, made.get(path)!.replace(from, to));
    return tableFaults(resources, rowsOf(changed));
  };
  assert.match(cell('data/statements.csv', ',favor,', ',warm,').join('\n'), 'none of favor');
  assert.match(cell('data/statements.csv', ',false,', ',no,').join('\n'), 'no boolean');
  assert.match(cell('data/statements.csv', id(1), 'st_1').join('\n'), 'does not match');
  assert.match(cell('data/documents.csv', 'quay-report', 'other').join('\n'), 'is nowhere');
});

test('tables of stand-off rows satisfy their schemas too', () => {
  const { json, made } = build({ ...full, text_policy: 'none' });
  const { resources } = json('datapackage.json') as { resources: Resource[] };
  assert.equal(dataPackageFaults(json('datapackage.json')), []);
  assert.equal(tableFaults(resources, rowsOf(made)), []);
  assert.equal(croissantFaults(json('croissant.json')), []);
});

test('the DOI of an earlier version becomes a relation, and is never given to two versions', () => {
  const base = smallDataset();
  const history = [
    {
      version: '0.9.0',
      date: null,
      previous: null,
      step: null,
      rows: {},
      added: null,
      changed: null,
      withdrawn: null,
      changes: [],
      corrected: {},
      doi: '10.5281/zenodo.1',
    },
  ];
  const meaning = { codebook: base.codebook, schemas: [], metadata: metadataOfProject(base.project) };
  const none = { statements: [], tombstones: [], tables: [], meaning, notRebuilding: null };
  const earlier = { version: '0.9.0', ...none, history };
  const run = (doi: string) => {
    const { files, findings } = release(
      { ...base, project: { ...base.project, doi } },
      { version: '1.0.0', date: '2031-05-02', earlier },
    );
    const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
    return { record: JSON.parse(made.get('datacite.json')!) as Json, findings, made };
  };
  const relation = {
    relatedIdentifier: '10.5281/zenodo.1',
    relatedIdentifierType: 'DOI',
    relationType: 'IsNewVersionOf',
  };
  const next = run('10.5281/zenodo.2');
  assert.equal(next.record['relatedIdentifiers'], [relation]);
  assert.match(next.made.get('versions.json')!, '10.5281/zenodo.2');
  const same = run('10.5281/zenodo.1');
  assert.not('doi' in same.record);
  assert.equal(same.record['relatedIdentifiers'], [relation]);
  assert.ok(same.findings.some((one) => one.rule === 'release/doi-reused'));
  assert.not.match(same.made.get('CITATION.cff')!, 'doi:');
});

for (const folder of ['data/sample', 'data/real']) {
  test(`the release of ${folder} follows every specification, each cell of its tables too`, () => {
    const { files, summary } = release(readReleaseDataset(openDataset(folder)), {
      version: '1.0.0',
      date: '2031-05-02',
      textFileName,
    });
    assert.ok(summary);
    const made = new Map(Array.from(files, (file) => [file.path, textOf(file)]));
    const json = (path: string): Json => JSON.parse(made.get(path)!) as Json;
    assert.equal(croissantFaults(json('croissant.json')), []);
    assert.equal(schemaFaults(dataciteSchema, json('datacite.json')), []);
    assert.equal(schemaFaults(citationFileFormat, load(made.get('CITATION.cff')!)), []);
    assert.equal(dataPackageFaults(json('datapackage.json')), []);
    const { resources } = json('datapackage.json') as { resources: Resource[] };
    assert.equal(tableFaults(resources, rowsOf(made)).slice(0, 20), []);
  });
}

test.run();
