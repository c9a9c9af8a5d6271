import { finding, type Place } from '../model/findings.js';
import type { Finding, StandoffDocument } from '../model/generated.js';
import type { Span } from '../model/spans.js';

/** A stand-off row whose words were not found where they should be. */
export interface RowFinding {
  readonly place: Place;
  readonly row: object;
  /** Name of the copy. */
  readonly file: string;
  /** Where its words stand, if anywhere. */
  readonly places?: readonly (readonly Span[])[];
}

/** A document of which there is no copy, with what is known about where it can be had. */
export function missingDocument(place: Place, document: StandoffDocument, where: string): Finding {
  const { document_id, publisher, date, url, archive_url } = document;
  const by = [publisher, date].filter((part) => part !== null).join(', ');
  const from = [url ?? '', archive_url === null ? '' : `archived at ${archive_url}`].filter((part) => part !== '');
  const source = from.length ? `get it from ${from.join(', ')}` : 'its row names no address';
  const message = `no copy of document "${document_id}"${by ? ` (${by})` : ''} in ${where}; ${source}, and put it there as ${document_id}.html or .txt`;
  return finding('hydrate/document-missing', place, message, {
    record_id: document_id,
    field: 'document_id',
    value: url ?? archive_url,
  });
}

/** A copy that is another text than the annotated one; only a warning where its spans were sought and taken. */
export function differingDocument(
  file: string,
  document: StandoffDocument,
  { message, relocate }: { readonly message: string; readonly relocate: boolean },
): Finding {
  const { document_id, text_sha256 } = document;
  return finding('hydrate/document-differs', { file }, message, {
    record_id: document_id,
    field: 'text_sha256',
    value: text_sha256,
    severity: relocate ? 'warning' : 'error',
  });
}

/** A copy that has another name than the document's id. */
export function renamedDocument(file: string, document: StandoffDocument, matched: 'text' | 'url'): Finding {
  const by = matched === 'text' ? 'the text is the same' : 'its metadata name the same address';
  const message = `this is document "${document.document_id}" under another name: ${by}`;
  return finding('hydrate/document-renamed', { file }, message, {
    record_id: document.document_id,
    severity: 'info',
  });
}

/** A copy that is the annotated text, or has more of its words, after something was done to it. */
export function repairedForm(
  file: string,
  document: StandoffDocument,
  { done, exact }: { readonly done: readonly string[]; readonly exact: boolean },
): Finding {
  const message = `the copy is ${exact ? 'the annotated text' : 'nearest to the annotated text'} ${done.join(', ')}; it is taken in that form`;
  return finding('hydrate/form-repaired', { file }, message, { record_id: document.document_id, severity: 'info' });
}

/** How many statements of a copy were found elsewhere. */
export function movedSpans(file: string, document: StandoffDocument, message: string): Finding {
  return finding('hydrate/span-moved', { file }, message, { record_id: document.document_id, severity: 'info' });
}

/** The document is the annotated one, but a row's digest is not that of its place. */
export function differingSpan({ place, row, file, places = [] }: RowFinding): Finding {
  const stands = places.length ? `; words with that digest stand at ${placesText(places)}` : '';
  const message = `${file} is the annotated text, but what stands at ${ownPlace(row)} does not have the row's digest${stands}: the row is wrong`;
  return finding('hydrate/span-differs', place, message, rowDetails(row, 'span_sha256'));
}

/** The words of a row were not found in a copy. */
export function lostSpan({ place, row, file }: RowFinding): Finding {
  const message = `its words, ${ownPlace(row)} of the annotated text, were not found in ${file}`;
  return finding('hydrate/span-lost', place, message, rowDetails(row, 'span_sha256'));
}

/** The words of a row stand in a copy, and nothing tells that they are the ones that were annotated. */
export function ambiguousSpan({ place, row, file, places = [] }: RowFinding): Finding {
  const stand =
    places.length === 1
      ? `words like its own stand at ${placesText(places)} of ${file}, but nothing else speaks for that place`
      : `its words stand in ${places.length} places of ${file} (${placesText(places)}), and nothing tells which is meant`;
  return finding('hydrate/span-ambiguous', place, stand, rowDetails(row, 'span_sha256'));
}

/** The words of a mention were not found beside its row. */
export function lostMention({ place, row, file }: RowFinding, mention: string): Finding {
  const message = `the words of the ${mention} were not found beside it in ${file}; its cells are left empty`;
  return finding('hydrate/mention-lost', place, message, {
    ...rowDetails(row, `${mention}_sha256`),
    severity: 'warning',
  });
}

/** A turn was not found in a copy. */
export function lostTurn({ place, row, file }: RowFinding): Finding {
  const message = `the turn, ${ownPlace(row)} of the annotated text, was not found whole in ${file}; it is left out, and its statements name no turn`;
  return finding('hydrate/turn-lost', place, message, { ...rowDetails(row, 'span_sha256'), severity: 'warning' });
}

function rowDetails(row: object, field: string) {
  const cells = row as Readonly<Record<string, string | null>>;
  return { record_id: cells['statement_id'] ?? cells['turn_id'] ?? null, field, value: cells[field] ?? null };
}

function ownPlace(row: object): string {
  const { start, end, segments } = row as Span & { readonly segments?: readonly Span[] };
  return placesText([segments ?? [{ start, end }]]);
}

function placesText(places: readonly (readonly Span[])[]): string {
  const shown = places.slice(0, 3).map((one) => one.map(({ start, end }) => `${start}-${end}`).join(';'));
  return shown.join(', ') + (places.length > 3 ? ', …' : '');
}
