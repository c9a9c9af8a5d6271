import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ConversionOutput, outputPart } from '../../src/files/conversion-output.js';
import { loadPrevious } from '../../src/files/previous.js';
import { readJson, readText } from '../../src/files/read.js';
import { writeFileWhole } from '../../src/files/write.js';
import { ReaderError, UsageError } from '../../src/model/errors.js';
import type { Run } from '../../src/model/generated.js';
import { inFolder } from '../support/command.js';
import { convertText } from '../support/extractor.js';

const test = suite('conversion output');
const run = { tool: 'x' } as unknown as Run;

test('what was written can be the earlier conversion of the next', () => {
  inFolder({}, (folder) => {
    const converted = convertText('Teodora Valke rejected the plan, “all of it”.');
    const output = new ConversionOutput(folder);
    output.append(outputPart([converted]));
    output.finish(run, [{ id: 'st_old', withdrawn_in: null, reason: 'gone', replaced_by: null }]);
    const previous = loadPrevious(folder);
    assert.equal(
      previous.statements.get('d')!.map((row) => [row.statement_id, row.segments]),
      converted.statements.map((row) => [row.statement_id, row.segments]),
    );
    assert.equal([...previous.retired], ['st_old']);
    assert.is(readText(join(folder, 'texts', 'd.txt')), converted.text);
  });
});

test('a run that is given up leaves an earlier output as it was', () => {
  inFolder({ 'statements.csv': 'earlier\n' }, (folder) => {
    const output = new ConversionOutput(folder);
    output.append(outputPart([convertText('Valke rejected the plan.')]));
    output.discard();
    assert.is(readFileSync(join(folder, 'statements.csv'), 'utf8'), 'earlier\n');
    assert.equal(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
});

test('a place that is a file can not be written', () => {
  inFolder({ out: 'a file' }, (folder) => {
    assert.throws(
      () => new ConversionOutput(join(folder, 'out')),
      (error: unknown) => error instanceof UsageError,
    );
    assert.throws(
      () => writeFileWhole(join(folder, 'out', 'x.csv'), 'x'),
      (error: unknown) => error instanceof UsageError,
    );
  });
});

test('a folder without statements is no earlier conversion', () => {
  inFolder({}, (folder) => assert.throws(() => loadPrevious(folder), /holds no statements\.csv/));
});

test('a file is written whole or not at all', () => {
  inFolder({ 'a.txt': 'old' }, (folder) => {
    const file = join(folder, 'a.txt');
    function* broken(): Generator<string> {
      yield 'half';
      throw new Error('stop');
    }
    assert.throws(() => writeFileWhole(file, broken()), /stop/);
    assert.is(readFileSync(file, 'utf8'), 'old');
    assert.equal(readdirSync(folder), ['a.txt']);
    writeFileWhole(join(folder, 'new', 'b.txt'), ['one ', new Uint8Array([0x32])]);
    assert.is(readFileSync(join(folder, 'new', 'b.txt'), 'utf8'), 'one 2');
  });
});

test('a file that is not there, not UTF-8 or no JSON is said to be so', () => {
  inFolder({ 'a.json': '{', 'b.json': '\ufeff{"a": 1}' }, (folder) => {
    writeFileSync(join(folder, 'c.txt'), Uint8Array.of(0xe9));
    const rule = (work: () => unknown): string => {
      try {
        work();
        return 'read';
      } catch (error) {
        return error instanceof ReaderError ? error.rule : String(error);
      }
    };
    assert.is(
      rule(() => readText(join(folder, 'none'))),
      'file/unreadable',
    );
    assert.is(
      rule(() => readText(folder)),
      'file/unreadable',
    );
    assert.is(
      rule(() => readText(join(folder, 'c.txt'))),
      'file/encoding',
    );
    assert.is(
      rule(() => readJson(join(folder, 'a.json'))),
      'json/syntax',
    );
    assert.equal(readJson(join(folder, 'b.json')), { a: 1 });
    assert.not.ok(existsSync(join(folder, 'none')));
  });
});

test.run();
