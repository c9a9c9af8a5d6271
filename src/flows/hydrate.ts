import type { Place } from '../model/findings.js';
import type { Document, Finding, StandoffDocument, StandoffStatement } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import type { AnnotatedDocument, DocumentCopies, DocumentCopy } from '../releases/hydration.js';
import { plural } from '../reports/findings/plural.js';
import { exactForm } from '../text/copy-forms.js';
import { hashedText } from '../text/hashed-text.js';
import { differenceText } from './hydrate-difference.js';
import { differingDocument, missingDocument, movedSpans, renamedDocument, repairedForm } from './hydrate-findings.js';
import { placeSpans, type PlacedSpans } from './hydrate-place.js';
import { hydratedRows, type HydratedRows, type HydrateShare } from './hydrate-rows.js';
import { knownSpans } from './hydrate-spans.js';

/**
 * What became of a document: its copy is the annotated text; it is another one, of which the found rows were taken; it
 * is another one and was left alone; it can't be read; there is none.
 */
export type HydrateState = 'verified' | 'relocated' | 'differs' | 'unreadable' | 'missing';

/** A document with its words, or the reason why it has none. */
export interface HydratedDocument extends Omit<HydratedRows, 'findings'> {
  readonly source: StandoffDocument;
  readonly state: HydrateState;
  /** Null where nothing of it may be written. */
  readonly document: Document | null;
  readonly text: string;
  /** Name of the copy; null where there is none. */
  readonly copy: string | null;
  /** How the copy was told to be one. */
  readonly matched: 'id' | 'text' | 'url' | null;
  readonly findings: readonly Finding[];
}

/** Options of `hydrate`. */
export interface HydrateOptions {
  /** Also takes rows whose words stand elsewhere in a copy that is another text. */
  readonly relocate?: boolean;
}

/**
 * Puts the words back into a stand-off dataset, from copies of its documents: document by document, in the order given,
 * one in memory at a time. Every word that is given back has the digest that the stand-off row names. A copy that is not
 * the annotated text gives nothing, unless `relocate` has its spans sought; what is missing, differs or is lost is said
 * in findings. Pure: copies come through functions.
 */
export function* hydrate(
  annotated: Iterable<AnnotatedDocument>,
  copies: DocumentCopies,
  { relocate = false }: HydrateOptions = {},
): Generator<HydratedDocument, void, undefined> {
  for (const one of annotated) yield hydrateDocument(one, copies, relocate);
}

const nowhere = (): Place => ({ file: null });

function hydrateDocument(annotated: AnnotatedDocument, copies: DocumentCopies, relocate: boolean): HydratedDocument {
  const { document, statements, turns, placeOf = nowhere } = annotated;
  const found = findCopy(document, copies);
  const none = { document: null, text: '', statements: [], turns: [], source: document, share: noShare(statements) };
  if (!found) {
    const findings = [missingDocument(placeOf(document), document, copies.where)];
    return { ...none, state: 'missing', copy: null, matched: null, findings };
  }
  const { copy, text, matched, exact } = found;
  const { file } = copy;
  const about = { copy: file, matched };
  const findings = [...copy.findings];
  if (text === null) return { ...none, ...about, state: 'unreadable', findings };
  if (matched !== 'id') findings.push(renamedDocument(file, document, matched));

  const spans = knownSpans(statements, turns);
  const sought = exact
    ? placedInPlace(spans, text, document.length)
    : placeSpans(spans, text, { length: document.length, thorough: relocate });
  const rows = hydratedRows(statements, turns, sought, { file, placeOf, relocate, exact: exact !== null });
  const bare = copy.normalised.length ? [`without its ${copy.normalised.join(' and ')}`] : [];
  const done = [...bare, ...(exact?.done ?? sought.done)];
  if (done.length && (exact || relocate)) findings.push(repairedForm(file, document, { done, exact: exact !== null }));
  if (exact) {
    const row = hydratedRow(document, text, copy);
    return {
      ...rows,
      ...about,
      source: document,
      state: 'verified',
      document: row,
      text,
      findings: [...findings, ...rows.findings],
    };
  }
  const { share } = rows;
  const verifying = share.at_place + share.moved;
  const message = `not the annotated text: ${differenceText(sought, document)}; ${shareText(share)}`;
  const hint = relocate || !verifying ? '' : '; --relocate takes them';
  findings.push(differingDocument(file, document, { message: message + hint, relocate: relocate && verifying > 0 }));
  if (relocate) findings.push(...rows.findings);
  if (!relocate || !verifying) return { ...none, ...about, state: 'differs', share, findings };
  if (share.moved) {
    const moved = `${share.moved} of ${plural(share.statements, 'statement')} stand elsewhere; their offsets are now those of this copy`;
    findings.push(movedSpans(file, document, moved));
  }
  const row = hydratedRow(document, sought.copy.text, copy);
  return {
    ...rows,
    ...about,
    source: document,
    state: 'relocated',
    document: row,
    text: sought.copy.text,
    findings,
  };
}

interface FoundCopy {
  readonly copy: DocumentCopy;
  readonly matched: 'id' | 'text' | 'url';
  readonly text: string | null;
  /** What made it the annotated text; null where it is another one. */
  readonly exact: { readonly done: readonly string[] } | null;
}

/** The copy of a document: by id, else by its text, else by its address; one that is the annotated text goes first. */
function findCopy(document: StandoffDocument, copies: DocumentCopies): FoundCopy | null {
  const { text_sha256: digest, length, url, archive_url } = document;
  const inForm = (copy: DocumentCopy, matched: FoundCopy['matched']): FoundCopy => {
    const exact = copy.text === null ? null : exactForm(copy.text, { sha256: digest, length }, sha256);
    return { copy, matched, text: exact?.text ?? copy.text, exact };
  };
  const own = copies.byId(document.document_id);
  const byId = own && inForm(own, 'id');
  if (byId?.exact) return byId;
  const same = copies.byText(document);
  const byText = same && inForm(same, 'text');
  if (byText?.exact) return byText;
  if (byId) return byId;
  const urls = [url, archive_url].filter((one) => one !== null);
  const named = urls.length ? copies.byUrl(urls) : null;
  return named && inForm(named, 'url');
}

/** In the annotated text spans stand where they stood; only one whose row is wrong has to be sought. */
function placedInPlace(spans: PlacedSpans['spans'], text: string, length: number): PlacedSpans {
  const copy = hashedText(text);
  const stands = spans.map(({ segments, sha256: digest }) => copy.holds(segments, digest));
  const sought = stands.every(Boolean) ? null : placeSpans(spans, text, { length });
  const placements = spans.map(({ segments }, i) =>
    stands[i] ? ({ segments, shift: 0, by: 'shift' } as const) : sought!.placements[i]!,
  );
  return { copy, done: [], spans, placements, candidates: sought?.candidates ?? [] };
}

/** The row of a document with its words. Its title is no word of the text, and can't come back. */
function hydratedRow(document: StandoffDocument, text: string, { reader }: DocumentCopy): Document {
  const { document_id, ...rest } = document;
  const digest = sha256(text);
  const isSame = digest === document.text_sha256;
  return {
    document_id,
    title: null,
    ...rest,
    reader: isSame ? document.reader : (reader ?? document.reader),
    text_sha256: digest,
    length: isSame ? document.length : hashedText(text).length,
  };
}

function noShare(statements: readonly StandoffStatement[]): HydrateShare {
  return {
    statements: statements.length,
    at_place: 0,
    moved: 0,
    ambiguous: 0,
    lost: 0,
    mentions_lost: 0,
    turns_lost: 0,
  };
}

function shareText({ statements, at_place, moved, ambiguous }: HydrateShare): string {
  const doubtful = ambiguous ? `, ${ambiguous} can't be told apart` : '';
  return `${at_place + moved} of ${plural(statements, 'statement')} verify, ${at_place} at their places${doubtful}`;
}
