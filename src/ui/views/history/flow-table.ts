import { captureRate } from '../../../core/measures/ratios.ts';
import type { SlotRow } from '../../../state/history-figures.ts';
import { useText } from '../../app-context.ts';
import { useDayMarkText } from './day-mark-text.ts';
import { isDay, rowLabel } from './period-text.ts';
import type { TableData } from '../../widgets/data-table.tsx';

/** The figures behind the chart, a row for each interval. */
export function useFlowTable(
  rows: readonly SlotRow[],
  { total, breaks }: { readonly total: SlotRow; readonly breaks: readonly number[] },
): TableData {
  const { m, f } = useText();
  const marks = useDayMarkText();
  const dayName = (row: SlotRow): string =>
    [rowLabel(row, breaks, f), marks.long(row)].filter((part) => part !== '').join('  ');
  const figure = (value: number | null): string => (value === null ? m.figures.none : f.integer(value));
  const rateOf = ({ in: entered, passersby }: SlotRow): string => {
    const rate = passersby ? captureRate(entered ?? 0, passersby) : null;
    return rate === null ? m.figures.none : f.percent(rate);
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
      name: isDay(row) ? dayName(row) : m.history.range(f.time(row.fromMs), f.time(row.toMs)),
      cells: cells(row),
    })),
    total: { name: rows.some(isDay) ? m.ranges.total : m.history.total, cells: cells(total) },
  };
}
