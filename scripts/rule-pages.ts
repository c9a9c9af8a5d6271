/**
 * The pages of docs/rules: reads them, makes docs/rules.md of them, and puts into each the finding as the program prints
 * it today. `npx tsx scripts/rule-pages.ts` after a change of a message; with --check nothing is written.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingText } from '../src/reports/findings/finding-text.js';
import { commandFixtures, printedBy } from '../tests/support/command-fixtures.js';
import { expectedOf, findingsOfFixture, fixtureRules } from '../tests/support/rule-fixtures.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A rule's page: its text, and what its head says in a form that a program can read. */
export interface RulePage {
  readonly rule: string;
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly severity: string;
  readonly foundBy: string;
  readonly fix: string;
  readonly inShort: string;
  readonly toDo: string;
  /** The example as printed; null where the page has none. */
  readonly example: string | null;
  /** Rules that the page links to. */
  readonly related: readonly string[];
}

const HEAD = /^# (.+)\n\n- severity: (.+)\n- found by: (.+)\n- fix: (.+)\n- in short: (.+)\n- to do: (.+)\n\n/;
const EXAMPLE = /(\n## Example\n\n```text\n)([\s\S]*?)(```\n)/;

/** Groups of rules in the order in which a file is read: bytes, form, values, meaning, then what other commands find. */
const GROUPS =
  'file csv json table codebook span document reference tombstone membership date label split lexicon dataset metadata text release hydrate score';

/** Every page of docs/rules, by group and name. Throws for a page whose head can't be read. */
export function readRulePages(): RulePage[] {
  const order = GROUPS.split(' ');
  const place = ({ rule }: RulePage): number => order.indexOf(rule.slice(0, rule.indexOf('/')));
  return readdirSync(join(root, 'docs', 'rules'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readPage(join('docs', 'rules', file).replaceAll('\\', '/')))
    .sort((a, b) => place(a) - place(b) || (a.rule < b.rule ? -1 : 1));
}

function readPage(path: string): RulePage {
  const text = readFileSync(join(root, path), 'utf8');
  const head = HEAD.exec(text);
  if (!head) throw new Error(`${path} does not begin with its rule, severity, found by, fix, in short and to do`);
  const [, rule, severity, foundBy, fix, inShort, toDo] = head as unknown as readonly string[];
  if (path !== `docs/rules/${rule}.md`) throw new Error(`${path} is the page of ${rule}`);
  const links = [...text.matchAll(/\]\(([^)]+)\.md\)/g)].map(([, to]) => join(dirname(path), to!));
  return {
    rule: rule!,
    path,
    text,
    severity: severity!,
    foundBy: foundBy!,
    fix: fix!,
    inShort: inShort!,
    toDo: toDo!,
    example: EXAMPLE.exec(text)?.[2] ?? null,
    related: links.map((to) => relative(join('docs', 'rules'), to).replaceAll('\\', '/')),
  };
}

/** docs/rules.md: a line for each page. */
export function rulesIndex(pages: readonly RulePage[]): string {
  const rows = pages.map(({ rule, severity, foundBy, inShort, toDo }) =>
    [`[\`${rule}\`](rules/${rule}.md)`, severity, foundBy, inShort, toDo].join(' | '),
  );
  return `<!-- Generated from docs/rules/ by scripts/generate.ts: edit the pages, then run \`npm run generate\`. -->

# Rules

Every finding names its rule. An error makes the exit code 1; a warning or a piece of information does not. Findings
come with file, line and column; \`validate --format json\` also gives the byte offset, the record and a fingerprint. The
page of a rule says why it matters and shows a finding. Where a page speaks of five readers that were tried, it means
csv-parse 7.0.3, papaparse 5.7.1, udsv 0.7.3, arquero 8.0.3 and DuckDB 1.5.6.

| rule | severity | found by | what it means | what to do |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join('')}`;
}

/** A page with another example; a page that has none stays as it is. */
export function withExample(text: string, example: string): string {
  return text.replace(EXAMPLE, (_, before: string, __, after: string) => `${before}${example}${after}`);
}

/** The first finding of a rule that its failing fixture gives, as printed. */
export function printedByValidate(rule: string): string {
  const found = findingsOfFixture(rule, 'fail').find((one) => one.rule === rule);
  if (!found)
    throw new Error(`${rule} is not found in its failing fixture, which expects ${JSON.stringify(expectedOf(rule))}`);
  return `${findingText(found, { fix: true })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  const examples = new Map(fixtureRules().map((rule) => [rule, printedByValidate(rule)]));
  for (const fixture of commandFixtures())
    for (const [rule, printed] of printedBy(fixture)) examples.set(rule, printed);
  const check = process.argv.includes('--check');
  let stale = 0;
  for (const { rule, path, text } of readRulePages()) {
    const example = examples.get(rule);
    const now = example === undefined ? text : withExample(text, example);
    if (now === text) continue;
    stale++;
    if (check) console.error(`${path} shows another finding than is printed: run npx tsx scripts/rule-pages.ts`);
    else writeFileSync(path, now);
  }
  if (!check) writeFileSync(join('docs', 'rules.md'), rulesIndex(readRulePages()));
  process.exitCode = check && stale ? 1 : 0;
}
