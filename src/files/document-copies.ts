import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError, UsageError } from '../model/errors.js';
import { compareText, finding } from '../model/findings.js';
import type { DocumentMetadata, Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { plainText } from '../readers/plain-text.js';
import { readSource } from '../readers/read-source.js';
import type { Source } from '../readers/source.js';
import type { DocumentCopies, DocumentCopy } from '../releases/hydration.js';
import { readBytes } from './read.js';
import { listSources, loadSource } from './sources.js';
import { TEXT_FOLDER, textFileName } from './text-files.js';

/** Copies of documents, and what was wrong with the files they lie in. */
export interface OpenCopies extends DocumentCopies {
  readonly findings: () => readonly Finding[];
  /** True when a file could not be read. */
  readonly unreadable: () => boolean;
}

/** One copy that may be read. */
interface CopyEntry {
  readonly file: string;
  /** Null where its reader is not known to have made the text. */
  readonly load: () => Source;
  readonly isText: boolean;
}

/** How copies are looked for. */
export interface CopiesOptions {
  /** Called for each copy that is read because a document was not found under its id. */
  readonly onRead?: (done: number, all: number) => void;
}

/**
 * The copies below a path: the texts of a dataset, a convert output or a release, or documents in any form that
 * `convert` reads, under the ids that it would give them. A copy is read when it is asked for; all are once, when a
 * document is sought by its text. Throws UsageError when there is no such path.
 */
export function openCopies(path: string, { onRead = () => {} }: CopiesOptions = {}): OpenCopies {
  if (!existsSync(path)) throw new UsageError(`--documents ${path}: there is no such file or folder`);
  const source = holdsTexts(path) ? textsBelow(path) : documentsBelow(path);
  const findings: Finding[] = [...source.findings];
  let unreadable = source.unreadable;
  const read = ({ file, load, isText }: CopyEntry): { copy: DocumentCopy; metadata: DocumentMetadata } => {
    try {
      const loaded = load();
      const { read: document, reader, decoded, findings: found } = readSource(loaded);
      if (!document) unreadable = true;
      const isPlain = typeof loaded.content === 'string' || loaded.reader === plainText;
      const copy = {
        file,
        text: document?.text ?? null,
        reader: isText ? null : reader,
        normalised: document && isPlain ? changesOf(loaded.content, decoded) : [],
        findings: found,
      };
      return { copy, metadata: loaded.metadata ?? {} };
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      unreadable = true;
      const found = finding(error.rule, { file }, error.message.replace(`${error.path}: `, ''));
      return { copy: { file, text: null, reader: null, normalised: [], findings: [found] }, metadata: {} };
    }
  };
  let index: ReturnType<typeof indexed> | null = null;
  const indexed = () => {
    const [byText, byUrl] = [new Map<string, CopyEntry>(), new Map<string, CopyEntry>()];
    const keep = (map: Map<string, CopyEntry>, key: string, entry: CopyEntry): void => {
      if (!map.has(key)) map.set(key, entry);
    };
    let done = 0;
    for (const entry of source.all()) {
      const { copy, metadata } = read(entry);
      onRead(++done, source.count);
      for (const one of [metadata.url, metadata.archive_url]) if (one) keep(byUrl, one, entry);
      if (copy.text === null) {
        // A copy that no document asks for by its id is asked for by none: what is wrong with it is said here.
        for (const found of copy.findings) findings.push(found);
        continue;
      }
      const bare = copy.text.trimEnd();
      for (const text of [copy.text, bare, `${bare}\n`]) keep(byText, sha256(text), entry);
    }
    return { byText, byUrl };
  };
  const taken = (entry: CopyEntry | null | undefined): DocumentCopy | null => (entry ? read(entry).copy : null);
  return {
    where: path,
    byId: (documentId) => taken(source.byId(documentId)),
    byText: ({ text_sha256 }) => taken((index ??= indexed()).byText.get(text_sha256)),
    byUrl: (urls) => {
      const { byUrl } = (index ??= indexed());
      return taken(urls.map((url) => byUrl.get(url)).find((entry) => entry !== undefined));
    },
    findings: () => findings,
    unreadable: () => unreadable,
  };
}

interface CopySource {
  readonly count: number;
  readonly all: () => Iterable<CopyEntry>;
  readonly byId: (documentId: string) => CopyEntry | null;
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
}

function holdsTexts(path: string): boolean {
  if (!statSync(path).isDirectory() || !existsSync(join(path, TEXT_FOLDER))) return false;
  return ['documents.csv', 'data/documents.csv'].some((table) => existsSync(join(path, table)));
}

function textsBelow(path: string): CopySource {
  const folder = join(path, TEXT_FOLDER);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.startsWith('.'))
    .sort(compareText);
  const entry = (name: string): CopyEntry => {
    const file = join(folder, name);
    const load = () => ({ document_id: name, file, content: readBytes(file), reader: plainText });
    return { file, load, isText: true };
  };
  const known = new Set(names);
  return {
    count: names.length,
    all: () => names.map(entry),
    byId: (documentId) => {
      const name = textFileName(documentId);
      return known.has(name) ? entry(name) : null;
    },
    findings: [],
    unreadable: false,
  };
}

function documentsBelow(path: string): CopySource {
  const { entries, findings, unreadable } = listSources([path]);
  const entry = (one: ReturnType<typeof entries.at>): CopyEntry => {
    const file = one.line === null ? one.file : `${one.file}#${one.line.number}`;
    return { file, load: () => loadSource(one), isText: false };
  };
  return {
    count: entries.length,
    *all() {
      for (const one of entries) yield entry(one);
    },
    byId: (documentId) => {
      const one = entries.find(documentId.normalize('NFC'));
      return one && entry(one);
    },
    findings,
    unreadable,
  };
}

/** What the normal form takes out of a plain text. */
function changesOf(content: Uint8Array | string, decoded: string): string[] {
  const hasMark = typeof content === 'string' ? content.startsWith('\ufeff') : isMarked(content);
  return [
    ...(hasMark ? ['byte order mark'] : []),
    ...(decoded.includes('\r') ? ['CR line ends'] : []),
    ...(decoded.normalize('NFC') === decoded ? [] : ['decomposed letters']),
  ];
}

function isMarked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[0] === 0xfe;
}
