/**
 * Measures extraction on every corpus at hand and prints one table: measure, goals, figure, 95 % interval (documents
 * resampled with replacement). The corpora are no part of the repository.
 *
 *     npx tsx scripts/measure-extraction.ts [--corpora DIR] [--tools DIR] [--train] [--documents N] [--only NAME]
 *         [--replicates 1000] [--seed 1] [--json FILE]
 *     npx tsx scripts/measure-extraction.ts --errors STAGE [--sample 10] [--only NAME]   errors to read, on the screen only
 *
 * NAME is part of a corpus' name: polnear-dev, polnear-train, polnear-dev-stance, unscon-dev, wh-dev, seeds, cues. The
 * totals are compared with the shared scorer's on the same rows; a difference is a warning.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeExtractor } from '../src/extract/extractor.js';
import { loadLexicons } from '../src/files/lexicons.js';
import { listedActors } from '../src/flows/listed-names.js';
import { convertDocument } from '../src/flows/convert-document.js';
import { measureFigures } from '../src/measures/extraction/figures.js';
import type { Source } from '../src/readers/source.js';
import {
  corpusFile,
  folderSources,
  readLines,
  sample,
  sourceOf,
  type GoldDocument,
  type StanceLine,
} from './extraction/corpora.js';
import { countCues, cueFigures, cueWords } from './extraction/cue-coverage.js';
import {
  attributionErrors,
  criticismErrors,
  STAGES,
  stanceErrors,
  type ErrorSeen,
  type Stage,
} from './extraction/errors.js';
import { countListed, listedFigures, type ListedStatement } from './extraction/listed-statements.js';
import {
  conflictMeasure,
  quotesMeasure,
  stanceMeasure,
  turnsMeasure,
  type ConvertedRows,
  type Measure,
} from './extraction/measures.js';
import { measuredTable, type Measured } from './extraction/print.js';
import { compareWithShared } from './extraction/shared-scorer.js';
import { countResolved, resolvedFigures } from './extraction/speakers.js';

const OPTIONS = {
  corpora: { type: 'string', default: '../shared/corpora' },
  tools: { type: 'string', default: '../shared/tools' },
  train: { type: 'boolean', default: false },
  documents: { type: 'string' },
  only: { type: 'string' },
  replicates: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  json: { type: 'string' },
  errors: { type: 'string' },
  sample: { type: 'string', default: '10' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const USAGE = `Measures extraction on every corpus at hand and prints one table.

  npx tsx scripts/measure-extraction.ts [--corpora DIR] [--tools DIR] [--train] [--documents N] [--only NAME]
      [--replicates 1000] [--seed 1] [--json FILE]
  npx tsx scripts/measure-extraction.ts --errors STAGE [--sample 10] [--only NAME]

NAME is part of a corpus' name: polnear-dev, polnear-train, polnear-dev-stance, unscon-dev, wh-dev, seeds, cues.
STAGE is one of ${STAGES.join(', ')}.
`;

function stop(reason: string): never {
  process.stderr.write(`measure-extraction: ${reason}\n`);
  process.exit(2);
}

const asked = readOptions();
if (asked.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

/** The options as given; a wrong one ends the program with a sentence. */
function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return stop(`${(error as Error).message.split('. ')[0]}; --help lists the options`);
  }
}

function whole(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 ? value : stop(`--${name} takes a whole number of 0 or more`);
}

const seed = whole('seed', asked.seed)!;
const replicates = whole('replicates', asked.replicates)!;
const most = whole('documents', asked.documents);
const places = {
  corpora: asked.corpora,
  tools: asked.tools,
  seeds: join(asked.corpora, '..', 'seeds'),
  reference: join(asked.corpora, '..', 'reference', 'seeds-gold-001-002.json'),
};
if (!existsSync(places.corpora))
  stop(
    `there are no corpora in ${places.corpora}; they are not part of the repository: name a folder with quotes/, stance/ and transcripts/ by --corpora DIR`,
  );
const stage = asked.errors as Stage | undefined;
if (stage !== undefined && !STAGES.includes(stage)) stop(`--errors takes one of ${STAGES.join(', ')}`);

const { lexicons } = loadLexicons();
const extractor = makeExtractor(lexicons);
const listed = listedActors(lexicons);
const done = new Map<string, ConvertedRows>();

function converted(source: Source): ConvertedRows {
  let rows = done.get(source.document_id);
  if (!rows) {
    const { statements, turns } = convertDocument(source, extractor);
    rows = { statements, turns };
    done.set(source.document_id, rows);
  }
  return rows;
}

/** A documents file of the corpora, if it is at hand and asked for; sampled by seed. */
function corpus(most: number | null, ...parts: readonly string[]): GoldDocument[] {
  const path = corpusFile(places, ...parts);
  if (path === null) return [];
  const all = readLines<GoldDocument>(path);
  return sample(all, most ?? all.length, seed);
}

const wanted = (name: string): boolean => asked.only === undefined || name.includes(asked.only);

/** The gold documents of a corpus by id, converted when first asked for. */
function rowsOf(documents: readonly GoldDocument[]): (id: string) => ConvertedRows {
  const byId = new Map(documents.map((gold) => [gold.doc_id, gold]));
  return (id) => converted(sourceOf(byId.get(id)!));
}

/** Documents of polnear-train that are converted where --documents does not say. */
const TRAIN_SAMPLE = 150;

const QUOTES = ['polnear-dev', ...(asked.train || asked.only === 'polnear-train' ? ['polnear-train'] : [])].filter(
  wanted,
);

function quotesOf(name: string): GoldDocument[] {
  return corpus(most ?? (name.endsWith('train') ? TRAIN_SAMPLE : null), 'quotes', `${name}.jsonl`);
}

function stanceLines(): { lines: StanceLine[]; documents: GoldDocument[] } {
  const path = corpusFile(places, 'stance', 'polnear-dev-stance.jsonl');
  const documents = corpus(most, 'quotes', 'polnear-dev.jsonl');
  const ids = new Set(documents.map((gold) => gold.doc_id));
  return { documents, lines: path === null ? [] : readLines<StanceLine>(path).filter(({ doc_id }) => ids.has(doc_id)) };
}

function* measures(): Generator<Measure> {
  for (const name of QUOTES) {
    const documents = quotesOf(name);
    if (!documents.length) continue;
    const rows = rowsOf(documents);
    yield quotesMeasure(name, documents, rows);
    yield {
      name: `${name}, all rows`,
      documents: documents.length,
      counts: documents.map((gold) => countResolved(rows(gold.doc_id).statements, listed)),
      figures: resolvedFigures,
      goals: {},
      check: null,
    };
    const lexicon = corpusFileOfCues();
    yield {
      name: `${name}, cues`,
      documents: documents.length,
      counts: documents.map((gold) => countCues(gold, cueWords(lexicons.cues))),
      figures: cueFigures,
      goals: { 'gold cues covered': [0.85, 0.92] },
      check: {
        mode: 'cues',
        gold: documents,
        rows: [{ text: lexicon }],
        answers: { 'gold cues covered': 'covered' },
      },
    };
  }
  if (wanted('polnear-dev-stance')) {
    const { lines, documents } = stanceLines();
    if (lines.length) yield stanceMeasure('polnear-dev-stance', lines, rowsOf(documents));
  }
  if (wanted('unscon-dev')) {
    const documents = corpus(most, 'stance', 'unscon-dev.jsonl');
    if (documents.length) yield conflictMeasure('unscon-dev', documents, rowsOf(documents));
  }
  if (wanted('wh-dev')) {
    const documents = corpus(most, 'transcripts', 'wh-dev.jsonl');
    if (documents.length) yield turnsMeasure('wh-dev', documents, rowsOf(documents));
  }
  if (wanted('seeds') && existsSync(places.seeds) && existsSync(places.reference)) yield seedsMeasure();
}

/** The cues of the lexicon as the shared scorer reads them: a file with one column. */
function corpusFileOfCues(): string {
  return `cue\n${lexicons.cues.map(({ cue }) => `${cue}\n`).join('')}`;
}

function seedsMeasure(): Measure {
  const gold = JSON.parse(readFileSync(places.reference, 'utf8')) as { statements: ListedStatement[] };
  const scored = new Set(gold.statements.map(({ doc }) => doc));
  const sources = folderSources(places.seeds).filter(({ document_id }) => scored.has(document_id.slice(0, 3)));
  return {
    name: 'seeds',
    documents: sources.length,
    counts: sources.map((source) => {
      const doc = source.document_id.slice(0, 3);
      return countListed(
        gold.statements.filter((one) => one.doc === doc),
        converted(source).statements,
      ).counts;
    }),
    figures: listedFigures,
    goals: {
      found: [0.9, 0.97],
      'speaker right': [0.95, 0.98],
      'stance right': [0.9, 0.95],
      'stance right, not favor': [0.667, 0.667],
    },
    check: {
      mode: 'seeds',
      gold,
      rows: sources.flatMap((source) => converted(source).statements),
      answers: { found: 'recall', 'speaker right': 'speaker_right', 'stance right': 'stance_right' },
    },
  };
}

function errorsOf(stage: Stage): ErrorSeen[] {
  if (stage === 'criticism') {
    const documents = corpus(most, 'stance', 'unscon-dev.jsonl');
    return documents.flatMap((gold) => criticismErrors(gold, rowsOf(documents)(gold.doc_id).statements));
  }
  if (stage === 'stance' || stage === 'target') {
    const { lines, documents } = stanceLines();
    const texts = new Map(documents.map((gold) => [gold.doc_id, gold.text]));
    const rows = rowsOf(documents);
    return lines.flatMap((line) => stanceErrors(stage, line, texts.get(line.doc_id)!, rows(line.doc_id).statements));
  }
  return QUOTES.flatMap((name) => {
    const documents = quotesOf(name);
    const rows = rowsOf(documents);
    return documents.flatMap((gold) => attributionErrors(stage, gold, rows(gold.doc_id).statements));
  });
}

if (stage !== undefined) {
  const all = errorsOf(stage);
  const shown = sample(all, whole('sample', asked.sample)!, seed);
  for (const { document, lines } of shown)
    process.stdout.write(`${document}\n${lines.map((l) => `  ${l}\n`).join('')}\n`);
  process.stdout.write(`${shown.length} of ${all.length} errors (${stage})\n`);
} else {
  const all: Measured[] = [];
  for (const { name, documents, counts, figures, goals, check } of measures()) {
    const measured = measureFigures(counts, figures, { bootstrap: replicates, seed });
    const differences = check ? compareWithShared(places.tools, check, measured) : [];
    for (const difference of differences) process.stderr.write(`warning: ${name}: ${difference}\n`);
    all.push({ name, documents, goals, figures: measured, differences });
  }
  if (!all.length)
    stop(
      `${places.corpora} holds none of the corpora${asked.only === undefined ? '' : ` that --only ${asked.only} names`}: quotes/polnear-dev.jsonl, stance/unscon-dev.jsonl, stance/polnear-dev-stance.jsonl, transcripts/wh-dev.jsonl, or ../seeds with ../reference/seeds-gold-001-002.json`,
    );
  process.stdout.write(measuredTable(all));
  if (asked.json !== undefined)
    writeFileSync(asked.json, `${JSON.stringify({ seed, replicates, measures: all }, null, 2)}\n`);
}
