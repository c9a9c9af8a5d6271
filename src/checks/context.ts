import type { Codebook, Finding, Project } from '../model/generated.js';
import { sha256 } from '../model/hash.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { CheckContext, CheckedTable, Row } from './check.js';
import { codePoints, type CodePoints } from './code-points.js';
import { decode } from './decode.js';
import { cellText } from './say.js';
import { checkTextForm } from './text-form.js';
import type { ValidationInput } from './validation-input.js';

interface ReadText {
  readonly path: string;
  readonly sha256: string;
  readonly points: CodePoints | null;
}

/** The context of the checks, and what was read on their behalf. */
export interface MadeContext {
  readonly context: CheckContext;
  /** Texts read so far, with what is wrong with their characters. */
  readonly texts: () => readonly {
    readonly path: string;
    readonly sha256: string;
    readonly findings: readonly Finding[];
  }[];
}

/** Makes what the checks know: tables to look ids up in, and texts, each read when first asked for. */
export function makeContext(
  tables: readonly CheckedTable[],
  { codebook, project }: { readonly codebook: Codebook | null; readonly project: Project | null },
  { text: textOf = null }: Pick<ValidationInput, 'text'>,
): MadeContext {
  const holders = new Map<string, ReadonlyMap<string, PlacedRow<Row>> | null>();
  const texts = new Map<string, ReadText | null>();
  const read: { path: string; sha256: string; findings: readonly Finding[] }[] = [];

  const load = (documentId: string): ReadText | null => {
    const known = texts.get(documentId);
    if (known !== undefined) return known;
    const file = textOf?.(documentId) ?? null;
    if (!file) {
      texts.set(documentId, null);
      return null;
    }
    const { text, findings } = decode(file.bytes, file.path);
    const form = text === null ? [] : checkTextForm(text, file.path, { decoded: findings.length === 0 });
    const loaded = { path: file.path, sha256: sha256(file.bytes), points: text === null ? null : codePoints(text) };
    read.push({ path: loaded.path, sha256: loaded.sha256, findings: [...findings, ...form] });
    texts.set(documentId, loaded);
    return loaded;
  };

  const context: CheckContext = {
    codebook,
    project,
    tables,
    hasTexts: textOf !== null,
    text: (documentId) => load(documentId)?.points ?? null,
    textFile: load,
    holders: (reference) => {
      const known = holders.get(reference);
      if (known !== undefined) return known;
      const made = holdersOf(tables, reference);
      holders.set(reference, made);
      return made;
    },
  };
  return { context, texts: () => read };
}

function holdersOf(tables: readonly CheckedTable[], reference: string): ReadonlyMap<string, PlacedRow<Row>> | null {
  const [name, column] = reference.split('.') as [string, string];
  const found = tables.filter((table) => table.name === name && !table.copy);
  if (!found.length) return null;
  const rows = new Map<string, PlacedRow<Row>>();
  for (const table of found) {
    for (const placed of table.rows) {
      const id = cellText(placed.row[column]);
      if (id !== '' && !rows.has(id)) rows.set(id, placed);
    }
  }
  return rows;
}
