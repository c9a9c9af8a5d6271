/** What is told as no change, as only one of a release and a dataset can have it. */
export interface PassedOver {
  readonly table: string;
  /** The side that has it; for a cell, the one that has filled or emptied it. */
  readonly side: 'release' | 'dataset';
  readonly what: 'row' | 'cell' | 'column';
  readonly count: number;
  readonly why: string;
}
