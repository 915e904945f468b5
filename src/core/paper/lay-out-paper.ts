import { breakLines, type MeasureText } from './break-lines.ts';
import type { Paper, PaperBlock, PaperColumn, PaperTable } from './paper.ts';

/** A4, in points; y grows upwards from the lower edge, as in PDF. */
export const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const FOOTER_Y = 28;
const GAP = 8;
const LINE = 1.5;
const SIZES = { title: 18, statement: 14, heading: 11.5, prose: 9, cell: 8, footer: 7 };

export type PaperMark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
    }
  /** A hairline from `x` to the right. */
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number };

/** What stands on each page, and where. */
export function layOutPaper(paper: Paper, measure: MeasureText): readonly (readonly PaperMark[])[] {
  const sheet = new Sheet(measure);
  sheet.text(paper.title, SIZES.title);
  for (const block of paper.blocks) layOutBlock(sheet, block);
  const { pages } = sheet;
  return pages.map((marks, index) => {
    const number = `${index + 1} / ${pages.length}`;
    const x = PAGE.width - MARGIN - measure(number, SIZES.footer);
    return [
      ...marks,
      { kind: 'text', x: MARGIN, y: FOOTER_Y, size: SIZES.footer, text: paper.footer },
      { kind: 'text', x, y: FOOTER_Y, size: SIZES.footer, text: number },
    ];
  });
}

function layOutBlock(sheet: Sheet, block: PaperBlock): void {
  switch (block.kind) {
    case 'table':
      layOutTable(sheet, block);
      return;
    case 'heading':
      sheet.keepTogether(SIZES.heading * LINE + 5 * SIZES.prose * LINE);
      sheet.space(GAP);
      sheet.rule();
      sheet.text(block.text, SIZES.heading);
      return;
    case 'statement':
    case 'prose':
      sheet.text(block.text, SIZES[block.kind]);
      sheet.space(GAP / 2);
  }
}

function layOutTable(sheet: Sheet, { columns, rows }: PaperTable): void {
  const widths = widthsOf(columns);
  const title = columns.map((column) => column.title);
  sheet.row(title, columns, widths);
  for (const row of rows) {
    if (sheet.row(row, columns, widths) === 'new-page') sheet.row(title, columns, widths);
  }
  sheet.space(GAP);
}

function widthsOf(columns: readonly PaperColumn[]): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (WIDTH * share) / shares);
}

/** Where the next thing goes. */
class Sheet {
  readonly pages: PaperMark[][] = [[]];
  readonly #measure: MeasureText;
  #y = PAGE.height - MARGIN;

  constructor(measure: MeasureText) {
    this.#measure = measure;
  }

  space(height: number): void {
    this.#y -= height;
  }

  rule(): void {
    this.#mark({ kind: 'rule', x: MARGIN, y: this.#y, width: WIDTH });
  }

  text(text: string, size: number): void {
    for (const line of breakLines(text, { width: WIDTH, size, measure: this.#measure })) {
      this.keepTogether(size * LINE);
      this.#y -= size * LINE;
      this.#mark({ kind: 'text', x: MARGIN, y: this.#y, size, text: line });
    }
  }

  /** A row of cells, each broken into lines of its own, above a hairline. Says when it began a page. */
  row(
    cells: readonly string[],
    columns: readonly PaperColumn[],
    widths: readonly number[],
  ): 'same-page' | 'new-page' {
    const size = SIZES.cell;
    const measure = this.#measure;
    const broken = cells.map((cell, index) =>
      breakLines(cell, { width: (widths[index] ?? 0) - GAP, size, measure }),
    );
    const height = Math.max(1, ...broken.map((lines) => lines.length)) * size * LINE + GAP / 2;
    const isNew = this.keepTogether(height);
    let x = MARGIN;
    for (const [index, lines] of broken.entries()) {
      const width = widths[index] ?? 0;
      for (const [line, text] of lines.entries()) {
        const indent = columns[index]?.isFigure ? width - GAP - measure(text, size) : 0;
        this.#mark({ kind: 'text', x: x + indent, y: this.#y - (line + 1) * size * LINE, size, text });
      }
      x += width;
    }
    this.#y -= height;
    this.rule();
    return isNew ? 'new-page' : 'same-page';
  }

  /** Begins a page where `height` does not fit on this one, and says so. */
  keepTogether(height: number): boolean {
    if (this.#y - height >= MARGIN) return false;
    this.pages.push([]);
    this.#y = PAGE.height - MARGIN;
    return true;
  }

  #mark(mark: PaperMark): void {
    this.pages.at(-1)?.push(mark);
  }
}
