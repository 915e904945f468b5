import type { Spread } from './statistics.ts';

/** One line of the benchmark. */
export interface BenchRow {
  readonly what: string;
  /** Threads that compute; null where that is no question. */
  readonly threads: number | null;
  /** The measurements, or one figure already in words. */
  readonly measured: Spread | string;
  readonly unit: string;
  /** A ratio, a share or a remark. */
  readonly note: string;
}

/** A part of the benchmark, or why it was left out. `remarks` stand under the table. */
export type BenchSection =
  | { readonly title: string; readonly rows: readonly BenchRow[]; readonly remarks: readonly string[] }
  | { readonly title: string; readonly absent: string };

const HEAD = ['What', 'Threads', 'Samples', 'Median', 'Middle half', 'Note'];

/** The table in Markdown, columns aligned for reading in a terminal, and the remarks under it. */
export function benchTable(sections: readonly BenchSection[]): string {
  const all = [HEAD, ...sections.flatMap(linesOf)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const remarks = sections.flatMap((section) => ('absent' in section ? [] : section.remarks));
  return [line(HEAD), rule, ...all.slice(1).map(line), ...remarks.map((remark) => `\n* ${remark}`)].join(
    '\n',
  );
}

/** Three significant digits at least, and no more decimals than that takes. */
export function figureText(value: number): string {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}

function linesOf(section: BenchSection): string[][] {
  if ('absent' in section) return [[section.title, '', '', '', '', `not measured: ${section.absent}`]];
  return [[section.title], ...section.rows.map(cells)];
}

function cells({ what, threads, measured, unit, note }: BenchRow): string[] {
  const start = [`– ${what}`, threads === null ? '' : `${threads}`];
  if (typeof measured === 'string') return [...start, '', `${measured} ${unit}`.trim(), '', note];
  const { samples, median, low, high } = measured;
  const middle = samples > 1 ? `${figureText(low)}–${figureText(high)}` : '';
  return [...start, `${samples}`, `${figureText(median)} ${unit}`.trim(), middle, note];
}
