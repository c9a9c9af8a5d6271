import { finding } from '../model/findings.js';
import type { Document, DocumentMetadata, Finding, Statement, Turn } from '../model/generated.js';
import { offsetsOf } from '../text/offsets.js';
import { assemble, turnRows } from './assemble.js';
import { turnsOf } from './attributors/turns.js';
import { buildStructure } from './document/build-structure.js';
import type { KnownMark } from './document/mark-lines.js';
import type { MarkedLine } from './document/structure.js';
import { draftStatements } from './draft-statements.js';
import type { Extractor } from './extractor.js';

/** A normalised text with what is known of it. */
export interface ExtractInput {
  readonly document_id: string;
  readonly text: string;
  /** Marks that the reader took from the document's markup. */
  readonly known: readonly KnownMark[];
  readonly metadata: DocumentMetadata;
  readonly language: string;
  readonly document_type: Document['document_type'];
  /** Name of the file in findings. */
  readonly file: string;
}

/** What one document gives. */
export interface Extraction {
  readonly statements: readonly Statement[];
  readonly turns: readonly Turn[];
  readonly lines: readonly MarkedLine[];
  readonly document_type: Document['document_type'];
  readonly findings: readonly Finding[];
}

/** Documents that are transcripts even when only one heading is found. */
const SPOKEN: ReadonlySet<string> = new Set(['transcript', 'interview']);

/**
 * Finds the statements of one document: lines are marked, the text cut into sentences, speech attributed, speakers and
 * targets resolved, stance labelled, rows assembled. Pure: the same input and lexicons give the same rows.
 */
export function extractDocument(
  input: ExtractInput,
  extractor: Extractor,
  { questions = false }: { readonly questions?: boolean } = {},
): Extraction {
  const { document_id, text, metadata, language } = input;
  const structure = buildStructure(text, {
    lineRules: extractor.lineRules,
    sentenceRules: extractor.sentenceRules,
    known: input.known,
    title: metadata.title ?? null,
    verbs: extractor.grammar.verbs,
  });
  const speaker = metadata.speaker ?? null;
  const turns = speaker === null ? turnsOf(structure, { expected: SPOKEN.has(input.document_type) }) : [];
  const drafted = draftStatements(structure, turns, extractor, { date: metadata.date ?? null, speaker, questions });
  const offsets = offsetsOf(text);
  const labeler = `${extractor.labeler.name}@${extractor.labeler.version}`;
  const statements = assemble(structure, drafted.drafts, drafted.turns, offsets, {
    document_id,
    date: metadata.date ?? null,
    language,
    labeler,
  });
  const type = input.document_type === 'other' && turns.length ? 'transcript' : input.document_type;
  return {
    statements,
    turns: turnRows(structure, drafted.turns, offsets, document_id),
    lines: structure.lines,
    document_type: type,
    findings: structure.strayMarks.map((at) => strayMark(text, at, input)),
  };
}

function strayMark(text: string, at: number, input: ExtractInput): Finding {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return finding(
    'text/unbalanced-quote',
    { file: input.file, line, column },
    'a quotation mark has no partner; at most its paragraph is read as if it were not there',
    {
      severity: 'warning',
      record_id: input.document_id,
    },
  );
}
