import { rowCaptureRate, type SlotRow } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import { useDayMarkText } from './day-mark-text.ts';
import { isDay, rowLabel } from './period-text.ts';
import type { TableData } from '../../widgets/data-table.tsx';

/** The figures behind the chart, a row for each interval. */
export function useFlowTable(
  rows: readonly SlotRow[],
  { total, breaks }: { readonly total: SlotRow; readonly breaks: readonly number[] },
): TableData {
  const { history } = useApp();
  const { m, f } = useText();
  const isOneDay = history.span.value === 'day';
  const marks = useDayMarkText();
  const dayName = (row: SlotRow): string =>
    [rowLabel(row, breaks, f), marks.long(row)].filter((part) => part !== '').join('  ');
  const figure = (value: number | null): string => (value === null ? m.figures.none : f.integer(value));
  const rateOf = (row: SlotRow): string => {
    const rate = rowCaptureRate(row);
    return rate === null ? m.figures.none : f.percent(rate);
  };
  const hourName = ({ fromMs, toMs }: SlotRow): string => {
    const hour = m.history.range(f.time(fromMs), f.time(toMs));
    return isOneDay ? hour : `${f.day(fromMs)} ${hour}`;
  };
  const cells = (row: SlotRow): readonly string[] => [
    figure(row.in),
    figure(row.out),
    figure(row.passersby),
    rateOf(row),
    figure(row.occupancyEnd),
    row.coverage === null ? m.figures.none : f.percent(row.coverage),
    row.status === 'open' && !row.present ? m.figures.none : m.intervals[row.present ? 'open' : row.status],
  ];
  return {
    caption: m.history.flowTitle,
    columns: [
      m.history.time,
      m.figures.in,
      m.figures.out,
      m.figures.passersby,
      m.compare.figures['capture-rate'],
      m.history.occupancyEnd,
      m.history.coverage,
      m.history.status,
    ],
    rows: rows.map((row) => ({
      name: isDay(row) ? dayName(row) : hourName(row),
      cells: cells(row),
    })),
    total: { name: isOneDay ? m.history.total : m.ranges.total, cells: cells(total) },
  };
}
