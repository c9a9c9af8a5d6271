import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../src/files/tables.js';
import { readDocumentText } from '../src/files/text-files.js';
import { hydrate } from '../src/flows/hydrate.js';
import { createRandom } from '../src/measures/random.js';
import type {
  Document,
  StandoffDocument,
  StandoffStatement,
  StandoffTurn,
  Statement,
  Turn,
} from '../src/model/generated.js';
import { sha256 } from '../src/model/hash.js';
import { tableOf } from '../src/model/tables.js';
import type { StatementRow } from '../src/releases/dataset.js';
import { mentionHashes, placeHashes } from '../src/releases/statement-hashes.js';
import { wrapLines } from '../src/text/rewrap.js';
import {
  furniture,
  inTurn,
  lineGone,
  linesGone,
  notices,
  otherForm,
  partMoved,
  rewrapped,
  straightMarks,
  webPage,
  wordsChanged,
  type Change,
} from './hydration/changes.js';

/*
 * What hydrate --relocate finds in copies that were changed on purpose, where the true place of every span is known, and
 * how long it takes:
 *   npx tsx bench/hydration.ts [dataset or convert output with texts, default data/sample] [--write]
 * --write puts the table into docs/hydrate.md.
 */

interface Case {
  readonly name: string;
  readonly change: Change;
  /** Width at which the lines of the annotated text are broken first; 0 = as they are. */
  readonly width?: number;
}

const cases: readonly Case[] = [
  { name: 'nothing', change: (text) => ({ text, now: (start) => start }) },
  { name: 'blanks at the ends of lines, no last line feed', change: otherForm },
  { name: 'straight quotation marks for typographic ones', change: straightMarks },
  { name: 'lines broken at 60 characters', change: rewrapped(60) },
  { name: 'page furniture before and behind', change: furniture },
  { name: 'a notice after every fourth line', change: notices },
  { name: 'a web page with furniture', change: webPage },
  { name: 'the same, and the annotated text had lines of 72', change: webPage, width: 72 },
  { name: 'one line taken out', change: lineGone },
  { name: 'three in ten lines taken out', change: linesGone(0.3) },
  { name: 'the last third put first', change: partMoved },
  { name: 'a word changed in 5 % of sentences', change: wordsChanged(0.05) },
  { name: 'a word changed in 20 % of sentences', change: wordsChanged(0.2) },
  { name: 'a word changed in 50 % of sentences', change: wordsChanged(0.5) },
  {
    name: 'a web page, straight marks, a notice after every fourth line, a word in 5 %',
    change: inTurn(wordsChanged(0.05), notices, straightMarks, webPage),
  },
];

const args = process.argv.slice(2);
const isWriting = args.includes('--write');
const root = args.find((arg) => !arg.startsWith('--')) ?? join('data', 'sample');

const rowsOf = <T>(schema: 'document' | 'statement' | 'turn'): T[] =>
  readTable<T>(join(root, tableOf(schema).file), tableOf(schema)).rows.map(({ row }) => row);
const documents = rowsOf<Document>('document');
const statements = rowsOf<Statement>('statement');
const turns = rowsOf<Turn>('turn');
const isPlain = (text: string | null): text is string => text !== null && !/[\ud800-\udfff]/.test(text);
const used = documents.filter(({ document_id }) => isPlain(readDocumentText(root, document_id)));

interface Tally {
  verified: number;
  statements: number;
  /** Whose words the copy still has. */
  there: number;
  found: number;
  wrong: number;
  mentions: number;
  wrongMentions: number;
  characters: number;
  slowest: number;
  seconds: number;
}

function measure({ change, width = 0 }: Case): Tally {
  const random = createRandom(1);
  const tally: Tally = {
    verified: 0,
    statements: 0,
    there: 0,
    found: 0,
    wrong: 0,
    mentions: 0,
    wrongMentions: 0,
    characters: 0,
    slowest: 0,
    seconds: 0,
  };
  for (const document of used) {
    const original = readDocumentText(root, document.document_id)!;
    const text = width ? wrapLines(original, width) : original;
    const annotated = annotatedAs(document, text);
    const changed = change(original, random);
    const copy = { file: 'copy', text: changed.text, reader: null, normalised: [], findings: [] };
    const copies = { where: 'copies', byId: () => copy, byText: () => null, byUrl: () => null };
    const start = performance.now();
    const [done] = hydrate([annotated], copies, { relocate: true });
    const seconds = (performance.now() - start) / 1000;
    tally.seconds += seconds;
    tally.slowest = Math.max(tally.slowest, seconds);
    tally.characters += text.length;
    if (done!.state === 'verified') tally.verified++;
    // The copy may have been taken with other blanks: then places are told by the characters before them.
    const [isAt, isCopyAt] = [placesOf(done!.text), placesOf(changed.text)];
    const isRight = (place: number, start: number, end: number): boolean => {
      const there = changed.now(start, end);
      return there !== null && isAt(place) === isCopyAt(there);
    };
    tally.statements += annotated.statements.length;
    tally.there += annotated.statements.filter(({ segments }) =>
      segments.every(({ start: from, end }) => changed.now(from, end) !== null),
    ).length;
    for (const { from, row } of done!.statements) {
      tally.found++;
      if (row.segments.some((one, i) => !isRight(one.start, from.segments[i]!.start, from.segments[i]!.end)))
        tally.wrong++;
      for (const mention of ['cue', 'speaker', 'target'] as const) {
        const [was, until, is] = [from[`${mention}_start`], from[`${mention}_end`], row[`${mention}_start`]];
        if (was === null || until === null || is === null) continue;
        tally.mentions++;
        if (!isRight(is, was, until)) tally.wrongMentions++;
      }
    }
  }
  return tally;
}

/** Says how many characters that are no blanks stand before a place. */
function placesOf(text: string): (place: number) => number {
  const before = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) before[at + 1] = before[at]! + (/\s/.test(text[at]!) ? 0 : 1);
  return (place) => before[place]!;
}

/** A document's stand-off rows for a text of the same length. */
function annotatedAs(document: Document, text: string) {
  const { document_id } = document;
  const own = { ...document, text_sha256: sha256(text), length: text.length };
  const words = (start: number | null, end: number | null): string | null =>
    start === null || end === null ? null : text.slice(start, end);
  const rows = statements
    .filter((row) => row.document_id === document_id)
    .map((row) => ({
      ...row,
      text: row.segments.map(({ start, end }) => text.slice(start, end)).join(' '),
      cue: words(row.cue_start, row.cue_end),
      speaker_text: words(row.speaker_start, row.speaker_end),
      target_text: words(row.target_start, row.target_end),
    })) as unknown as StatementRow[];
  const said = turns
    .filter((row) => row.document_id === document_id)
    .map((row) => ({ ...row, speaker_text: words(row.speaker_start, row.speaker_end) }));
  const hashes = placeHashes(() => text);
  return {
    document: own as StandoffDocument,
    statements: rows.map((row) => mentionHashes(hashes.statement(row))) as unknown as StandoffStatement[],
    turns: said.map((row) => hashes.turn(row)) as unknown as StandoffTurn[],
  };
}

const share = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
const table: string[] = [
  '| what was changed in the copies | documents verified | statements whose words are still there | of these found | share | at a wrong place | mentions found / wrong | seconds: all, slowest |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];
let wrong = 0;
let length = 0;
for (const one of cases) {
  const tally = measure(one);
  const { verified, there, found, mentions, wrongMentions, seconds, slowest } = tally;
  wrong += tally.wrong + wrongMentions;
  length = tally.characters;
  table.push(
    `| ${one.name} | ${verified} of ${used.length} | ${there} of ${tally.statements} | ${found} | ${share(found, there)} | ${tally.wrong} | ${mentions} / ${wrongMentions} | ${seconds.toFixed(1)}, ${slowest.toFixed(1)} |`,
  );
}
const size = `${used.length} documents of together ${length} characters, ${statements.length} statements`;
process.stdout.write(`${root}: ${size}\n\n${table.join('\n')}\n`);
if (isWriting) {
  const page = join('docs', 'hydrate.md');
  const block = `<!-- measured: npx tsx bench/hydration.ts --write -->\n\n${size}.\n\n${table.join('\n')}\n\n<!-- end -->`;
  const old = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    old.replace(/<!-- measured[\s\S]*?<!-- end -->/, () => block),
  );
  spawnSync('npx', ['prettier', '--write', page]);
}
process.exitCode = wrong ? 1 : 0;
