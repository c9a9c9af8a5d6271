import { extractDocument } from '../extract/extract-document.js';
import type { Extractor } from '../extract/extractor.js';
import type { MarkedLine } from '../extract/document/structure.js';
import { precisionOf } from '../extract/dates.js';
import { finding } from '../model/findings.js';
import type { Document, DocumentMetadata, Finding, Statement, Turn } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { readSource } from '../readers/read-source.js';
import type { Source } from '../readers/source.js';
import { isOtherScript, languageOf } from '../text/language.js';
import { offsetsOf } from '../text/offsets.js';

/** One converted document; `document` is null when it could not be read (`unreadable` says so; findings say why). */
export interface Converted {
  readonly document: Document | null;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly turns: readonly Turn[];
  readonly lines: readonly MarkedLine[];
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
}

/** Longest document in code units; beyond it a document is many documents that somebody joined. */
export const LONGEST = 8_000_000;

/** Licenses under which a text may be handed on as it is. */
const OPEN_LICENSE = /^(?:cc0|cc-by|cc by|public domain|pddl|odc-by|ogl|us government|u\.s\. government|mit|apache)/i;

/**
 * Converts one document: bytes to text, text to statements and turns. Never throws for bad input: what is wrong is a
 * finding, and a document that can't be read has `document: null`.
 */
export function convertDocument(
  source: Source,
  extractor: Extractor,
  { questions = false }: { readonly questions?: boolean } = {},
): Converted {
  const { document_id, file, metadata = {} } = source;
  const place = { file };
  const details = { record_id: document_id };
  const findings: Finding[] = [];
  const { read, reader, findings: told } = readSource(source);
  findings.push(...told);
  if (!read) return unread(findings);
  const { text } = read;
  if (text.length > LONGEST) {
    const message = `the document has ${text.length} characters, more than ${LONGEST}; cut it into documents`;
    return unread([...findings, finding('document/too-long', place, message, details)]);
  }
  if (text.trim() === '')
    findings.push(finding('document/empty', place, 'the document holds no text', { ...details, severity: 'warning' }));
  const replaced = text.indexOf('\ufffd');
  if (replaced >= 0) {
    findings.push(
      finding(
        'text/replacement-character',
        { file, line: text.slice(0, replaced).split('\n').length },
        'the text holds U+FFFD: letters were lost before it came here',
        { ...details, severity: 'warning' },
      ),
    );
  }
  const known: DocumentMetadata = { ...read.metadata, ...definedOnly(metadata) };
  const language = languageFor(text, known.language ?? null);
  const english = language.code !== null && /^en\b/.test(language.code);
  if (!english && text.trim() !== '') {
    findings.push(
      finding(
        'document/language',
        place,
        `the document is in ${language.code ? `"${language.code}"` : 'a language that could not be told'}; there are rules for English only, so it has no rows`,
        {
          ...details,
          severity: 'warning',
          field: 'language',
          value: language.code,
          allowed: ['en'],
        },
      ),
    );
  }
  const type = known.document_type ?? 'other';
  const extraction = english
    ? extractDocument(
        { document_id, text, known: read.marks, metadata: known, language: language.code!, document_type: type, file },
        extractor,
        { questions },
      )
    : { statements: [], turns: [], lines: [], document_type: type, findings: [] };
  const license = known.license ?? null;
  const document: Document = {
    document_id,
    title: known.title ?? null,
    publisher: known.publisher ?? null,
    speaker: known.speaker ?? null,
    url: known.url ?? null,
    archive_url: known.archive_url ?? null,
    date: known.date ?? null,
    date_precision: precisionOf(known.date ?? null),
    date_basis: known.date ? 'curated' : 'none',
    retrieved_at: known.retrieved_at ?? null,
    document_type: extraction.document_type,
    language: language.code,
    license,
    text_allowed: known.text_allowed ?? (license !== null && OPEN_LICENSE.test(license) && !/-n[cd]\b/i.test(license)),
    reader,
    text_sha256: sha256(text),
    length: offsetsOf(text).length,
  };
  return {
    document,
    text,
    statements: extraction.statements,
    turns: extraction.turns,
    lines: extraction.lines,
    findings: [...findings, ...extraction.findings],
    unreadable: false,
  };
}

function unread(findings: readonly Finding[]): Converted {
  return { document: null, text: '', statements: [], turns: [], lines: [], findings, unreadable: true };
}

/** The metadata's language, else what the frequent words tell; too short a text counts as English. */
function languageFor(text: string, stated: string | null): { code: string | null } {
  if (stated) return { code: stated };
  const told = languageOf(text);
  if (told) return { code: told };
  const words = text.slice(0, 4000).match(/\p{L}+/gu)?.length ?? 0;
  return { code: words < 25 && !isOtherScript(text) ? 'en' : null };
}

function definedOnly(metadata: DocumentMetadata): DocumentMetadata {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== null && value !== undefined),
  ) as DocumentMetadata;
}
