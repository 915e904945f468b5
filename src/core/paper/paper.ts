/** What is printed, block by block, in the reader's words. */
export interface Paper {
  readonly title: string;
  /** On every page, beside its number. */
  readonly footer: string;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  /** A sentence that stands out. */
  | { readonly kind: 'statement'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | PaperTable;

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface PaperColumn {
  readonly title: string;
  /** Its part of the width, in proportion to those of the other columns. */
  readonly share: number;
  /** Figures end at the column's right edge. */
  readonly isFigure: boolean;
}
