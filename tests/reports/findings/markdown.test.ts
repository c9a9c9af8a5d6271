import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import * as prettier from 'prettier';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { finding } from '../../../src/model/findings.js';
import type { Finding } from '../../../src/model/generated.js';
import { markdown, worstBlock } from '../../../src/reports/findings/markdown.js';
import { markdownCode, markdownTable, markdownText } from '../../../src/reports/findings/markdown-text.js';
import { tallyFindings } from '../../../src/reports/findings/tally.js';
import { visible } from '../../../src/reports/findings/visible.js';
import { worstFindings } from '../../../src/reports/findings/worst-findings.js';
import { hostileFinding, hostileText, printedOf } from './hostile.js';

const test = suite('findings as Markdown');

/** Most characters that GitHub takes in a comment. */
const COMMENT = 65_536;

const printed = (found: readonly Finding[]): string => [...markdown.print(printedOf(found))].join('');

/** A node of the syntax tree of the Markdown parser that comes with prettier (remark). */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

async function parse(text: string): Promise<Node> {
  const debug = (
    prettier as unknown as { __debug: { parse: (text: string, options: object) => Promise<{ ast: Node }> } }
  ).__debug;
  return (await debug.parse(text, { parser: 'markdown' })).ast;
}

function nodes(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => nodes(child, type))];
}

/** The text that a browser shows for a line of HTML. */
function htmlText(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(html);
  return text;
}

test('counts, rules and the worst findings, each told once', () => {
  const of = (line: number, value: string): Finding =>
    finding('table/value', { file: 'a.csv', line, column: 5 }, `"${value}" is no kind`, {
      value,
      suggestion: { value: 'person', safe: true },
    });
  const blank = finding('csv/blank-row', { file: 'a.csv', line: 9 }, 'the row is blank', { severity: 'warning' });
  assert.is(
    printed([of(2, 'persom'), of(3, 'persom'), blank]),
    [
      '### demarche validate: 2 errors, 1 warning',
      '',
      'Checked: 1 file, 2,301 rows.',
      '',
      '| Rule | Severity | Findings |',
      '| --- | --- | ---: |',
      '| <code>table/value</code> | error | 2 |',
      '| <code>csv/blank-row</code> | warning | 1 |',
      '',
      '#### Findings',
      '',
      '| Place | Rule | What is wrong |',
      '| --- | --- | --- |',
      '| <code>a.csv:2:5</code> | error <code>table/value</code> | "persom" is no kind Did you mean <code>person</code>? <b>2 findings say so.</b> |',
      '| <code>a.csv:9</code> | warning <code>csv/blank-row</code> | the row is blank |',
      '',
    ].join('\n'),
  );
});

test('ten of many findings are shown, and the title says of how many', () => {
  const found = Array.from({ length: 40 }, (_, i) => finding('a/b', { file: 'f', line: i + 1 }, `m${i}`));
  const block = worstBlock(printedOf(found).report);
  assert.match(block, /^#### The worst of 40 findings\n/);
  assert.is(block.trimEnd().split('\n').length, 2 + 2 + 10);
  assert.match(worstBlock(printedOf(found).report, { most: 3 }), /m2 \|\n$/);
});

test('a clean dataset has counts only; known findings are told apart', () => {
  assert.is(printed([]), '### demarche validate: 0 errors, 0 warnings\n\nChecked: 1 file, 2,301 rows.\n\n');
  const tally = tallyFindings();
  tally.add(finding('a/b', { file: 'f' }, 'm'), { known: true });
  const text = [...markdown.print({ ...printedOf([]), report: tally.result() })].join('');
  assert.match(text, '### demarche validate: 1 error, 0 warnings (1 known)');
  assert.match(text, '| error | 1 (1 known) |');
});

test('nobody is notified and nothing is linked by what stands in the data', () => {
  const text = markdownText('@someone #12 GH-3 https://a.example www.a.example <b> `x` | [y](z) *z* a_b');
  assert.not.match(text, /@|(?<!&)#|GH-\d|:\/\/|www\.|<b>|`|[|*_[\]]/);
  assert.is(markdownText('@a #1'), '<code>&#64;</code>a <code>&#35;</code>1');
  assert.is(markdownCode('a|b'), '<code>a&#124;b</code>');
});

test('a table of hostile cells has its rows and cells, each with the text that was meant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 5 }), async (rows) => {
      const table = markdownTable(
        ['A', 'B'],
        rows.map(([a, b]) => [markdownText(a), markdownCode(b)]),
      );
      const lines = table.split('\n').slice(2, -1);
      assert.equal(
        lines.map(htmlText),
        rows.map(([a, b]) => `| ${visible(a)} | ${visible(b)} |`),
      );
      const tree = await parse(`before\n\n${table}\nafter\n`);
      const found = nodes(tree, 'tableRow');
      assert.is(found.length, rows.length + 1);
      for (const row of found) assert.is(row.children!.length, 2);
      for (const type of ['link', 'linkReference', 'emphasis', 'strong', 'delete', 'inlineCode', 'image', 'heading'])
        assert.is(nodes(tree, type).length, 0, type);
      for (const { value } of nodes(tree, 'html')) assert.match(value!, /^<\/?code>$/);
    }),
    { numRuns: 60 },
  );
});

test('whatever the texts, the summary fits into a comment and has a row for each of the worst findings', () => {
  const long = fc.array(hostileText, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
  const longFinding = fc
    .tuple(hostileFinding, long)
    .map(([found, text]) => ({ ...found, file: text.slice(0, 4000), message: text.slice(0, 400) }));
  fc.assert(
    fc.property(fc.array(longFinding, { maxLength: 20 }), (found) => {
      const text = printed(found);
      assert.ok(text.length <= COMMENT);
      const { report } = printedOf(found);
      const rows = text.split('\n').filter((line) => line.startsWith('| '));
      const worst = worstFindings(report).length;
      assert.is(rows.length, found.length === 0 ? 0 : 2 + report.rules.length + 2 + worst);
    }),
  );
});

test('the worst case fits into a comment too', () => {
  const found = Array.from({ length: 300 }, (_, i) =>
    finding(`@#@#/${'@'.repeat(300)}${i}`, { file: '@'.repeat(5000), line: i }, '@'.repeat(400), {
      suggestion: { value: '|'.repeat(5000), safe: false },
    }),
  );
  assert.ok(printed(found).length <= COMMENT);
});

test.run();
