import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import type { PrintedFindings } from '../../../src/reports/findings/format.js';
import { sarif } from '../../../src/reports/findings/sarif.js';
import { pathUri, sarifText, shortSarifText } from '../../../src/reports/findings/sarif-text.js';
import { visible } from '../../../src/reports/findings/visible.js';
import { hostileFinding, hostileText, printedOf } from './hostile.js';
import { sarifFaults } from './sarif-schema.js';

const test = suite('findings as SARIF');

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly unknown[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly unknown[];
}

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly (Readonly<Record<string, unknown>> & { id: string })[] };
  };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { message: { text: string } }[];
    },
  ];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly results: readonly Result[];
}

/** The one run of what is printed; fails where it breaks the schema or a limit of GitHub's. */
function runOf(printed: PrintedFindings): Run {
  const log = JSON.parse([...sarif.print(printed)].join('')) as { runs: [Run] };
  assert.equal(sarifFaults(log), []);
  const [run] = log.runs;
  const { rules } = run.tool.driver;
  assert.ok(run.results.length <= 5000);
  assert.ok(rules.length <= 25_000);
  for (const { fullDescription, shortDescription, properties } of rules as unknown as Record<string, never>[]) {
    assert.ok((fullDescription!['text'] as string).length <= 1024);
    assert.ok((shortDescription!['text'] as string).length <= 1024);
    assert.ok((properties!['tags'] as string[]).length <= 10);
  }
  for (const result of run.results) {
    assert.is(rules[result.ruleIndex]!.id, result.ruleId);
    assert.is(result.locations.length, 1);
    assert.ok((result.relatedLocations ?? []).length <= 100);
  }
  return run;
}

const persom = finding('table/value', { file: 'my data/a.csv', line: 2, column: 5, byte_offset: 38 }, 'no {kind}', {
  record_id: 'ana',
  field: 'kind',
  value: 'persom',
  suggestion: { value: 'person', safe: true },
  related: [{ file: 'b.csv', line: 7, column: null }],
});

test('a result has rule, level, message, place, fingerprints and what the finding says besides', () => {
  const [result] = runOf(printedOf([persom])).results;
  assert.equal(result, {
    ruleId: 'table/value',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'ana: no {{kind}} (did you mean "person"?)' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20data/a.csv', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 5 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: { artifactLocation: { uri: 'b.csv', uriBaseId: '%SRCROOT%' }, region: { startLine: 7 } },
      },
    ],
    partialFingerprints: {
      'demarcheFinding/v1': persom.fingerprint,
      primaryLocationLineHash: `${persom.fingerprint}:1`,
    },
    properties: {
      record_id: 'ana',
      field: 'kind',
      value: 'persom',
      allowed: [],
      suggestion: { value: 'person', safe: true },
      byte_offset: 38,
    },
  });
});

test('a rule has a page, a level and what is known about it', () => {
  const about = (rule: string): string => `What ${rule} is about. More {of} it.`;
  const [rule] = runOf({ ...printedOf([persom]), about }).tool.driver.rules;
  assert.is(rule!['name'], 'TableValue');
  assert.is(rule!['helpUri'], 'https://demarche.dev/docs/rules/table/value.md');
  assert.equal(rule!['shortDescription'], { text: 'What table/value is about.' });
  assert.equal(rule!['fullDescription'], { text: 'What table/value is about. More {{of}} it.' });
  assert.equal(rule!['defaultConfiguration'], { level: 'error' });
  assert.equal(rule!['properties'], { tags: ['dataset', 'table'], 'problem.severity': 'error' });
});

test('a safe suggestion is a fix where the file has the value as a whole cell, bare or quoted', () => {
  const fixesWith = (source: string | null, found: Finding = persom): unknown => {
    const fixes = runOf({ ...printedOf([found]), sourceAt: () => source }).results[0]!.fixes as
      { artifactChanges: { replacements: unknown[] }[] }[] | undefined;
    return fixes?.[0]!.artifactChanges[0]!.replacements[0];
  };
  const replaced = (endColumn: number, text: string): unknown => ({
    deletedRegion: { startLine: 2, startColumn: 5, endLine: 2, endColumn },
    insertedContent: { text },
  });
  assert.equal(fixesWith('persom,Ana'), replaced(11, 'person'));
  assert.equal(fixesWith('persom'), replaced(11, 'person'));
  assert.equal(fixesWith('persom\r\n'), replaced(11, 'person'));
  assert.equal(fixesWith('"persom",'), replaced(13, '"person"'));
  for (const source of [null, 'persomx', 'other,', '"persom"x', '"persom', ' persom,'])
    assert.is(fixesWith(source), undefined);
  assert.is(fixesWith('persom,', { ...persom, suggestion: { value: 'person', safe: false } }), undefined);
  assert.is(fixesWith('persom,', { ...persom, suggestion: { value: 'per,son', safe: true } }), undefined);
  assert.is(fixesWith('persom,', { ...persom, file: 'a.jsonl' }), undefined);
  assert.is(runOf(printedOf([persom])).results[0]!.fixes, undefined);
});

test('equal fingerprints are numbered, so that each stays an alert of its own', () => {
  const hashes = runOf(printedOf([persom, { ...persom, line: 9 }])).results.map(
    ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'],
  );
  assert.equal(hashes, [`${persom.fingerprint}:1`, `${persom.fingerprint}:2`]);
});

test('of more than 5,000 findings the worst are listed, and a notification says how many are not', () => {
  const of = (line: number, severity: Finding['severity']): Finding =>
    finding('a/b', { file: 'f.csv', line }, 'm', { severity, value: `v${line}` });
  const found = [
    ...Array.from({ length: 4990 }, (_, i) => of(i + 1, 'warning')),
    ...Array.from({ length: 100 }, (_, i) => of(i + 5000, 'error')),
  ];
  const { results, invocations, properties } = runOf(printedOf(found, { most: Infinity }));
  assert.is(results.length, 5000);
  assert.is(results.filter(({ level }) => level === 'error').length, 100);
  assert.is(results.at(-1)!.level, 'error');
  assert.match(invocations[0].toolExecutionNotifications[1]!.message.text, /^90 findings not listed here/);
  assert.equal(properties['counts'], { error: 100, warning: 4990, info: 0 });
});

test('a run without findings was successful and has empty results', () => {
  const { results, invocations } = runOf(printedOf([]));
  assert.equal(results, []);
  assert.is(invocations[0].executionSuccessful, true);
  assert.is(invocations[0].toolExecutionNotifications.length, 1);
});

test('paths become URI references', () => {
  assert.is(pathUri('data/é 1#?.csv'), 'data/%C3%A9%201%23%3F.csv');
  assert.is(pathUri('a:b/c'), 'a%3Ab/c');
  assert.is(pathUri('../up.csv'), '../up.csv');
  assert.is(pathUri('/tmp/x y'), 'file:///tmp/x%20y');
  assert.is(pathUri('C:\\data\\x.csv'), 'file:///C:/data/x.csv');
});

test('braces are doubled and links of a message are broken; a short text is cut before it is escaped', () => {
  assert.is(sarifText('{0} [here](http://a.example) [1]'), '{{0}} [here] (http://a.example) [1]');
  const short = shortSarifText('{'.repeat(2000), 1024);
  assert.ok(short.length <= 1024);
  assert.match(short, /^(\{\{)+…$/);
});

test('whatever the texts, the log is valid and the message is read back', () => {
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 15 }), hostileText, (found, source) => {
      const printed = { ...printedOf(found), sourceAt: () => source, about: () => source };
      const { results } = runOf(printed);
      assert.is(results.length, found.length);
      for (const [i, { message }] of results.entries()) {
        const read = message.text.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](');
        assert.ok(read.includes(visible(printed.report.findings[i]!.message, '\n').replaceAll('] (', '](')));
        assert.not.ok(message.text.includes(']('));
        assert.not.match(message.text.replaceAll('{{', '').replaceAll('}}', ''), /[{}]/);
      }
    }),
  );
});

test('the schema has teeth', () => {
  const log = JSON.parse([...sarif.print(printedOf([persom]))].join('')) as { runs: Record<string, unknown>[] };
  assert.equal(sarifFaults(log), []);
  assert.is.not(sarifFaults({ ...log, version: '2.0.0' }).length, 0);
  assert.is.not(sarifFaults({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] }).length, 0);
  assert.is.not(sarifFaults({ ...log, runs: [{ ...log.runs[0], odd: 1 }] }).length, 0);
  assert.is.not(sarifFaults({ ...log, runs: [{ results: [] }] }).length, 0);
});

test.run();
