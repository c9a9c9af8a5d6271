/** What is in a file of a release, by the ending of its name; `text` is false for bytes that are no characters. */
const known: Readonly<Record<string, { readonly type: string; readonly text: boolean }>> = {
  cff: { type: 'application/yaml', text: true },
  csv: { type: 'text/csv', text: true },
  json: { type: 'application/json', text: true },
  jsonl: { type: 'application/jsonl', text: true },
  md: { type: 'text/markdown', text: true },
  parquet: { type: 'application/vnd.apache.parquet', text: false },
  txt: { type: 'text/plain', text: true },
};

/** A file's ending in lower case; '' for a name without one. */
export function endingOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** A file's media type; null for an ending that releases don't have. */
export function mediaTypeOf(path: string): string | null {
  return known[endingOf(path)]?.type ?? null;
}

/** True when a file holds characters (all that releases have are UTF-8); false for bytes and for what is not known. */
export function isText(path: string): boolean {
  return known[endingOf(path)]?.text ?? false;
}
