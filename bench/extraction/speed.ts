import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { convertFiles } from '../../src/cli/convert-files.js';
import { ConversionOutput } from '../../src/files/conversion-output.js';
import { loadCodebook } from '../../src/files/dataset.js';
import { loadLexicons } from '../../src/files/lexicons.js';
import { benchDocuments } from './documents.js';

interface Time {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Time> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * The whole conversion (a documents.jsonl is read, extracted, and all files are written into a temporary folder) and
 * wink-nlp's readDoc on the same texts in the same process. The two take turns; medians of the rounds after one to warm
 * up. The texts are repeated (or cut) to the number of documents.
 */
export async function speed(input = 'seeds/documents', wanted = '600', turns = '5'): Promise<void> {
  const loaded = loadLexicons();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  const originals = benchDocuments(input);
  const documents = Array.from({ length: Number(wanted) }, (_, i) => {
    const { metadata, id, text } = originals[i % originals.length]!;
    return { ...metadata, document_id: `${id}~${Math.floor(i / originals.length)}`, text };
  });
  const corpus = join(folder, 'documents.jsonl');
  writeFileSync(corpus, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  const nlp = winkNLP(model);
  const codebook = loadCodebook();
  const conversion = async (out: string): Promise<void> => {
    await convertFiles({
      inputs: [corpus],
      loaded,
      previous: null,
      output: new ConversionOutput(out),
      codebook,
      labeler: 'lexicon',
      questions: false,
      shard: null,
      onDocument: () => undefined,
    });
  };
  const reading = (): Promise<void> => {
    for (const { text } of documents) nlp.readDoc(text);
    return Promise.resolve();
  };
  const times: Record<'convert' | 'wink', Time[]> = { convert: [], wink: [] };
  for (let round = 0; round <= Number(turns); round++) {
    const out = join(folder, `out-${round}`);
    mkdirSync(out);
    const one = await timed(() => conversion(out));
    rmSync(out, { recursive: true });
    const two = await timed(reading);
    if (round === 0) continue;
    times.convert.push(one);
    times.wink.push(two);
  }
  rmSync(folder, { recursive: true });

  const speedOf = (list: readonly Time[], key: keyof Time): number =>
    documents.length / median(list.map((t) => t[key]));
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  process.stdout.write(`${documents.length} documents, ${characters} characters, ${turns} rounds\n`);
  for (const key of ['wall', 'cpu'] as const) {
    const [own, wink] = [speedOf(times.convert, key), speedOf(times.wink, key)];
    process.stdout.write(
      `${key} time: convert ${own.toFixed(0)} documents/s, wink-nlp readDoc ${wink.toFixed(0)} documents/s, ratio ${(own / wink).toFixed(2)}\n`,
    );
  }
  process.stdout.write(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}
