import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { StoreCalendar } from '../../../core/time/store-calendar.ts';
import { daysBegun, rowCaptureRate, type SlotRow } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import type { BarsPicture, IntervalLook } from '../../canvas/chart-picture.ts';
import type { Format } from '../../i18n/format.ts';
import { LazyBarChart } from '../../widgets/lazy-bar-chart.tsx';
import { useDayMarkText } from './day-mark-text.ts';
import { isDay, rowLabel } from './period-text.ts';
import styles from './flow-chart.module.css';

/** In and out by interval, for the chart and for its image. */
export function useFlowBars(rows: readonly SlotRow[], breaks: readonly number[]): BarsPicture {
  const { history } = useApp();
  const { m, f } = useText();
  const marks = useDayMarkText();
  const areHoursOfDays = history.span.value !== 'day' && !rows.some(isDay);
  const labels = rows.map((row) =>
    areHoursOfDays ? f.dateTime(row.fromMs) : `${rowLabel(row, breaks, f)}${marks.short(row)}`,
  );
  const axis = areHoursOfDays ? firstOfDays(rows, { breaks, calendar: history.calendar.value }, f) : null;
  const words = [...labels, ...(axis ?? [])].join('\n');
  const hasPassersby = rows.some(({ passersby }) => passersby);
  return useMemo(
    (): BarsPicture => ({
      kind: 'bars',
      labels,
      ...(axis && { axis }),
      states: rows.map(stateOf),
      series: [
        { name: m.figures.in, category: 1, values: rows.map((row) => row.in) },
        { name: m.figures.out, category: 2, values: rows.map((row) => row.out) },
      ],
      ...(hasPassersby && {
        line: { name: m.compare.figures['capture-rate'], category: 3, values: rows.map(rowCaptureRate) },
      }),
    }),
    [rows, words, m],
  );
}

/** In and out by interval as bars. */
export function FlowChart({
  data,
  period,
  hasMarks,
}: {
  readonly data: BarsPicture;
  readonly period: string;
  /** Days on the axis are marked as holidays or as noted. */
  readonly hasMarks: boolean;
}): JSX.Element {
  const { preferences } = useApp();
  const { m } = useText();
  const states = new Set(data.states);
  return (
    <div class={styles.flow}>
      <ul class={styles.legend}>
        <LegendItem kind="in" label={m.figures.in} />
        <LegendItem kind="out" label={m.figures.out} />
        {data.line && <LegendItem kind="rate" label={m.history.legendRate(data.line.name)} />}
        {states.has('gap') && <LegendItem kind="gap" label={m.history.legendGap} />}
        {states.has('present') && <LegendItem kind="open" label={m.history.legendOpen} />}
        {states.has('closed') && <LegendItem kind="closed" label={m.history.legendClosed} />}
        {hasMarks && <li class={styles.item}>{m.calendar.marks}</li>}
      </ul>
      <LazyBarChart
        data={data}
        label={m.history.chartLabel(period)}
        theme={preferences.theme.value}
        waiting={m.history.loading}
      />
    </div>
  );
}

function LegendItem({ kind, label }: { readonly kind: string; readonly label: string }): JSX.Element {
  return (
    <li class={styles.item}>
      <span class={styles.key} data-kind={kind} aria-hidden="true" />
      {label}
    </li>
  );
}

/** The business day over its first row, `◆` where it is counted otherwise than what comes before. */
function firstOfDays(
  rows: readonly SlotRow[],
  { breaks, calendar }: { readonly breaks: readonly number[]; readonly calendar: StoreCalendar },
  f: Format,
): readonly string[] {
  return daysBegun(rows, calendar).map((dayMs) => {
    if (dayMs === null) return '';
    return breaks.includes(dayMs) ? `◆ ${f.day(dayMs)}` : f.day(dayMs);
  });
}

function stateOf(row: SlotRow): IntervalLook {
  if (row.present) return 'present';
  if (row.status === 'gap' || row.status === 'closed') return row.status;
  return 'plain';
}
