import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import { github } from '../../../src/reports/findings/github.js';
import { visible } from '../../../src/reports/findings/visible.js';
import { worstFindings } from '../../../src/reports/findings/worst-findings.js';
import { hostileFinding, printedOf } from './hostile.js';

const test = suite('findings as workflow commands');

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line as GitHub's runner reads it (ActionCommand.TryParseV2); null for one that is no command. */
function parse(line: string): Command | null {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end < 0) return null;
  const info = trimmed.slice(2, end);
  const space = info.indexOf(' ');
  const properties = (space < 0 ? '' : info.slice(space + 1)).split(',').filter(Boolean);
  return {
    name: space < 0 ? info : info.slice(0, space),
    properties: Object.fromEntries(
      properties.map((one) => {
        const sign = one.indexOf('=');
        return [one.slice(0, sign), unescape(one.slice(sign + 1), ['%0D', '%0A', '%3A', '%2C', '%25'])];
      }),
    ),
    data: unescape(trimmed.slice(end + 2), ['%0D', '%0A', '%25']),
  };
}

/** The runner replaces one escape after the other, the percent sign last. */
function unescape(text: string, escapes: readonly string[]): string {
  const meaning: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return escapes.reduce((done, escape) => done.replaceAll(escape, meaning[escape]!), text);
}

const printed = (found: readonly Finding[]): string[] =>
  [...github.print(printedOf(found))].join('').trimEnd().split('\n');

test('an annotation has place and rule, with what would end a property or the line escaped', () => {
  const found = finding('table/type', { file: 'a,b:1.csv', line: 3, column: 4 }, '100 %\nwrong', {
    record_id: 'r',
    suggestion: { value: 'x', safe: true },
  });
  assert.equal(printed([found]), [
    '::error file=a%2Cb%3A1.csv,line=3,col=4,title=table/type::r: 100 %25%0Awrong (did you mean "x"?)',
    '1 file, 2,301 rows: 1 error, 0 warnings',
  ]);
});

test('at most ten, errors before warnings, and what repeats once with its count', () => {
  const of = (line: number, severity: Finding['severity'], value: string): Finding =>
    finding('a/b', { file: 'f', line }, `${value} is wrong`, { severity, value });
  const lines = printed([
    ...Array.from({ length: 30 }, (_, i) => of(i + 1, 'warning', `v${i}`)),
    ...Array.from({ length: 1200 }, (_, i) => of(i + 50, 'error', 'suport')),
    of(40, 'info', 'note'),
  ]);
  assert.is(lines.length, 11);
  assert.is(lines[0], '::error file=f,line=50,title=a/b::suport is wrong [1,200 findings say so]');
  assert.is(lines[1], '::warning file=f,line=1,title=a/b::v0 is wrong');
  assert.is(lines[10], '1 file, 2,301 rows: 1,200 errors, 30 warnings, 1 note; the worst 10 are annotated');
});

test('a finding without a place is annotated without one', () => {
  assert.is(printed([finding('a/b', { file: null }, 'm', { severity: 'info' })])[0], '::notice title=a/b::m');
});

test('the runner reads back what was meant, whatever the texts, and no other command', () => {
  fc.assert(
    fc.property(fc.array(hostileFinding, { maxLength: 15 }), (found) => {
      const worst = worstFindings(printedOf(found).report);
      const lines = printed(found);
      assert.is(lines.length, worst.length + 1);
      assert.is(parse(lines.at(-1)!), null);
      for (const [i, { first }] of worst.entries()) {
        const { name, properties, data } = parse(lines[i]!)!;
        assert.is(name, { error: 'error', warning: 'warning', info: 'notice' }[first.severity]);
        assert.is(properties['title'], first.rule);
        assert.is(properties['file'], first.file === null ? undefined : visible(first.file, '\r\n'));
        assert.is(properties['line'], first.line === null ? undefined : String(first.line));
        assert.ok(data.includes(visible(first.message, '\r\n')));
      }
    }),
  );
});

test.run();
