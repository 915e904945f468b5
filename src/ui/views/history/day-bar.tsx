import type { JSX } from 'preact';
import type { HistorySpan } from '../../../state/history-store.ts';
import { useApp, useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { hoursText, useDayMarkText } from './day-mark-text.ts';
import { usePeriodText } from './period-text.ts';
import styles from './day-bar.module.css';

const WEEK_BY = ['day', 'hour'] as const;
const SPANS: readonly HistorySpan[] = ['day', 'week', 'month', 'range'];

/** Which days, in which intervals, and the way to write it to a file. */
export function DayBar({ openExport }: { readonly openExport: () => void }): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const { fromMs } = history.day.value;
  const period = usePeriodText();
  const span = history.span.value;
  return (
    <div class={styles.bar}>
      <p class={styles.day} aria-live="polite">
        {period}
      </p>
      <Segmented
        legend={m.ranges.span}
        options={SPANS.map((value) => ({ value, label: m.ranges.spans[value] }))}
        value={span}
        onChange={(value) => void history.setSpan(value)}
      />
      {span === 'range' ? (
        <RangeFields />
      ) : (
        <div class={styles.buttons}>
          <Button label={m.ranges.previous[span]} onClick={() => void history.previous()}>
            ←
          </Button>
          <label class={styles.date}>
            <span class={styles.hidden}>{m.history.day}</span>
            <input
              type="date"
              value={f.isoDate(fromMs)}
              onChange={(event) => void history.showDate(event.currentTarget.value)}
            />
          </label>
          <Button
            label={m.ranges.next[span]}
            disabled={history.isToday.value}
            onClick={() => void history.next()}
          >
            →
          </Button>
          <Button disabled={history.isToday.value} onClick={() => void history.today()}>
            {m.history.todayButton}
          </Button>
        </div>
      )}
      {span === 'day' && (
        <Segmented
          legend={m.history.slot}
          options={[
            { value: 15, label: m.history.minutes(15) },
            { value: 60, label: m.history.minutes(60) },
          ]}
          value={history.minutes.value}
          onChange={(minutes) => void history.setMinutes(minutes)}
        />
      )}
      {span === 'week' && (
        <Segmented
          legend={m.history.slot}
          options={WEEK_BY.map((value) => ({ value, label: m.ranges.weekBy[value] }))}
          value={history.weekBy.value}
          onChange={(weekBy) => history.setWeekBy(weekBy)}
        />
      )}
      <Button onClick={openExport}>{m.exporting.open}</Button>
      {span === 'day' && <DaySpecials />}
    </div>
  );
}

/** What is special about the day shown: a holiday, a note, its opening hours. */
function DaySpecials(): JSX.Element | null {
  const { history, dayMarks } = useApp();
  const { m, f } = useText();
  const { hours } = dayMarks.on(f.isoDate(history.day.value.fromMs));
  const special = useDayMarkText().long(history.day.value);
  const parts = [
    ...(special === '' ? [] : [special]),
    ...(hours === undefined ? [] : [hours ? hoursText(hours, m) : m.calendar.closedDay]),
  ];
  return parts.length === 0 ? null : <p class={styles.specials}>{parts.join(m.figures.separator)}</p>;
}

function RangeFields(): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const { fromMs, lastDayMs } = history.period.value;
  const [from, to] = [f.isoDate(fromMs), f.isoDate(lastDayMs)];
  return (
    <div class={styles.buttons}>
      <span class={styles.date}>
        <input
          type="date"
          aria-label={m.compare.from}
          value={from}
          onChange={(event) => void history.setRange(event.currentTarget.value, to)}
        />
      </span>
      <span class={styles.date}>
        <input
          type="date"
          aria-label={m.compare.to}
          value={to}
          onChange={(event) => void history.setRange(from, event.currentTarget.value)}
        />
      </span>
    </div>
  );
}
