import type { FileDigest } from './release.js';

/** What is to lose its words: documents, and the statements that were ever taken from them. */
export interface RedactionScope {
  readonly documents: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
}

/** Cells of a row by column, as text. */
type Cells = Readonly<Record<string, string>>;

/**
 * A row of a table of data/ after a redaction: as in a release of a dataset in which the document does not allow its
 * text. Null where the row goes: what it says without words stays in standoff/.
 */
export function redactedRow(table: string, row: Cells, { documents, statements }: RedactionScope): Cells | null {
  switch (table) {
    case 'documents':
    case 'statements':
    case 'turns':
    case 'splits':
      return documents.has(row['document_id'] ?? '') ? null : row;
    case 'labels':
    case 'adjudication':
      return statements.has(row['statement_id'] ?? '') ? null : row;
    case 'tombstones':
      return statements.has(row['id'] ?? '') ? { ...row, reason: 'withdrawn' } : row;
    default:
      return row;
  }
}

/** A line of statements.json or statements.jsonl; false where it goes. */
export function keepsLine(line: string, { documents }: RedactionScope): boolean {
  const text = line.endsWith(',') ? line.slice(0, -1) : line;
  if (!text.startsWith('{')) return true;
  return !documents.has(String((JSON.parse(text) as { readonly document_id?: unknown }).document_id));
}

/** A redaction, as a release tells of it. */
export interface RedactionNote {
  readonly document_id: string;
  readonly reason: string;
}

/** The README of a release with a paragraph, behind its head, that says what was taken out of it and since. */
export function redactedCard(text: string, notes: readonly RedactionNote[]): string {
  const said = [
    '> **Redacted.** Words of documents were removed from this release after it was published:',
    ...notes.map((note) => `> ${note.document_id} (${note.reason}).`),
    '> What the tables said of them without words is in standoff/. Counts below are of the release as it was made; the files here hold fewer rows. REBUILD.md and SHA256SUMS are of the files as they are now.',
  ].join('\n');
  const plain = text.replace(/^> \*\*Redacted\.\*\*[^\n]*\n(?:>[^\n]*\n)*\n/m, '');
  return plain.replace(/^# .*$/m, (title) => `${title}\n\n${said}`);
}

/** versions.json with what was redacted since. */
export function redactedHistory(text: string, notes: readonly RedactionNote[]): string {
  const history = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return `${JSON.stringify({ ...history, redactions: notes }, null, 2)}\n`;
}

type Json = Readonly<Record<string, unknown>>;

/** datapackage.json with the files that are there now, and their lengths and digests. */
export function redactedPackage(text: string, made: ReadonlyMap<string, FileDigest>): string {
  const descriptor = JSON.parse(text) as Json & { readonly resources: readonly Json[] };
  const resources = descriptor.resources.flatMap((resource) => {
    const file = made.get(String(resource['path']));
    return file ? [{ ...resource, bytes: file.bytes, hash: `sha256:${file.sha256}` }] : [];
  });
  return `${JSON.stringify({ ...descriptor, resources }, null, 1)}\n`;
}

/** croissant.json with the files that are there now, and their lengths and digests. */
export function redactedCroissant(text: string, made: ReadonlyMap<string, FileDigest>): string {
  const dataset = JSON.parse(text) as Json & { readonly distribution: readonly Json[] };
  const distribution = dataset.distribution.flatMap((object) => {
    if (object['@type'] !== 'cr:FileObject') return [object];
    const file = made.get(String(object['contentUrl']));
    return file ? [{ ...object, contentSize: `${file.bytes} B`, sha256: file.sha256 }] : [];
  });
  return `${JSON.stringify({ ...dataset, distribution }, null, 1)}\n`;
}

/** REBUILD.md of a release that was redacted: it can't be made again, and what a copy is checked against. */
export function redactedRebuild(version: string, notes: readonly RedactionNote[], manifest: string): string {
  return [
    `# Why release ${version} can't be made again`,
    '',
    'Words of documents were removed from it after it was published, so that no state of the dataset gives these bytes:',
    '',
    ...notes.map((note) => `- ${note.document_id}: ${note.reason}`),
    '',
    'The manifest hash, which is the SHA-256 of SHA256SUMS, is now',
    '',
    `    ${manifest}`,
    '',
    'The delta of this folder fits the release before it as that is now, redacted too, and not copies that were taken',
    'earlier. To check a copy of this folder: `sha256sum -c SHA256SUMS`.',
    '',
  ].join('\n');
}
