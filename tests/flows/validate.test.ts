import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checks } from '../../src/checks/index.js';
import { validate } from '../../src/flows/validate.js';
import { sha256 } from '../../src/model/hash.js';
import { tableOf } from '../../src/model/tables.js';
import { formatCsv } from '../../src/tables/csv-writer.js';
import { formatJsonLines } from '../../src/tables/json-lines.js';
import { at, cleanRows, findingsOf, FIRST, placesOf, SECOND, spoiled, TEXT } from '../checks/dataset.js';

const test = suite('validate');

/** Sets one cell of the clean dataset. */
const cell =
  (schema: string, row: number, field: string, value: unknown) =>
  (rows: ReturnType<typeof cleanRows>): void => {
    rows[schema]![row]![field] = value;
  };

/** Name of the case, schema, row and field that are spoilt, the value, and the rules expected at that cell. */
const cells: readonly (readonly [string, string, number, string, unknown, ...string[]])[] = [
  ['an unknown stance', 'statement', 0, 'stance', 'favour', 'codebook/unknown-category'],
  ['an unknown speech act', 'statement', 1, 'speech_act', 'criticise', 'codebook/unknown-category'],
  ['an unknown category of an own field', 'statement', 1, 'x_frame', 'culture', 'codebook/unknown-category'],
  ['an empty cell that must be filled', 'statement', 0, 'quote_type', null, 'table/empty-cell'],
  ['a value outside an enumeration', 'statement', 0, 'quote_type', 'directt', 'table/value'],
  ['a trailing blank in an enumeration', 'statement', 1, 'section', 'body ', 'table/value'],
  ['a letter in a number', 'statement', 0, 'n_labels', '1O', 'table/type'],
  ['a boolean in capitals', 'statement', 0, 'negated', 'TRUE', 'table/type'],
  ['segments of a wrong form', 'statement', 0, 'segments', '1 to 31', 'table/type'],
  ['a negative count', 'statement', 0, 'n_labels', -3, 'table/range'],
  ['a confidence above 1', 'statement', 0, 'speaker_confidence', 1.5, 'table/range'],
  ['a code of a wrong form', 'country', 0, 'iso2', 'x1', 'table/pattern'],
  ['a date of a wrong form', 'document', 0, 'retrieved_at', '02/20/2031', 'table/pattern'],
  ['a day that does not exist', 'document', 0, 'retrieved_at', '2031-02-30', 'date/calendar'],
  ['no web address', 'document', 0, 'url', 'example page', 'table/format'],
  ['a mention without its end', 'statement', 0, 'cue_start', null, 'span/mention-incomplete'],
  ['a reversed mention', 'statement', 0, 'cue_end', 40, 'span/order'],
  ['segments that are not in order', 'statement', 0, 'segments', '20-31;1-20', 'span/segments'],
  ['text that the document does not have', 'statement', 0, 'text', 'We shall keep the corridor open', 'span/text'],
  ['a mention that the document does not have', 'statement', 1, 'target_text', 'the old fees', 'span/mention'],
  ['an offset behind the end', 'statement', 1, 'target_end', 900, 'span/outside'],
  ['a wrong length', 'document', 0, 'length', 7, 'document/length'],
  ['a wrong digest', 'document', 0, 'text_sha256', 'a'.repeat(64), 'document/sha256'],
  ['an unknown speaker', 'statement', 0, 'speaker_id', 'vera-lynde', 'reference/unknown'],
  ['an unknown member of a list', 'statement', 0, 'addressee_ids', 'vera-linde;nobody', 'reference/unknown'],
  ['an unknown parent', 'target', 0, 'parent_id', 'peace', 'reference/unknown'],
  ['a score of the wrong sign', 'statement', 1, 'stance_score', 2, 'codebook/score-sign'],
  ['a precision that does not fit', 'statement', 1, 'date_precision', 'year', 'date/precision'],
  ['a membership that ends before it begins', 'membership', 0, 'end_date', '2029', 'membership/dates'],
  ['an unknown statement in a label', 'label', 0, 'statement_id', `st_${'9'.repeat(16)}`, 'label/unknown-statement'],
  ['an unknown field in a label', 'label', 0, 'field', 'stanze', 'label/unknown-field'],
  ['an unknown category in a label', 'label', 1, 'value', 'agianst', 'label/unknown-category'],
];

const moved: Readonly<Record<string, string>> = { end_date: 'start_date', cue_end: 'cue_start' };

for (const [name, schema, row, field, value, ...rules] of cells) {
  test(`${name} is found at its cell, and nothing else is`, () => {
    const rows = cleanRows();
    cell(schema, row, field, value)(rows);
    const expected = rules.map((rule) => at(rows, schema, row, moved[field] ?? field, rule));
    assert.equal(placesOf({ rows: cell(schema, row, field, value) }), expected);
  });
}

const warned: readonly (readonly [string, string, number, string, unknown, string])[] = [
  ['a statement later than its document', 'statement', 0, 'date', '2031-03-05', 'date/after-document'],
  ['a cell that a spreadsheet would run', 'document', 0, 'title', '=SUM(A1)', 'table/formula'],
  ['another codebook', 'label', 0, 'codebook_version', '0.9', 'label/codebook-version'],
];

for (const [name, schema, row, field, value, rule] of warned) {
  test(`${name} is a warning`, () => {
    const rows = cleanRows();
    cell(schema, row, field, value)(rows);
    assert.equal(placesOf({ rows: cell(schema, row, field, value) }), [at(rows, schema, row, field, rule, 'warning')]);
  });
}

test('a clean dataset has no findings, and every file is told with its rows and digest', () => {
  const { files, findings, unreadable } = validate(spoiled());
  assert.equal(findings, []);
  assert.equal(unreadable, []);
  assert.equal(files.map(({ path, kind, rows }) => [path, kind, rows]).slice(0, 3), [
    ['codebook.json', 'codebook', null],
    ['documents.csv', 'documents', 1],
    ['statements.csv', 'statements', 2],
  ]);
  assert.equal(files.at(-1), { path: 'texts/doc-1.txt', kind: 'text', rows: null, sha256: sha256(TEXT) });
});

test('numbers below zero and dashes inside a text are no formulas', () => {
  assert.equal(placesOf({ rows: cell('document', 0, 'title', '-0.25') }), []);
  assert.equal(placesOf({ rows: cell('document', 0, 'title', 'a - b = c') }), []);
});

test('a label that is unknown is told with what is allowed and what was meant', () => {
  const [found] = findingsOf({ rows: cell('statement', 0, 'stance', 'favour') });
  assert.is(found!.message, '"favour" is not a stance of codebook 1.0');
  assert.equal(found!.allowed, ['favor', 'against', 'neutral', 'none']);
  assert.equal(found!.suggestion, { value: 'favor', safe: true });
  assert.is(found!.record_id, FIRST);
  assert.is(found!.field, 'stance');
});

test('text that stands elsewhere in the document is told with its place', () => {
  const wrong = (rows: ReturnType<typeof cleanRows>): void => {
    Object.assign(rows['statement']![1]!, { start: 46, end: 58, segments: '46-58' });
  };
  const [found] = findingsOf({ rows: wrong });
  assert.is(found!.rule, 'span/text');
  assert.match(found!.message, /at 46-58, which has "She deplored"; it stands at 59-71$/);
});

test('offsets count code points, not the halves of an emoji', () => {
  const text = TEXT.replace('“', '😀').replace('deplored', 'depl😀red');
  const rows = (all: ReturnType<typeof cleanRows>): void => {
    Object.assign(all['document']![0]!, { text_sha256: sha256(text) });
    all['statement']![1]!['cue'] = 'depl😀red';
  };
  assert.equal(placesOf({ text, rows }), []);
});

test('the hull must be that of the segments', () => {
  const rows = cleanRows();
  cell('statement', 0, 'end', 32)(rows);
  assert.equal(placesOf({ rows: cell('statement', 0, 'end', 32) }), [at(rows, 'statement', 0, 'start', 'span/hull')]);
});

test('one person can not hold one office twice at a time, but can again', () => {
  const again = (start: string) => (rows: ReturnType<typeof cleanRows>) => {
    const [first] = rows['membership']!;
    first!['end_date'] = '2031-05-01';
    rows['membership']!.push({ ...first, membership_id: 'm2', start_date: start, end_date: null });
  };
  assert.equal(placesOf({ rows: again('2031-05-01') }), []);
  assert.equal(placesOf({ rows: again('2031-05') }), []);
  assert.equal(placesOf({ rows: again('2031-04-01') }), ['memberships.csv:3:29 warning membership/overlap']);
});

test('a key that stands twice is told with the row that has it first', () => {
  const [found, ...others] = findingsOf({ rows: (rows) => void rows['actor']!.push({ ...rows['actor']![0]! }) });
  assert.is(found!.rule, 'table/duplicate-key');
  assert.equal([found!.line, found!.column], [3, 1]);
  assert.equal(found!.related, [{ file: 'actors.csv', line: 2, column: 1 }]);
  assert.equal(others, []);
});

test('a statement that stands twice under two ids is a warning', () => {
  const twice = (rows: ReturnType<typeof cleanRows>): void => {
    rows['statement']!.push({ ...rows['statement']![0]!, statement_id: `${FIRST}-2` });
  };
  assert.equal(placesOf({ rows: twice }), ['statements.csv:4:54 warning table/duplicate-row']);
});

test('an annotator can label a cell once in a round; rounds and fields are apart', () => {
  const again = (change: object) => (rows: ReturnType<typeof cleanRows>) => {
    rows['label']!.push({ ...rows['label']![0]!, ...change });
  };
  const [found, ...others] = findingsOf({ rows: again({ value: 'neutral' }) });
  assert.equal(
    [found!.rule, found!.file, found!.line, found!.column],
    ['label/duplicate', 'labels/b1/ann-1.csv', 4, 30],
  );
  assert.equal(found!.related, [{ file: 'labels/b1/ann-1.csv', line: 2, column: 1 }]);
  assert.equal(others, []);
  assert.equal(placesOf({ rows: again({ round: 2 }) }), []);
  assert.equal(placesOf({ rows: again({ field: 'x_frame', value: 'security' }) }), []);
});

test('a label of a withdrawn statement is told what replaces it', () => {
  const [found] = findingsOf({ rows: cell('label', 0, 'statement_id', `st_${'2'.repeat(16)}`) });
  assert.equal([found!.rule, found!.severity], ['label/withdrawn-statement', 'warning']);
  assert.equal(found!.suggestion, { value: FIRST, safe: false });
  assert.equal(found!.related, [{ file: 'tombstones.csv', line: 2, column: 1 }]);
});

test('a label of a statement that was replaced twice is told the row that is there', () => {
  const twice = (rows: ReturnType<typeof cleanRows>): void => {
    const [stone] = rows['tombstone']!;
    rows['tombstone']!.push({ ...stone!, id: `st_${'5'.repeat(16)}`, replaced_by: stone!['id'] });
    rows['label']![0]!['statement_id'] = `st_${'5'.repeat(16)}`;
  };
  const found = findingsOf({ rows: twice }).find(({ rule }) => rule === 'label/withdrawn-statement');
  assert.equal(found!.suggestion, { value: FIRST, safe: false });
});

test('a statement that a person adds exists by its label rows', () => {
  const added = (field: string, value: string) => (rows: ReturnType<typeof cleanRows>) => {
    rows['label']!.push({ ...rows['label']![0]!, statement_id: `st_${'7'.repeat(16)}`, field, value });
  };
  assert.equal(placesOf({ rows: added('document_id', 'doc-1') }), []);
  assert.equal(placesOf({ rows: added('stance', 'favor') }), ['labels/b1/ann-1.csv:4:1 error label/unknown-statement']);
  assert.equal(placesOf({ rows: added('document_id', 'doc-9') }), ['labels/b1/ann-1.csv:4:42 error label/unknown-id']);
});

test('label rows of another batch or annotator than the file says, unknown ones too, are found', () => {
  const rules = findingsOf({ rows: cell('label', 0, 'annotator_id', 'ann-2') }).map(({ rule }) => rule);
  assert.equal(rules, ['label/file', 'label/unknown-annotator']);
  const batches = findingsOf({ rows: cell('label', 0, 'batch_id', 'b2') }).map(({ rule }) => rule);
  assert.equal(batches, ['label/file', 'label/unknown-batch']);
});

test('a labelled score must fit the stance of the same annotator', () => {
  const scored = (value: string) => (rows: ReturnType<typeof cleanRows>) => {
    rows['label']!.push({ ...rows['label']![1]!, field: 'stance_score', value });
  };
  assert.equal(placesOf({ rows: scored('-1') }), []);
  assert.equal(placesOf({ rows: scored('1') }), ['labels/b1/ann-1.csv:4:43 error label/score-sign']);
  assert.equal(placesOf({ rows: scored('-9') }), ['labels/b1/ann-1.csv:4:43 error label/value']);
});

test('a score that does not fit names its own row, whether it stands before the stance or behind it', () => {
  const scored = (change: 'push' | 'unshift') => (rows: ReturnType<typeof cleanRows>) => {
    rows['label']![change]({ ...rows['label']![1]!, field: 'stance_score', value: '1' });
  };
  for (const [change, line] of [
    ['push', 4],
    ['unshift', 2],
  ] as const) {
    const [found] = findingsOf({ rows: scored(change) });
    assert.equal([found?.line, found?.record_id], [line, `${SECOND} b1 ann-1 stance_score 1`]);
  }
});

test('a tombstoned id is not used again, and its successor exists', () => {
  assert.equal(placesOf({ rows: cell('tombstone', 0, 'id', SECOND) }), ['statements.csv:3:1 error tombstone/reused']);
  const lost = placesOf({ rows: cell('tombstone', 0, 'replaced_by', `st_${'8'.repeat(16)}`) });
  assert.equal(lost, ['tombstones.csv:2:40 error tombstone/replacement']);
});

test('a misspelt, a missing and a moved column are found in the header', () => {
  const header = (from: string, to: string) => (texts: Record<string, string>) => ({
    annotator: texts['annotator']!.replace(from, to),
  });
  const [missing, unknown] = findingsOf({ files: header('kind', 'knid') });
  assert.equal([missing!.rule, missing!.severity, missing!.field], ['table/missing-column', 'error', 'kind']);
  assert.equal([unknown!.rule, unknown!.line, unknown!.column], ['table/unknown-column', 1, 14]);
  assert.equal(unknown!.suggestion, { value: 'kind', safe: false });
  assert.equal(
    placesOf({ files: () => ({ annotator: 'kind,annotator_id,training,model,prompt_sha256\nperson,ann-1,,,\n' }) }),
    ['annotators.csv:1:1 warning table/column-order'],
  );
});

test('columns with personal data and own columns that nobody described are found', () => {
  const files = (texts: Record<string, string>) => ({
    annotator: texts['annotator']!.replace('sha256\n', 'sha256,x_email\n').replace(/\n$/, ',a@b.example\n'),
    statement: texts['statement']!.replace('x_frame', 'x_tone'),
  });
  assert.equal(placesOf({ files }), [
    'annotators.csv:1:48 error table/private-column',
    `statements.csv:1:${tableOf('statement').columns.reduce((sum, { name }) => sum + name.length + 1, 1)} warning codebook/undeclared-column`,
  ]);
});

test('what can not be seen in an id is found with the id that was meant', () => {
  const found = findingsOf({ rows: cell('label', 0, 'annotator_id', 'ann-1\u200b') });
  const hidden = found.find(({ rule }) => rule === 'table/invisible-character')!;
  assert.equal([hidden.line, hidden.column, hidden.suggestion], [2, 24, { value: 'ann-1', safe: true }]);
  const mixed = findingsOf({ rows: cell('document', 0, 'document_id', 'dосument') });
  assert.ok(mixed.some(({ rule, severity }) => rule === 'table/look-alike' && severity === 'warning'));
});

test('a file that is not UTF-8 is told with line, column and byte, and read on', () => {
  const files = (texts: Record<string, string>) => {
    const bytes = Buffer.from(texts['actor']!.replace('Vera Linde', 'Véra Linde'), 'latin1');
    return { actor: bytes };
  };
  const found = findingsOf({ files });
  assert.is(found.length, 1);
  const { rule, line, column, byte_offset, value } = found[0]!;
  assert.equal([rule, line, column, value], ['file/encoding', 2, 20, '0xe9']);
  assert.is(byte_offset, 'actor_id,kind,name,aliases,country\nvera-linde,person,V'.length);
});

test('a binary file is unreadable, and the others are checked', () => {
  const { unreadable, findings } = validate(
    spoiled({ files: () => ({ actor: new Uint8Array(600) }), rows: cell('statement', 0, 'stance', 'favour') }),
  );
  assert.equal(unreadable, ['actors.csv']);
  assert.ok(findings.some(({ rule }) => rule === 'codebook/unknown-category'));
});

test('spoilt characters are found where they stand', () => {
  const title = (value: string): string[] => placesOf({ rows: cell('document', 0, 'title', value) });
  assert.equal(title('Ã‡avuÅŸoÄŸlu'), ['documents.csv:2:7 warning file/mojibake']);
  assert.equal(title('lo\ufffdst'), ['documents.csv:2:9 warning file/replacement-character']);
  assert.equal(title('a\u0000b'), ['documents.csv:2:8 error file/nul']);
  assert.equal(title('Beyonce\u0301'), ['documents.csv:2:13 error file/not-nfc']);
  assert.equal(title('Çavuşoğlu, São Tomé – “NÃO”'), []);
  const [found] = findingsOf({ rows: cell('document', 0, 'title', 'Ã‡avuÅŸoÄŸlu') });
  assert.equal(found!.suggestion, { value: 'Çavuşoğlu', safe: false });
});

test('mixed line ends and a byte order mark are warnings, and the rows are read', () => {
  const files = (texts: Record<string, string>) => ({ target: `\ufeff${texts['target']!.replace(/\n$/, '\r\n')}` });
  assert.equal(placesOf({ files }), [
    'targets.csv:1:1 warning csv/byte-order-mark',
    'targets.csv:3:1 warning file/line-ends',
  ]);
});

test('an unclosed quotation mark is blamed where it opens, and the rows behind it are checked', () => {
  const files = (texts: Record<string, string>) => ({
    target: texts['target']!.replace('the corridor', '"the corridor').replace(/fees,,/, 'fees,,nowhere'),
  });
  assert.equal(placesOf({ files }), [
    'targets.csv:2:16 error csv/unclosed-quote',
    'targets.csv:3:22 error reference/unknown',
  ]);
});

test('after a cell of several lines the physical line is told', () => {
  const rows = cell('document', 0, 'title', 'two\nlines');
  const files = (texts: Record<string, string>) => ({
    document: texts['document']!.replace('https://example.org/a', 'nowhere at all'),
  });
  assert.equal(placesOf({ rows, files }), ['documents.csv:3:10 error table/format']);
});

test('texts that are missing, stray or not normalised are found', () => {
  assert.equal(placesOf({ text: null, textPaths: [] }), ['documents.csv:2:1 warning document/no-text']);
  assert.equal(placesOf({ textPaths: ['texts/doc-1.txt', 'texts/other.txt'] }), [
    'texts/other.txt:null:null warning document/stray-text',
  ]);
  const rules = findingsOf({ text: TEXT.replaceAll('\n', '\r\n') }).map(({ rule }) => rule);
  assert.ok(rules.includes('document/not-normalised') && rules.includes('document/sha256'));
});

test('faults of the codebook and of JSON are told with line and column', () => {
  const book = JSON.stringify({ version: '1.0', title: 't', fields: [], rules: [], crosswalk: [] }, null, 2);
  const [unknown] = findingsOf({ codebook: book, rows: (rows) => void rows['statement']!.splice(0) }).filter(
    ({ rule }) => rule === 'json/schema',
  );
  assert.equal([unknown!.line, unknown!.column], [6, 3]);
  assert.equal(unknown!.suggestion, { value: 'crosswalks', safe: false });
  const broken = placesOf({ codebook: '{\n  "version": "1.0",\n  "title" "t"\n}' });
  assert.ok(broken.includes('codebook.json:3:11 error json/syntax'));
  const twice = placesOf({ codebook: '{"version": "1.0", "title": "t", "fields": [], "rules": [],\n "title": "u"}' });
  assert.ok(twice.includes('codebook.json:2:2 error json/duplicate-key'));
});

test('a codebook with a category twice, and an example of none, is found', () => {
  const category = { value: 'yes', definition: 'd', examples: [{ text: 't', value: 'no' }] };
  const field = {
    field: 'x_a',
    type: 'category',
    level: 'nominal',
    description: 'd',
    categories: [category, category],
  };
  const findings = findingsOf({
    codebook: { version: '1.0', title: 't', fields: [field, { ...field, field: 'tone', categories: [] }], rules: [] },
  });
  const rules = findings
    .filter(({ file }) => file === 'codebook.json')
    .map(({ rule, field: where }) => `${rule} ${where}`);
  assert.equal(rules.sort(), [
    'codebook/duplicate /fields/0/categories/1/value',
    'codebook/field-name /fields/1/field',
    'codebook/no-categories /fields/1',
    'codebook/unknown-value /fields/0/categories/0/examples/0/value',
    'codebook/unknown-value /fields/0/categories/1/examples/0/value',
  ]);
});

test('a copy in JSON Lines must have the rows of the CSV, with the right types', () => {
  const jsonl = (change: (rows: Record<string, unknown>[]) => void) => {
    const rows = cleanRows()['statement']!;
    change(rows);
    const bytes = new TextEncoder().encode(
      formatJsonLines(
        rows,
        tableOf('statement').columns.map(({ name }) => name),
      ),
    );
    return placesOf({ more: [{ path: 'statements.jsonl', schema: 'statement', bytes }] });
  };
  assert.equal(
    jsonl(() => undefined),
    [],
  );
  assert.match(
    jsonl((rows) => (rows[1]!['stance'] = 'favor')).join(),
    /^statements.jsonl:2:\d+ error table\/copy-differs$/,
  );
  assert.match(jsonl((rows) => rows.pop()).join(), /^statements.jsonl:1:1 error table\/copy-rows$/);
  assert.ok(jsonl((rows) => (rows[0]!['segments'] = 'x')).some((place) => place.endsWith('error table/type')));
  // CSV could not hold such a member.
  assert.ok(jsonl((rows) => (rows[0]!['flags'] = ['a;b'])).some((place) => place.endsWith('error table/type')));
  assert.ok(jsonl((rows) => (rows[0]!['stanse'] = 'x')).some((place) => place.endsWith('error table/unknown-field')));
});

test('a table in JSON Lines without its CSV is checked in full', () => {
  const { files } = spoiled();
  const rows = cleanRows()['statement']!;
  rows[0]!['stance'] = 'favour';
  const bytes = new TextEncoder().encode(formatJsonLines(rows));
  const others = files.filter(({ schema }) => schema !== 'statement' && schema !== 'label');
  const { findings } = validate({ files: [...others, { path: 'statements.jsonl', schema: 'statement', bytes }] });
  assert.equal(
    findings.map(({ rule, line, field }) => [rule, line, field]),
    [['codebook/unknown-category', 1, 'stance']],
  );
});

test('a stand-off statement is compared with a text that is at hand', () => {
  const standoff = (change: (row: Record<string, unknown>) => void) => {
    const rows = cleanRows()['statement']!.map((row) => ({
      ...row,
      span_sha256: sha256(String(row['text'])),
      context_sha256: sha256(
        `${TEXT.slice(Math.max(0, Number(row['start']) - 32), Number(row['start']))}\n${TEXT.slice(Number(row['end']), Number(row['end']) + 32)}`,
      ),
      ...Object.fromEntries(
        [
          ['cue', row['cue']],
          ['speaker', row['speaker_text']],
          ['target', row['target_text']],
        ].map(([mention, words]) => [`${String(mention)}_sha256`, typeof words === 'string' ? sha256(words) : null]),
      ),
    })) as Record<string, unknown>[];
    change(rows[0]!);
    const bytes = new TextEncoder().encode(formatCsv(tableOf('standoff-statement'), rows));
    const { files, ...rest } = spoiled();
    const others = files.filter(({ schema }) => schema !== 'statement');
    return validate({
      ...rest,
      files: [...others, { path: 'statements.csv', schema: 'standoff-statement', bytes }],
    }).findings.map(({ rule, line, field }) => `${line} ${rule} ${field}`);
  };
  assert.equal(
    standoff(() => undefined),
    [],
  );
  assert.equal(
    standoff((row) => (row['span_sha256'] = 'b'.repeat(64))),
    ['2 span/hash span_sha256'],
  );
  assert.equal(
    standoff((row) => (row['context_sha256'] = 'b'.repeat(64))),
    ['2 span/hash context_sha256'],
  );
  assert.equal(
    standoff((row) => (row['speaker_sha256'] = 'b'.repeat(64))),
    ['2 span/hash speaker_sha256'],
  );
  assert.equal(
    standoff((row) => (row['speaker_sha256'] = null)),
    ['2 span/mention-incomplete speaker_start'],
  );
});

test('the places of a stand-off dataset are checked against the noted lengths where no text is at hand', () => {
  const found = (change: (row: Record<string, unknown>) => void): string[] => {
    const { files } = spoiled({ rows: (rows) => change(rows['statement']![0]!) });
    return validate({ files })
      .findings.filter(({ rule }) => rule.startsWith('span/'))
      .map(({ line, rule, field, related }) => `${line} ${rule} ${field} ${related[0]?.file}`);
  };
  assert.equal(
    found(() => undefined),
    [],
  );
  assert.equal(
    found((row) => Object.assign(row, { speaker_start: 0, speaker_end: 9_999 })),
    ['2 span/outside speaker_end documents.csv'],
  );
  assert.equal(
    found((row) => Object.assign(row, { end: 9_999, segments: [{ start: Number(row['start']), end: 9_999 }] })),
    ['2 span/outside end documents.csv'],
  );
});

test('files that are only looked up in are not reported', () => {
  const { files, ...rest } = spoiled({ rows: cell('actor', 0, 'kind', 'ghost') });
  const lookup = files.map((file) => ({ ...file, lookup: file.schema !== 'label' }));
  const found = validate({ ...rest, files: lookup });
  assert.equal(found.findings, []);
  assert.equal(
    found.files.map(({ path }) => path),
    ['labels/b1/ann-1.csv'],
  );
});

test('checks report only rules that they declare', () => {
  const { files, ...rest } = spoiled({
    rows: (rows) => {
      Object.assign(rows['statement']![0]!, {
        stance: 'x',
        segments: '9-2',
        text: 'x',
        speaker_id: 'x',
        date: '2040-02-31',
      });
      Object.assign(rows['label']![0]!, { field: 'x', annotator_id: 'y', codebook_version: '3' });
      rows['actor']!.push(rows['actor']![0]!);
    },
  });
  const declared = new Set(checks.flatMap((check) => check.rules));
  const { findings } = validate({ files, ...rest });
  assert.ok(findings.length > 8);
  assert.equal(
    findings.filter(({ rule }) => !declared.has(rule)).map(({ rule }) => rule),
    [],
  );
});

test('findings come in order of place, with byte offsets', () => {
  const rows = (all: ReturnType<typeof cleanRows>): void => {
    all['actor']![0]!['name'] = '“Vera”';
    all['actor']![0]!['country'] = 'x';
    all['annotator']![0]!['kind'] = 'x';
  };
  const found = findingsOf({ rows });
  assert.equal(
    found.map(({ file }) => file),
    ['actors.csv', 'actors.csv', 'annotators.csv'],
  );
  const line = 'actor_id,kind,name,aliases,country\nvera-linde,person,“Vera”,,';
  assert.is(found[0]!.byte_offset, Buffer.byteLength(line));
});

test.run();
