import type { ExportRow } from './export-columns.ts';

/** CSV for spreadsheets in Japan: UTF-8 with BOM, CRLF. What is absent or null is empty, never 0. */
export function toCsv(columns: readonly string[], rows: readonly ExportRow[]): string {
  const lines = rows.map((row) => columns.map((column) => toField(row[column] ?? null)).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function toField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run these as a formula; the apostrophe makes it text.
  const isFormula = /^[=+\-@\t\r＝＋－＠]/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return isFormula || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
