/** A file as validated: its kind (table, "codebook", "project", "text"), rows (null where it has none) and digest. */
export interface ValidatedFile {
  readonly path: string;
  readonly kind: string;
  readonly rows: number | null;
  readonly sha256: string;
}
