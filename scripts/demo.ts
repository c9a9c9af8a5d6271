/**
 * `npm run demo`: the main job on the shipped data. Converts seeds/documents, validates, makes a release, computes the
 * agreement of the shipped label files, and says what was made and where. Everything goes into demo/, which git ignores.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dataset = join('demo', 'dataset');
const built = join('dist', 'src', 'cli', 'main.js');
const program = existsSync(built) ? [built] : ['--import', 'tsx', join('src', 'cli', 'main.ts')];

rmSync('demo', { recursive: true, force: true });
mkdirSync(dataset, { recursive: true });
// The dataset is the sample's head, codebook and labels; its tables are made anew from the documents.
for (const name of ['codebook.json', 'annotators.csv', 'batches.csv', 'labels']) {
  cpSync(join('data', 'sample', name), join(dataset, name), { recursive: true });
}
const head = JSON.parse(readFileSync(join('data', 'sample', 'demarche.json'), 'utf8')) as Record<string, unknown>;
writeFileSync(
  join(dataset, 'demarche.json'),
  `${JSON.stringify({ ...head, lexicons: '../../seeds/lexicons' }, null, 2)}\n`,
);

let failed = 0;

/** Runs a command, shows it and the wanted lines of what it printed; null shows all. */
function show(args: readonly string[], wanted: RegExp | null): void {
  console.log(`\n$ demarche ${args.join(' ')}`);
  const run = spawnSync(process.execPath, [...program, ...args], { encoding: 'utf8' });
  const lines = run.stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '' && (wanted === null || wanted.test(line)));
  for (const line of lines) console.log(`  ${line}`);
  if (run.status !== 0) {
    failed = run.status ?? 1;
    process.stderr.write(run.stderr);
  }
}

const size = (...path: string[]): string => `${Math.max(1, Math.round(statSync(join(...path)).size / 1024))} KB`;

console.log('demarche on the sample documents: who said what about whom, with what stance');
show(['convert', 'seeds/documents', '--out', dataset, '--previous', 'data/sample'], null);
show(['validate', dataset], /files,/);
show(['release', '--version', '0.1.0', '--project', dataset], null);
show(['agree', '--project', dataset, '--out', 'demo/agreement.txt'], null);
const agreement = readFileSync(join('demo', 'agreement.txt'), 'utf8').split('\n');
for (const line of agreement
  .filter((one) =>
    /^(?:agreement on|note:|\s+(?:krippendorff_alpha \(nominal\)|percent_agreement|gwet_ac1|fleiss_kappa) )/.test(one),
  )
  .slice(0, 6))
  console.log(`  ${line}`);

const statements = readFileSync(join(dataset, 'statements.jsonl'), 'utf8').trim().split('\n');
const example = statements
  .map((line) => JSON.parse(line) as Record<string, unknown>)
  .find((row) => row['speech_act'] === 'criticize' && row['quote_type'] === 'indirect' && row['target_id'] !== null);
console.log('\none row of the table:');
for (const field of ['document_id', 'speaker_text', 'speaker_id', 'cue', 'text', 'target_id', 'stance', 'stance_score'])
  console.log(`  ${field.padEnd(13)} ${String(example?.[field] ?? '')}`);
console.log('\nmade:');
const release = join(dataset, 'releases', '0.1.0');
const made: [string, string][] = [
  [
    join(dataset, 'statements.csv'),
    `the table of statements, ${statements.length} rows, ${size(dataset, 'statements.csv')}`,
  ],
  [join(release, 'README.md'), 'the release: dataset card, CSV, JSON, JSON Lines, Parquet, codebook, SHA256SUMS'],
  [join(release, 'standoff'), 'the release without any word of a document'],
  [join('demo', 'agreement.txt'), 'the whole agreement report, with the work list of disagreements'],
];
for (const [path, what] of made) console.log(`  ${path.padEnd(44)} ${what}`);
process.exitCode = failed;
