import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readCodebookFile } from '../files/codebook-file.js';
import { knownCodebooks } from '../files/codebook-versions.js';
import { datasetLabels, datasetTable, findDataset, openHead, type DatasetHead } from '../files/dataset.js';
import { checkedCodebook } from '../flows/check-codebook.js';
import type { CodebookDiffOptions, ReadCodebook } from '../flows/codebook-diff.js';
import { UsageError } from '../model/errors.js';
import type { Finding, Label, Tombstone } from '../model/generated.js';
import type { PlacedRow } from '../tables/typed-rows.js';

/** What somebody named: two codebooks, the earlier one, or none; and the dataset whose labels count. */
export interface NamedCodebooks {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly project: string | undefined;
}

/** The two codebooks (null where one has an error), what else the comparison needs, and what is wrong with the files. */
export interface DiffInput {
  readonly before: ReadCodebook | null;
  readonly after: ReadCodebook | null;
  readonly options: CodebookDiffOptions;
  readonly findings: readonly Finding[];
}

/**
 * Reads what `codebook diff` compares. Without a second codebook it is the dataset's; without any the first is the one
 * that its labels were given under, if a release or the folder codebooks/ holds it. Throws UsageError where that can't
 * be known.
 */
export function readDiffInput(named: NamedCodebooks): DiffInput {
  const dataset = datasetFor(named);
  const read = dataset === null ? null : datasetLabels<Label>(dataset);
  const labels = read?.rows.map((row) => ({ ...row, file: shown(join(dataset!.root, row.file)) })) ?? null;
  const after = named.after ?? dataset!.codebookPath;
  const second = sound(after);
  const found =
    named.before === undefined && dataset !== null ? underWhich(dataset, labels ?? [], second.version) : null;
  const first = sound(named.before ?? found?.path ?? after);
  const tombstones = dataset === null ? [] : datasetTable<Tombstone>(dataset, 'tombstone').rows.map(({ row }) => row);
  return {
    before: first.read,
    after: second.read,
    options: { labels, tombstones, notes: found?.notes ?? [] },
    findings: [
      ...first.findings,
      ...(second.read?.path === first.read?.path ? [] : second.findings),
      ...(read?.findings ?? []),
    ],
  };
}

interface Sound {
  readonly read: ReadCodebook | null;
  readonly version: string | null;
  readonly findings: readonly Finding[];
}

function sound(place: string): Sound {
  const file = readCodebookFile(place);
  const { codebook, text, findings } = checkedCodebook(file.shown, file.bytes);
  return {
    read: codebook && { path: file.shown, text, codebook },
    version: codebook?.version ?? null,
    findings,
  };
}

/** The dataset whose labels count: the one named, the one that the later codebook belongs to, or that we stand in. */
function datasetFor({ after, project }: NamedCodebooks): DatasetHead | null {
  if (project !== undefined || after === undefined) return openHead(project ?? '.');
  const isFolder = existsSync(after) && statSync(after).isDirectory();
  const root = findDataset(isFolder ? after : dirname(resolve(after)));
  if (root === null) return null;
  const dataset = openHead(root);
  return (isFolder ? resolve(after) === root : resolve(after) === dataset.codebookPath) ? dataset : null;
}

/** The newest codebook at hand among those that labels were given under; its path is null where it can only be itself. */
function underWhich(
  { root }: DatasetHead,
  labels: readonly PlacedRow<Label>[],
  version: string | null,
): { readonly path: string | undefined; readonly notes: readonly string[] } {
  const used = [...new Set(labels.map(({ row }) => row.codebook_version))];
  const known = knownCodebooks(root);
  const earlier = used.filter((one) => one !== version);
  const best = known.find((one) => earlier.includes(one.version)) ?? known.find((one) => one.version === version);
  if (best !== undefined && (earlier.length === 0 || best.version !== version)) return { path: best.path, notes: [] };
  if (earlier.length === 0) {
    const notes = ['no earlier codebook is known: labels, if any, were given under this version'];
    return { path: undefined, notes };
  }
  throw new UsageError(
    `labels were given under codebook ${earlier.join(', ')}, and no codebook of that version lies in releases/ or codebooks/; name it: demarche codebook diff BEFORE`,
  );
}

/** A path as seen from the current folder, with slashes. */
const shown = (path: string): string => relative(process.cwd(), path).split(sep).join('/');
