import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as assert from 'uvu/assert';
import type { SourceFile, ValidationInput } from '../../src/checks/validation-input.js';
import { validate } from '../../src/flows/validate.js';
import type { SchemaName } from '../../src/model/generated.js';
import { formatJsonLines } from '../../src/tables/json-lines.js';
import { cleanRows, fileOf, spoiled, TEXT } from '../checks/dataset.js';
import { encode } from './csv-properties.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A change of a file's bytes. */
type Change = (bytes: Uint8Array) => Uint8Array;

const join2 = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const spliced = (bytes: Uint8Array, at: number, drop: number, put: Uint8Array): Uint8Array =>
  join2(bytes.subarray(0, at), put, bytes.subarray(at + drop));

const some = fc
  .constantFrom(
    ...[
      '"',
      '""',
      ',',
      '\n',
      '\r',
      '\r\n',
      '\ufeff',
      '\0',
      'é',
      'e\u0301',
      '😀',
      '\u200b',
      '{',
      '}',
      '[',
      ']',
      ':',
      '\\',
      '\\u0000',
      '"x":',
      'null',
      '-',
      '=',
      '1e999',
      '__proto__',
      ' ',
    ],
    ...['[['.repeat(300), 'GÃ¼', '-1', '99999999999999999999', 'constructor', ';', '\t'],
  )
  .map(encode);
const foreign = fc
  .constantFrom(
    [0xff],
    [0xc3],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x9f],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0, 0, 0, 0],
  )
  .map((bytes) => Uint8Array.from(bytes));

/** Bytes put in, dropped, replaced; lines dropped, doubled, swapped; the end cut off. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.oneof(some, foreign)).map(
    ([at, drop, put]): Change =>
      (bytes) =>
        spliced(bytes, at % (bytes.length + 1), drop, put),
  ),
  fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'first')).map(([at, how]): Change => (bytes) => {
    const lines = Buffer.from(bytes)
      .toString('latin1')
      .split(/(?<=\n)/);
    const line = lines.splice(at % lines.length, 1)[0] ?? '';
    if (how === 'double') lines.push(line, line);
    if (how === 'first') lines.unshift(line);
    return Uint8Array.from(Buffer.from(lines.join(''), 'latin1'));
  }),
  fc.nat().map(
    (at): Change =>
      (bytes) =>
        bytes.slice(0, at % (bytes.length + 1)),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(
    ([at, byte]): Change =>
      (bytes) =>
        bytes.map((one, i) => (i === at % bytes.length ? byte : one)),
  ),
);

const project = {
  path: 'demarche.json',
  schema: 'project',
  bytes: encode('{"name":"t","version":"0.1.0","title":"t","seed":1}'),
} as const;

function base(): ValidationInput {
  const rows = cleanRows();
  const copy = encode(formatJsonLines(rows['statement']!));
  const statements: SourceFile = {
    path: fileOf('statement').replace(/csv$/, 'jsonl'),
    schema: 'statement',
    bytes: copy,
  };
  return spoiled({ more: [project, statements] });
}

/** Files of the clean dataset, harmed: by its number (the last is the document's text), how. */
const harmed = fc.array(fc.record({ file: fc.nat(), changes: fc.array(change, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 3,
});

/** Whatever is done to the files: findings that can be found, and the same ones again. */
export const anyHarm = fc.property(harmed, (harms) => {
  const clean = base();
  const files = clean.files.map((file) => ({ ...file, bytes: file.bytes as Uint8Array }));
  let text = encode(TEXT);
  for (const { file, changes } of harms) {
    const at = file % (files.length + 1);
    for (const how of changes) {
      if (at === files.length) text = how(text);
      else files[at] = { ...files[at]!, bytes: how(files[at]!.bytes) };
    }
  }
  const input: ValidationInput = {
    ...clean,
    files,
    text: (id) => (id === 'doc-1' ? { path: 'texts/doc-1.txt', bytes: text } : null),
  };
  assertFindable(
    input,
    new Map([...files.map(({ path, bytes }) => [path, bytes] as const), ['texts/doc-1.txt', text]]),
  );
});

function assertFindable(input: ValidationInput, contents: ReadonlyMap<string, Uint8Array>): void {
  const { findings } = validate(input);
  for (const found of findings) {
    const { file, line, column, byte_offset, rule } = found;
    const said = JSON.stringify(found);
    assert.ok(file !== null, `no file: ${said}`);
    const bytes = contents.get(file);
    assert.ok(bytes !== undefined, `no such file: ${said}`);
    assert.ok(existsSync(join(root, 'docs', 'rules', `${rule}.md`)), `no page: ${said}`);
    // A line of JSON ends at its line feed; elsewhere a carriage return ends one too.
    const lines = new TextDecoder().decode(bytes).split(file.endsWith('.jsonl') ? /\r?\n/ : /\r\n|\r|\n/);
    if (line !== null) assert.ok(line >= 1 && line <= lines.length, `no such line: ${said}`);
    if (line !== null && column !== null)
      assert.ok(column >= 1 && column <= lines[line - 1]!.length + 1, `no such column: ${said}`);
    if (byte_offset !== null) assert.ok(byte_offset >= 0 && byte_offset <= bytes.length, `no such byte: ${said}`);
  }
  assert.equal(validate(input).findings, findings);
}

/** The fixtures of rules: small folders with a clean file of each kind. */
const fixture = join(root, 'tests', 'fixtures', 'rules', 'base');
const schemas = new Map<string, SchemaName>(
  (
    ['document', 'statement', 'actor', 'membership', 'target', 'country', 'annotator', 'batch', 'tombstone'] as const
  ).map((schema) => [fileOf(schema), schema]),
);

function fixtureFiles(): SourceFile[] {
  const names = readdirSync(fixture, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names.sort().flatMap((path): SourceFile[] => {
    const known =
      schemas.get(path) ??
      (path.startsWith('labels/') && path.endsWith('.csv')
        ? 'label'
        : path === 'codebook.json'
          ? 'codebook'
          : path === 'demarche.json'
            ? 'project'
            : null);
    return known ? [{ path, schema: known, bytes: new Uint8Array(readFileSync(join(fixture, path))) }] : [];
  });
}

/** The same for the files of the rules' fixtures. */
export const anyHarmToFixtures = fc.property(harmed, (harms) => {
  const files = fixtureFiles().map((file) => ({ ...file, bytes: file.bytes as Uint8Array }));
  for (const { file, changes } of harms) {
    const at = file % files.length;
    for (const how of changes) files[at] = { ...files[at]!, bytes: how(files[at]!.bytes) };
  }
  assertFindable({ files }, new Map(files.map(({ path, bytes }) => [path, bytes])));
});
