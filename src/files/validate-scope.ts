import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.js';
import { compareText } from '../model/findings.js';
import type { Project } from '../model/generated.js';
import { lexiconSchemas } from '../model/lexicons.js';
import { tableOf, tables } from '../model/tables.js';
import { findDataset } from './dataset.js';
import { shippedCodebook, shippedLexicons } from './package-root.js';
import { readText } from './read.js';
import { TEXT_FOLDER } from './text-files.js';

/** Where the parts of a dataset lie that `validate` does not find by itself. */
export interface ScopeOptions {
  readonly codebook?: string | null;
  readonly lexicons?: string | null;
}

/** What is validated together: a dataset, a convert output, a release or a lexicon folder. */
export interface Scope {
  readonly root: string;
  /** Absolute paths of the files to look at; null = all of them. */
  readonly only: readonly string[] | null;
}

/** A file of a scope: absolute path, and whether it is only there to look ids up in. */
export interface ScopeFile {
  readonly path: string;
  readonly lookup: boolean;
}

/** The files of a scope, and what its head says. */
export interface ScopeFiles {
  readonly files: readonly ScopeFile[];
  readonly standoff: boolean | null;
  /** The lexicon folder that was named and does not exist. */
  readonly missingLexicons: string | null;
  /** Folder of the texts; null when there is none. */
  readonly texts: string | null;
}

const lexiconFiles: readonly string[] = Object.values(lexiconSchemas).map((schema) => tableOf(schema).file);
const tableFiles: readonly string[] = [...new Set(Object.values(tables).map((table) => table.file))].filter(
  (file) => !file.includes('*') && !lexiconFiles.includes(file),
);

/** Groups the paths of a command line into scopes. A file brings the dataset around it to be looked up in. */
export function scopesOf(
  paths: readonly string[],
  { project = null }: { readonly project?: string | null } = {},
): Scope[] {
  const scopes = new Map<string, readonly string[] | null>();
  for (const path of paths.map((one) => resolve(one))) {
    const around = project === null ? findDataset(path) : findDataset(project);
    if (statSync(path).isDirectory() && holdsTables(path)) {
      scopes.set(path, null);
      continue;
    }
    const files = statSync(path).isDirectory() ? dataFiles(path) : [path];
    if (!files.length) throw new UsageError(`${path} holds no file of a dataset`);
    const root = around ?? (statSync(path).isDirectory() ? path : dirname(path));
    const before = scopes.get(root);
    if (before !== null) scopes.set(root, [...(before ?? []), ...files]);
  }
  return [...scopes].map(([root, only]) => ({ root, only }));
}

function holdsTables(folder: string): boolean {
  const names = [
    'demarche.json',
    'codebook.json',
    ...tableFiles,
    ...lexiconFiles,
    'statements.jsonl',
    'data/statements.csv',
  ];
  return names.some((name) => existsSync(join(folder, name)));
}

function dataFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|jsonl)$/.test(name))
    .map((name) => join(folder, name))
    .sort(compareText);
}

/** Finds the files of a scope: head, codebook, tables, label files, lexicons (the shipped ones where it lacks them). */
export function scopeFiles({ root, only }: Scope, { codebook = null, lexicons = null }: ScopeOptions = {}): ScopeFiles {
  const project = projectOf(root);
  const own: string[] = [];
  const shipped: string[] = [];
  const first = (...candidates: string[]): boolean => {
    const found = candidates.find((path) => existsSync(path));
    if (found !== undefined) own.push(found);
    return found !== undefined;
  };
  first(join(root, 'demarche.json'));
  const named = codebook ?? (project.codebook ? resolve(root, project.codebook) : null);
  if (named !== null) own.push(resolve(named));
  else if (!first(join(root, 'codebook.json'))) shipped.push(shippedCodebook());
  for (const file of [...tableFiles, 'statements.jsonl', 'turns.jsonl', 'findings.jsonl', 'run.json']) {
    first(join(root, file), join(root, 'data', file));
  }
  if (!labelFilesBelow(root).length) first(join(root, 'labels.csv'), join(root, 'data', 'labels.csv'));
  own.push(...labelFilesBelow(root));
  const folder = lexicons ?? (project.lexicons ? resolve(root, project.lexicons) : join(root, 'lexicons'));
  const missing = (lexicons ?? project.lexicons ?? null) !== null && !existsSync(folder);
  for (const file of lexiconFiles) {
    const found = first(join(resolve(folder), file), join(root, file), join(root, 'data', file));
    const other = join(shippedLexicons(), file);
    if (!found && !missing && existsSync(other)) shipped.push(other);
  }
  const asked = only === null ? [] : only.filter((path) => !own.includes(path));
  const texts = join(root, TEXT_FOLDER);
  return {
    files: [
      ...[...own, ...asked].map((path) => ({ path, lookup: only !== null && !only.includes(path) })),
      ...shipped.filter((path) => !own.includes(path) && !asked.includes(path)).map((path) => ({ path, lookup: true })),
    ],
    standoff: project.standoff ?? null,
    missingLexicons: missing && only === null ? folder : null,
    texts: existsSync(texts) ? texts : null,
  };
}

/** What demarche.json says about its own parts; what is wrong with it is found later, with its place. */
function projectOf(root: string): Partial<Pick<Project, 'codebook' | 'lexicons' | 'standoff'>> {
  const path = join(root, 'demarche.json');
  if (!existsSync(path)) return {};
  try {
    const { codebook, lexicons, standoff } = JSON.parse(readText(path).replace(/^\uFEFF/, '')) as Record<
      string,
      unknown
    >;
    return {
      ...(typeof codebook === 'string' ? { codebook } : {}),
      ...(typeof lexicons === 'string' ? { lexicons } : {}),
      ...(typeof standoff === 'boolean' ? { standoff } : {}),
    };
  } catch {
    return {};
  }
}

function labelFilesBelow(root: string): string[] {
  const folder = join(root, 'labels');
  if (!existsSync(folder)) return [];
  return dataFiles(folder).filter((path) => basename(dirname(dirname(path))) === 'labels');
}
