/** A figure, with or without its sign and unit: no spreadsheet takes it for a formula. */
const NUMBER = /^[+\-−]?\d[\d,.]*\s?%?$/;
const FORMULA = /^[=+\-@＝＋－＠]/;

/** Rows for a spreadsheet's clipboard: tabs between cells, one line a row. What would be run as a formula becomes text. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(toCell).join('\t')}\r\n`).join('');
}

function toCell(value: string): string {
  const line = value.replaceAll(/[\t\r\n]+/g, ' ').trim();
  return FORMULA.test(line) && !NUMBER.test(line) ? `'${line}` : line;
}
