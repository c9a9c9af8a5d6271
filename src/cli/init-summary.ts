import type { Codebook } from '../model/generated.js';
import { plural } from '../reports/findings/plural.js';

/** What `demarche init` has to tell. */
export interface InitDone {
  readonly codebook: Codebook;
  readonly statements: number;
  readonly labels: number;
  /** Paths of the files that were made, those of the conversion aside. */
  readonly paths: readonly string[];
  /** Paths of files that were there, and stayed as they were. */
  readonly kept: readonly string[];
}

/** What was made, and the next three commands, which run from where init ran. */
export function initSummary(dir: string, done: InitDone): string {
  const { codebook, statements, labels, paths, kept } = done;
  const fields = codebook.fields.map(({ field }) => field).join(', ');
  const has = (start: string): boolean => paths.some((path) => path.startsWith(start));
  const lines = [
    `${dir}: ${plural(paths.length, 'file')} made${statements ? ', and the sample document converted' : ''}`,
    has('demarche.json') ? '  demarche.json        title, license, authors' : null,
    has('codebook.json') ? `  codebook.json        version ${codebook.version}: ${fields}` : null,
    has('lexicons/') ? '  lexicons/            actors, memberships, targets, countries' : null,
    statements ? `  documents/           a sample document: ${plural(statements, 'statement')}` : null,
    labels ? `  labels/              ${plural(labels, 'label')} of the sample` : null,
    has('.github/') ? '  .github/, .githooks/ checks of a pull request and of a commit' : null,
    has('README.md') ? '  README.md            what lies where, and the daily round' : null,
    kept.length ? `  as they were: ${kept.join(', ')}` : null,
    'next',
    ...nextCommands(quoted(dir), statements > 0).map((command) => `  npx demarche ${command}`),
  ];
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
}

function nextCommands(dir: string, sample: boolean): string[] {
  if (sample) return [`validate ${dir}`, `agree --project ${dir}`, `release --version 0.1.0 --project ${dir}`];
  const folder = dir.replace(/\/$/, '');
  const convert = `convert ${folder}/documents --out ${folder} --lexicons ${folder}/lexicons --codebook ${folder}/codebook.json`;
  return [`validate ${dir}`, convert, `actors check --project ${dir}`];
}

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
