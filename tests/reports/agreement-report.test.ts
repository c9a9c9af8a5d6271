import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreeAgainst } from '../../src/flows/agree-against.js';
import { agreeAlternative } from '../../src/flows/agree-alternative.js';
import { agreeBy, valueOfUnit } from '../../src/flows/agree-by.js';
import { agree } from '../../src/flows/agree.js';
import { agreementMarkdown } from '../../src/reports/agreement-markdown.js';
import { methodsParagraph } from '../../src/reports/agreement-methods.js';
import { workLine } from '../../src/reports/agreement-sections.js';
import { agreementText } from '../../src/reports/agreement-text.js';
import { coloured } from '../../src/reports/paint.js';
import { rowsOf } from '../flows/agree-rows.js';

const test = suite('agreement report');
const LINES = Array.from({ length: 40 }, (_, u) =>
  ['a', 'b', 'c'].map((annotator, a) => `u${u},${annotator},${(u * (a + 2)) % 5 < 3 ? 'x' : 'y'}`),
).flat();

function fullReport() {
  const rows = rowsOf(LINES);
  const options = { bootstrap: 50, files: [{ path: 'labels.csv', sha256: 'abcdef0123456789', rows: 120 }] };
  const report = agree(rows, options);
  const added = rows.filter(({ annotator }) => annotator === 'c');
  const rest = rows.filter(({ annotator }) => annotator !== 'c');
  return {
    ...report,
    by: agreeBy(
      rows,
      'document_id',
      valueOfUnit((unit) => (unit < 'u2' ? 'd1' : 'd2')),
      options,
    ),
    against: agreeAgainst(rest, added, report, { file: 'c.csv', options }),
    alternative: agreeAlternative(rows, 'c', {}, options),
  };
}

test('text has a section for everything that was asked for, and none for what was not', () => {
  const text = agreementText(fullReport());
  for (const title of ['by document_id', 'effect of c.csv', 'alternative annotator test of c', 'disagreements: ']) {
    assert.ok(text.includes(`\n${title}`), title);
  }
  const bare = agreementText(agree(rowsOf(LINES), { bootstrap: 0 }));
  for (const title of ['by ', 'effect of', 'alternative', 'methods', 'people and models']) {
    assert.not.ok(bare.includes(`\n${title}`), title);
  }
});

test('colour marks whole lines: without it the text is the same', () => {
  const report = fullReport();
  const painted = agreementText(report, { paint: coloured, methods: 'Words.' });
  assert.ok(painted.includes('\u001b['));
  assert.is(painted.replace(/\u001b\[\d+m/g, ''), agreementText(report, { methods: 'Words.' }));
  assert.not.ok(agreementText(report).includes('\u001b'));
});

test('Markdown has the same sections and ends with the methods paragraph', () => {
  const report = fullReport();
  const markdown = agreementMarkdown(report, { methods: methodsParagraph(report, 'demarche 9.9.9') });
  for (const title of ['#### By document_id', '#### Effect of c.csv', '#### Disagreements: ', '#### Methods']) {
    assert.ok(markdown.includes(title), title);
  }
  assert.match(markdown, /Computed with demarche 9\.9\.9 from 1 label file \(SHA-256 abcdef012345\)\.\n$/);
});

test('the methods paragraph names coefficient, interval, replicates, seed, convention and fixed annotators', () => {
  const paragraph = methodsParagraph(fullReport());
  assert.match(
    paragraph,
    /^The units were labelled by 3 annotators\. Of 40 units, 40 \(100 %\) had two or more labels/,
  );
  assert.match(
    paragraph,
    /Krippendorff's alpha \(nominal\) is -?0\.\d{3}, 95 % interval .* \(bootstrap percentile by unit, 50 replicates, seed 1; annotators taken as fixed\), on 40 units \(convention: Krippendorff/,
  );
  assert.match(paragraph, /Other coefficients: Percent agreement 0\.\d{3} \[/);
  assert.not.ok(paragraph.includes('\n'));
});

test('the methods paragraph of labels without a figure says why', () => {
  const paragraph = methodsParagraph(agree(rowsOf(['u1,a,x', 'u2,b,x']), { bootstrap: 0 }));
  assert.match(paragraph, "Krippendorff's alpha (nominal) is not defined: no unit has two labels.");
});

test('a unit of the work list is one line, its text cut at a letter', () => {
  const place = {
    document_id: 'd1',
    start: 2,
    end: 5,
    text: `two\nlines ${'é'.repeat(100)}`,
    speaker: null,
    target: null,
  };
  const line = workLine({ unit_id: 'u1', share: 1, confused: ['x', 'y'], labels: { a: 'x', b: 'y' }, place }, 12);
  assert.is(line, 'u1 d1 2-5: a x, b y  “two lines éé…”');
});

test.run();
