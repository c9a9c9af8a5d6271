import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { openDataset, tableFile } from '../../files/dataset.js';
import { temporaryBeside } from '../../files/besides.js';
import { diskStore } from '../../files/disk-store.js';
import { releasedVersions } from '../../files/earlier-release.js';
import { checkRedactable, redactedRelease, statementsOf } from '../../files/redact-release.js';
import { sha256File, tidyBeside, writeFolderWhole } from '../../files/release-folder.js';
import { tableRows } from '../../files/table-rows.js';
import { textFileName } from '../../files/text-files.js';
import { writeFileWhole } from '../../files/write.js';
import { UsageError } from '../../model/errors.js';
import type { Redaction, StandoffDocument } from '../../model/generated.js';
import { tableOf } from '../../model/tables.js';
import type { Placed } from '../../releases/dataset.js';
import { formatCsv } from '../../tables/csv-writer.js';

interface RedactArguments {
  readonly document: string[];
  readonly reason: string;
  readonly project: string;
}

/** `demarche redact`: takes the words of documents out of every release, older ones too. */
export const redactCommand: CommandModule<object, RedactArguments> = {
  command: 'redact <document..>',
  describe:
    'Take the words of documents out of every release, older ones too, when a person or a publisher asks for it',
  builder: (yargs) =>
    yargs
      .positional('document', { type: 'string', array: true, demandOption: true, describe: 'Ids of documents' })
      .option('reason', { type: 'string', demandOption: true, describe: 'Why, in words that will be published' })
      .option('project', { type: 'string', default: '.', describe: 'Folder in or below a dataset' })
      .example('$0 redact 06-strait-news --reason "withdrawn by its publisher"', 'in the dataset that you stand in'),
  handler: async ({ document, reason, project }) => {
    if (reason.trim() === '') throw new UsageError('--reason is empty; say why in words that may be published');
    const opened = openDataset(project);
    const { root } = opened;
    const versions = releasedVersions(root).reverse();
    const folders = versions.map((version) => join(root, 'releases', version));
    checkKnown(document, [root, ...folders.map((folder) => join(folder, 'standoff'))]);
    for (const folder of folders) checkRedactable(folder);

    const path = tableFile(opened, 'redaction').path;
    const before = existsSync(path) ? [...tableRows<Redaction>(path, tableOf('redaction'), 'redactions.csv')] : [];
    const known = new Set(before.map((row) => row.document_id));
    const asked = [...new Set(document)];
    const rows = [
      ...before.map(({ document_id, reason: said }) => ({ document_id, reason: said })),
      ...asked.filter((id) => !known.has(id)).map((document_id) => ({ document_id, reason })),
    ];
    writeFileWhole(path, formatCsv(tableOf('redaction'), rows));
    const shownPath = relative(process.cwd(), path);
    process.stdout.write(
      `redactions  ${shownPath}: no release has words of ${rows.length === 1 ? 'this document' : `these ${rows.length} documents`} from now on\n`,
    );
    for (const row of tableRows<Redaction>(path, tableOf('redaction'), shownPath)) {
      if (known.has(row.document_id) && asked.includes(row.document_id)) process.stdout.write(alreadyText(row, reason));
    }

    const documents = new Set(rows.map((row) => row.document_id));
    const statements = new Set(folders.flatMap((folder) => statementsOf(folder, documents)));
    for (const [i, folder] of folders.entries()) {
      const ids = documentsOf(join(folder, 'standoff', 'documents.csv'));
      const notes = rows.filter((row) => ids.has(row.document_id));
      const shown = relative(process.cwd(), folder);
      // A release without the document has no words of it, but its delta may have withdrawn some.
      if (!notes.length) {
        process.stdout.write(`untouched   ${shown}: it has none of these documents\n`);
        continue;
      }
      tidyBeside(folder);
      const store = diskStore(temporaryBeside(resolve(folder), 'rows'), { target: folder });
      try {
        const previous = folders[i - 1] ?? null;
        const files = redactedRelease(folder, { scope: { documents, statements }, notes, previous, store });
        await writeFolderWhole(folder, files, { replace: true });
      } finally {
        store.remove();
      }
      process.stdout.write(
        `redacted    ${shown}: ${notes.map((row) => row.document_id).join(', ')}; manifest ${sha256File(join(folder, 'SHA256SUMS'))}\n`,
      );
    }
    const texts = [...documents].filter((id) => existsSync(join(root, 'texts', textFileName(id))));
    if (texts.length) {
      process.stdout.write(
        `still here  the dataset itself: ${texts.map((id) => `texts/${textFileName(id)}`).join(', ')} and the words in its tables, and whatever your version control and other people keep\n`,
      );
    }
  },
};

/** The line about a document that was asked for and is redacted already: its reason is the one that was given first. */
function alreadyText({ document_id, reason, $file, $line }: Redaction & Placed, asked: string): string {
  const stays = `and its earlier reason stays: "${reason}"; to give it another, change ${$file}:${$line}, column reason, and redact it again`;
  return `already     ${document_id} was redacted before, ${reason === asked ? 'for this reason' : stays}\n`;
}

/** Throws UsageError for an id that neither the dataset nor any release has. */
function checkKnown(ids: readonly string[], folders: readonly string[]): void {
  const known = new Set(folders.flatMap((folder) => [...documentsOf(join(folder, 'documents.csv'))]));
  const unknown = ids.filter((id) => !known.has(id));
  if (!unknown.length) return;
  const some = [...known].slice(0, 5).join(', ');
  throw new UsageError(
    `no document "${unknown.join('", "')}" in the dataset or a release; there are ${known.size}: ${some}${known.size > 5 ? ', …' : ''}`,
  );
}

function documentsOf(path: string): ReadonlySet<string> {
  if (!existsSync(path)) return new Set();
  const rows = tableRows<StandoffDocument>(path, tableOf('standoff-document'), 'documents.csv');
  return new Set([...rows].map((row) => row.document_id));
}
