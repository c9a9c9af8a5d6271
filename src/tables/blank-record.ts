/**
 * A record of these names, every value null, to be copied ({ ...blank }) and filled: rows that are made so share one
 * hidden shape, where rows that get their names one by one would each be a dictionary, five times as large.
 */
export function blankRecord(names: readonly string[]): Readonly<Record<string, null>> {
  // An object that comes out of JSON is of known shape, whatever the number of its names.
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<string, null>;
}
