import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { decode, normalizeText } from '../text/decode.js';
import { plainText } from './plain-text.js';
import type { ReadDocument } from './reader.js';
import type { Source } from './source.js';

/** A source as read. */
export interface ReadSource {
  /** Null when it can't be read as text at all; a finding says why. */
  readonly read: ReadDocument | null;
  /** Name and version of what read it. */
  readonly reader: string;
  /** Its characters before a reader made a text of them; '' where there are none. */
  readonly decoded: string;
  readonly findings: readonly Finding[];
}

/** Reads a source as `convert` does: bytes are decoded and given to the reader of their format, texts are normalised. */
export function readSource({ document_id, file, content, reader = plainText }: Source): ReadSource {
  if (typeof content === 'string') {
    const read = { text: normalizeText(content), marks: [], metadata: {} };
    return { read, reader: 'jsonl@1', decoded: content, findings: [] };
  }
  const name = `${reader.name}@${reader.version}`;
  const decoded = decode(content, { declared: reader.declaredEncoding(content) });
  const details = { record_id: document_id };
  if (decoded.text === null) {
    const rule = decoded.encoding === 'binary' ? 'file/binary' : 'file/encoding';
    const found = finding(rule, { file }, decoded.fault ?? 'the file is no text', details);
    return { read: null, reader: name, decoded: '', findings: [found] };
  }
  const findings: Finding[] = [];
  if (decoded.fault) {
    const more = { severity: 'warning', value: decoded.encoding, allowed: ['utf-8'] } as const;
    findings.push(finding('file/encoding', { file }, decoded.fault, { ...details, ...more }));
  }
  return { read: reader.read(decoded.text), reader: name, decoded: decoded.text, findings };
}
