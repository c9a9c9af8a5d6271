import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import { findingText } from '../../../src/reports/findings/finding-text.js';
import type { PrintedFindings } from '../../../src/reports/findings/format.js';
import { junit } from '../../../src/reports/findings/junit.js';
import { allowedInXml, xmlAttribute, xmlText } from '../../../src/reports/findings/xml.js';
import { hostileFinding, hostileText, printedOf } from './hostile.js';
import { all, junitFaults, parseXml, type XmlElement } from './junit-rules.js';

const test = suite('findings as JUnit');

function report(printed: PrintedFindings): XmlElement {
  const root = parseXml([...junit.print(printed)].join(''));
  assert.equal(junitFaults(root), []);
  return root;
}

const of = (rule: string, line: number, severity: Finding['severity'] = 'error', file = 'a.csv'): Finding =>
  finding(rule, { file, line }, `m${line}`, { severity, value: `v${line}` });

test('a suite is a file, a case is a rule that spoke there, and only errors fail', () => {
  const printed = printedOf([of('table/value', 2), of('table/value', 3), of('csv/blank-row', 4, 'warning')]);
  const root = report({ ...printed, files: [...printed.files, { path: 'z.csv', kind: 'x', rows: 1, sha256: '' }] });
  assert.equal(root.attributes, { name: 'demarche validate', tests: '3', failures: '1', errors: '0', time: '0' });
  assert.equal(
    all(root, 'testsuite').map(({ attributes }) => [attributes['name'], attributes['tests'], attributes['failures']]),
    [
      ['a.csv', '2', '1'],
      ['z.csv', '1', '0'],
    ],
  );
  const cases = all(root, 'testcase');
  assert.equal(
    cases.map(({ attributes, children }) => [attributes['name'], attributes['classname'], children[0]?.name]),
    [
      ['csv/blank-row (warning)', 'a.csv', 'system-out'],
      ['table/value', 'a.csv', 'failure'],
      ['every rule', 'z.csv', undefined],
    ],
  );
  const [failure] = all(root, 'failure');
  assert.equal(failure!.attributes, { type: 'table/value', message: '2 errors, the first: m2' });
  assert.is(failure!.text, 'a.csv:2 error table/value  m2\na.csv:3 error table/value  m3');
});

test('a case has at most twenty findings written out', () => {
  const root = report(printedOf(Array.from({ length: 50 }, (_, i) => of('a/b', i + 1))));
  const lines = all(root, 'failure')[0]!.text.split('\n');
  assert.is(lines.length, 21);
  assert.is(lines[20], '… and 30 more (50 in this file)');
});

test('findings that were only counted fail a case of their own, and no file is said to be clean', () => {
  const found = [of('a/b', 1), of('a/b', 2), of('a/b', 3, 'error', 'z.csv')];
  const printed = printedOf(found, { most: 1 });
  const root = report({ ...printed, files: [...printed.files, { path: 'z.csv', kind: 'x', rows: 1, sha256: '' }] });
  const [, clean, counted] = all(root, 'testcase');
  assert.is(clean!.children[0]!.name, 'skipped');
  assert.is(clean!.attributes['classname'], 'z.csv');
  assert.is(counted!.attributes['classname'], 'findings that were only counted');
  assert.is(counted!.children[0]!.attributes['message'], '2 errors more');
});

test('what XML forbids is made visible, what it would change is referenced', () => {
  assert.is(allowedInXml('a\u0000\ufffe\ud83d😀\t\n\u0085'), 'a\\u0000\\ufffe\\ud83d😀\t\n\u0085');
  assert.is(xmlText('<&]]>\r'), '&lt;&amp;]]&gt;&#13;');
  assert.is(xmlAttribute('a', '"\n\t<'), 'a="&quot;&#10;&#9;&lt;"');
});

test('a text is read back from XML as it was, forbidden characters aside', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<a ${xmlAttribute('b', text)}>${xmlText(text)}</a>`;
      const { attributes, text: inside } = parseXml(xml);
      assert.is(attributes['b'], allowedInXml(text));
      assert.is(inside, allowedInXml(text));
    }),
  );
});

test('whatever the texts, the report is well formed, follows the rules and holds every finding', () => {
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 20 }), (found) => {
      const printed = printedOf(found);
      const root = report(printed);
      const written = [...all(root, 'failure'), ...all(root, 'system-out')].map(({ text }) => text).join('\n');
      for (const one of printed.report.findings) assert.ok(written.includes(findingText(one, { fix: true })));
    }),
  );
});

test('the rules have teeth', () => {
  const good = [...junit.print(printedOf([of('a/b', 1)]))].join('');
  assert.is.not(junitFaults(parseXml(good.replace('tests="1"', 'tests="2"'))).length, 0);
  assert.is.not(junitFaults(parseXml(good.replaceAll('failure', 'failed'))).length, 0);
  assert.throws(() => parseXml(good.replace('</testsuite>', '')));
  assert.throws(() => parseXml(good.replace('m1', '&nbsp;')));
  assert.throws(() => parseXml(good.replace('m1', '\u0001')));
});

test.run();
