import { parquetScan, type AsyncBuffer } from 'hyparquet';

/** Some rows of a Parquet file, column by column. */
export interface ParquetGroup {
  readonly rows: number;
  /** The cells of each column that was asked for, in that order. Whole numbers of 64 bits are bigints. */
  readonly columns: readonly ArrayLike<unknown>[];
}

/** The reader's own way to decode a text drops U+FEFF at its beginning. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const parsers = { stringFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes) };

/**
 * The groups of rows of a Parquet file with the given columns, one in memory at a time. Throws where the file is none,
 * or has other columns.
 */
export async function* parquetGroups(names: readonly string[], file: AsyncBuffer): AsyncGenerator<ParquetGroup> {
  const scan = await parquetScan({ file, parsers });
  const found = scan.metadata.schema[0]?.num_children;
  if (found !== names.length) throw new Error(`${found} columns, not ${names.length}`);
  for (const range of scan.ranges) {
    const columns = await Promise.all(names.map((column) => scan.readColumn({ column, ...range })));
    yield { rows: range.rowEnd - range.rowStart, columns };
  }
}
