import { existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ValidationInput } from '../checks/validation-input.js';
import { UsageError } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Project } from '../model/generated.js';
import { findDataset } from './dataset.js';
import { checkOut } from './git-tree.js';
import { pathInRepository, type Repository } from './git.js';
import { readJson } from './read.js';
import { gatherInput, type GatheredInput, type GatherOptions } from './validate-input.js';

/** A version of what is validated, as git has it. */
export interface VersionInput {
  /** Under the same paths as in the work tree. */
  readonly gathered: GatheredInput;
  /** Where a file of it lies, by the path that findings have. */
  readonly realPath: (shown: string) => string;
}

/** What is validated, with every option, and the folder that paths are told from. */
export interface VersionRequest extends GatherOptions {
  readonly paths: readonly string[];
  readonly from: string;
}

/** The folder whose repository knows the past of what is validated: of the dataset, else of the first path. */
export function startOf({ paths, project = null, from }: VersionRequest): string {
  const first = paths.map((path) => resolve(from, path)).find((path) => existsSync(path));
  const dataset = findDataset(project ?? first ?? from);
  if (dataset !== null || first === undefined) return dataset ?? from;
  // A folder without a head, such as a convert output, may be the top of its repository.
  return statSync(first).isDirectory() ? first : dirname(first);
}

/**
 * Gathers what `gatherInput` gathers, from a commit (or from the index, when null) instead of the work tree. Files that
 * were not there yet are left out; without any there are no inputs. `made` is told the temporary folder that the files
 * lie in, to be removed when the validation is done: texts are read only then.
 */
export function gatherVersion(
  repository: Repository,
  commit: string | null,
  request: VersionRequest,
  made: (temporary: string) => void,
): VersionInput {
  const { paths, project = null, from, codebook = null, lexicons = null } = request;
  const asked = paths.map((path) => resolve(from, path)).filter((path) => existsSync(path));
  const roots = project !== null || !paths.length ? [findDataset(project ?? from)] : asked.map(findDataset);
  const datasets = [...new Set(roots.filter((root) => root !== null))];
  const options = [codebook, lexicons].filter((path) => path !== null).map((path) => resolve(from, path));
  const inside = (path: string): string | null => (existsSync(path) ? pathInRepository(repository, path) : null);
  const start = startOf(request);
  const below = inside(start);
  if (below === null) throw new UsageError(`${start} does not lie in the git repository ${repository.top}`);
  const top = start.endsWith(`/${below}`) ? start.slice(0, -below.length - 1) : below === '' ? start : repository.top;
  const temporary = checkOut(repository, commit, {
    made,
    top,
    paths: [...asked, ...options].map(inside).filter((path) => path !== null),
    datasets: datasets.map(inside).filter((path) => path !== null),
  });
  linkLike(join(temporary, start), join(temporary, top, below));
  const mirrored = (path: string): string => join(temporary, resolve(from, path));
  const asItIs = (path: string): string => (inside(path) !== null ? mirrored(path) : path);
  const heads = datasets.filter((root) => existsSync(join(mirrored(root), 'demarche.json')));
  const there = asked.map(mirrored).filter((path) => existsSync(path));
  const named = heads[0] === undefined ? {} : elsewhere(heads[0], mirrored(heads[0]), inside);
  const gathered: GatheredInput =
    there.length || (!paths.length && heads.length)
      ? gatherInput(there, {
          ...named,
          ...(codebook === null ? {} : { codebook: asItIs(resolve(from, codebook)) }),
          ...(lexicons === null ? {} : { lexicons: asItIs(resolve(from, lexicons)) }),
          project: heads[0] !== undefined && (project !== null || !paths.length) ? mirrored(heads[0]) : null,
          from: mirrored(from),
        })
      : { inputs: [], findings: [] };
  const shown = (path: string): string => (path.startsWith(temporary) ? path.slice(temporary.length) : path);
  return {
    gathered: {
      inputs: gathered.inputs.map((input) => withPaths(input, shown)),
      findings: gathered.findings.map((found) =>
        finding(found.rule, { ...found, file: shown(found.file ?? '') }, found.message, found),
      ),
    },
    realPath: (path) => mirrored(path),
  };
}

/** A folder that is reached through a symbolic link of the work tree is reached through one in the version, too. */
function linkLike(place: string, folder: string): void {
  if (existsSync(place) || !existsSync(folder)) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(folder, place);
}

/** What a dataset's head names outside of the repository: it has no past there, and is taken as it is now. */
function elsewhere(
  root: string,
  mirror: string,
  inside: (path: string) => string | null,
): { codebook?: string; lexicons?: string } {
  let head: Partial<Pick<Project, 'codebook' | 'lexicons'>>;
  try {
    head = readJson(join(mirror, 'demarche.json')) as Project;
  } catch {
    // A head that is no JSON is a finding of the validation.
    return {};
  }
  const outside = (path: unknown): string | null => {
    const whole = typeof path === 'string' ? resolve(root, path) : null;
    return whole !== null && existsSync(whole) && inside(whole) === null ? whole : null;
  };
  const [codebook, lexicons] = [outside(head?.codebook), outside(head?.lexicons)];
  return { ...(codebook === null ? {} : { codebook }), ...(lexicons === null ? {} : { lexicons }) };
}

function withPaths(input: ValidationInput, shown: (path: string) => string): ValidationInput {
  const { text, textPaths } = input;
  return {
    ...input,
    files: input.files.map((file) => ({ ...file, path: shown(file.path) })),
    ...(text
      ? {
          text: (documentId: string) => {
            const found = text(documentId);
            return found && { ...found, path: shown(found.path) };
          },
        }
      : {}),
    ...(textPaths ? { textPaths: textPaths.map(shown) } : {}),
  };
}
