import type { Finding } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import { codePoints, type CodePoints } from './code-points.js';
import { decode } from './decode.js';
import { checkTextForm } from './text-form.js';
import type { ValidationInput } from './validation-input.js';

interface ReadText {
  readonly path: string;
  readonly sha256: string;
  readonly points: CodePoints | null;
}

/** The texts of documents, each read when first asked for. */
export interface Texts {
  /** The normalised text of a document; null when it is not at hand. */
  readonly text: (documentId: string) => CodePoints | null;
  /** Digest of the text's bytes and its name, for a document whose text is at hand. */
  readonly textFile: (documentId: string) => { readonly path: string; readonly sha256: string } | null;
  /** Texts read so far, with what is wrong with their characters. */
  readonly read: () => readonly {
    readonly path: string;
    readonly sha256: string;
    readonly findings: readonly Finding[];
  }[];
}

/** Characters of texts that are kept at a time: rows come by document, so that each is mostly read once. */
const MOST_KEPT = 1 << 25;

/** Makes a way to read texts; the one asked for last are kept. */
export function readTexts({ text: textOf = null }: Pick<ValidationInput, 'text'>): Texts {
  const kept = new Map<string, ReadText | null>();
  const read = new Map<string, { path: string; sha256: string; findings: readonly Finding[] }>();
  let size = 0;

  const load = (documentId: string): ReadText | null => {
    const known = kept.get(documentId);
    if (known !== undefined) return known;
    const file = textOf?.(documentId) ?? null;
    if (!file) {
      kept.set(documentId, null);
      return null;
    }
    const { text, findings } = decode(file.bytes, file.path);
    const loaded = { path: file.path, sha256: sha256(file.bytes), points: text === null ? null : codePoints(text) };
    if (!read.has(file.path)) {
      const form = text === null ? [] : checkTextForm(text, file.path, { decoded: findings.length === 0 });
      read.set(file.path, { path: file.path, sha256: loaded.sha256, findings: [...findings, ...form] });
    }
    size += text?.length ?? 0;
    if (size > MOST_KEPT) {
      kept.clear();
      size = text?.length ?? 0;
    }
    kept.set(documentId, loaded);
    return loaded;
  };

  return {
    text: (documentId) => load(documentId)?.points ?? null,
    textFile: load,
    read: () => [...read.values()],
  };
}
