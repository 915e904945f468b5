import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { weekPattern, type PatternCell } from '../../../core/measures/week-pattern.ts';
import { enteredByHour } from '../../../state/pattern-hours.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import styles from './pattern-section.module.css';
import { usePeriodText } from './period-text.ts';

const LEVELS = 5;

/** 曜日×時間帯: when customers come in, over the days shown. */
export function PatternSection({
  hours,
}: {
  readonly hours: readonly IntervalFigures[];
}): JSX.Element | null {
  const { history } = useApp();
  const { m, f } = useText();
  const period = usePeriodText();
  const pattern = weekPattern(
    enteredByHour(hours, { site: history.site.value, calendar: history.calendar.value }),
  );
  const shown = busyHours(pattern);
  if (shown.length === 0) return null;
  const most = Math.max(...pattern.flat().map(({ mean }) => mean ?? 0));
  // Of one day each the means are counts.
  const isWhole = pattern.flat().every(({ mean: value }) => value === null || Number.isInteger(value));
  const mean = (cell: PatternCell | undefined): string => {
    if (cell?.isClosed) return m.intervals.closed;
    if (cell?.mean === null || !cell) return m.figures.none;
    return isWhole ? f.integer(cell.mean) : f.decimal(cell.mean);
  };
  const hasHours = hours.some(({ openTime }) => openTime !== undefined);
  return (
    <ChartFrame
      chart="pattern"
      span={history.period.value}
      title={m.ranges.pattern}
      period={period}
      table={{
        caption: m.ranges.pattern,
        columns: [m.ranges.weekday, ...shown.map(m.ranges.hour)],
        rows: pattern.map((day, weekday) => ({
          name: m.ranges.weekdays[weekday] ?? '',
          cells: shown.map((hour) => mean(day[hour])),
        })),
      }}
      below={<p class={layout.prose}>{hasHours ? m.ranges.patternHintOpen : m.ranges.patternHint}</p>}
    >
      <div class={styles.scroller} tabIndex={0} role="region" aria-label={m.ranges.pattern}>
        <table class={styles.grid}>
          <thead>
            <tr>
              <td />
              {shown.map((hour) => (
                <th key={hour} scope="col">
                  {m.ranges.hour(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pattern.map((day, weekday) => (
              <tr key={weekday}>
                <th scope="row">{m.ranges.weekdays[weekday]}</th>
                {shown.map((hour) => (
                  <Cell key={hour} cell={day[hour]} most={most} text={mean(day[hour])} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}

function Cell({
  cell,
  most,
  text,
}: {
  readonly cell: PatternCell | undefined;
  readonly most: number;
  readonly text: string;
}): JSX.Element {
  const { m } = useText();
  const mean = cell?.mean ?? null;
  if (mean === null) {
    return cell?.isClosed ? (
      <td class={styles.closed} aria-label={m.intervals.closed}>
        {m.ranges.closedMark}
      </td>
    ) : (
      <td class={styles.none} aria-label={m.ranges.patternNone} />
    );
  }
  const level = most === 0 ? 0 : Math.ceil((mean / most) * LEVELS);
  return <td data-level={level}>{text}</td>;
}

/** From the first to the last hour in which anybody came in. */
function busyHours(pattern: readonly (readonly PatternCell[])[]): readonly number[] {
  const isBusy = (hour: number): boolean => pattern.some((day) => (day[hour]?.mean ?? 0) > 0);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const first = hours.findIndex(isBusy);
  return first < 0 ? [] : hours.slice(first, hours.findLastIndex(isBusy) + 1);
}
