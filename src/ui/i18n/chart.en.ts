/** Words of the frame around every chart. */
export interface ChartMessages {
  /** Says what of which chart is chosen, for readers that do not see it. */
  readonly show: (title: string) => string;
  readonly chart: string;
  readonly table: string;
  /** Name of the table behind the chart: no two parts of a view are named alike. */
  readonly tableOf: (caption: string) => string;
  readonly copyFigures: string;
  readonly copyImage: string;
  readonly copyFiguresOf: (title: string) => string;
  readonly copyImageOf: (title: string) => string;
  readonly figuresCopied: string;
  readonly imageCopied: string;
  readonly refused: string;
}

export const chartEn: ChartMessages = {
  show: (title) => `${title}: chart or table`,
  chart: 'Chart',
  table: 'Table',
  tableOf: (caption) => `${caption} (table)`,
  copyFigures: 'Copy figures',
  copyImage: 'Copy as image',
  copyFiguresOf: (title) => `Copy figures: ${title}`,
  copyImageOf: (title) => `Copy as image: ${title}`,
  figuresCopied: 'Copied. Paste it into a spreadsheet.',
  imageCopied: 'Copied. Paste it into a document.',
  refused: 'The browser did not allow the copy. Click into the page and try again.',
};
