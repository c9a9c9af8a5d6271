import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Project } from '../model/generated.js';
import { headOf } from './byte-chunks.js';
import { readCodebook } from './codebook-json.js';
import type { Dataset } from './dataset.js';
import { readJsonObject } from './read.js';

/**
 * The release around one of its tables, data/<table>.csv, as a dataset to look annotators, batches, statements and the
 * codebook up in; null where the file is in no release. The project is that of its stand-off part: a release has no
 * demarche.json of its own.
 */
export function releaseAround(path: string): Dataset | null {
  const root = dirname(resolve(path));
  const folder = dirname(root);
  const head = join(folder, 'standoff', 'demarche.json');
  const codebookPath = join(folder, 'codebook.json');
  const statements = join(root, 'statements.csv');
  if (![head, codebookPath, statements, join(folder, 'SHA256SUMS')].every((file) => existsSync(file))) return null;
  const project = readJsonObject(head) as unknown as Project;
  const columns = new TextDecoder().decode(headOf(statements)).split('\n', 1)[0]!.split(',');
  return {
    root,
    // The stand-off part says of itself that it has no words; the tables beside it may have them.
    project: { ...project, standoff: columns.includes('span_sha256') },
    codebookPath,
    lexicons: root,
    codebook: readCodebook(codebookPath),
  };
}
