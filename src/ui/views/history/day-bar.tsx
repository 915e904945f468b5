import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import styles from './day-bar.module.css';

/** Which day, in which intervals, and the way to write it to a file. */
export function DayBar({ openExport }: { readonly openExport: () => void }): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const { fromMs } = history.day.value;
  return (
    <div class={styles.bar}>
      <p class={styles.day} aria-live="polite">
        {f.day(fromMs)}
      </p>
      <div class={styles.buttons}>
        <Button label={m.history.previous} onClick={() => void history.previous()}>
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
        <Button label={m.history.next} disabled={history.isToday.value} onClick={() => void history.next()}>
          →
        </Button>
        <Button disabled={history.isToday.value} onClick={() => void history.today()}>
          {m.history.todayButton}
        </Button>
      </div>
      <Segmented
        legend={m.history.slot}
        options={[
          { value: 15, label: m.history.minutes(15) },
          { value: 60, label: m.history.minutes(60) },
        ]}
        value={history.minutes.value}
        onChange={(minutes) => void history.setMinutes(minutes)}
      />
      <Button onClick={openExport}>{m.exporting.open}</Button>
    </div>
  );
}
