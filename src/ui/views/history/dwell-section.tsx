import type { JSX } from 'preact';
import type { IntervalFigures, QueueFigures } from '../../../contracts/archive.ts';
import { DWELL_BAND_EDGES_S } from '../../../core/measures/dwell-bands.ts';
import { zoneDays, type ZoneDay } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Text } from '../../i18n/error-text.ts';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import type { TableData } from '../../widgets/data-table.tsx';
import { usePeriodText } from './period-text.ts';
import styles from './dwell-section.module.css';

/** How long people stayed in each zone that day. */
export function DwellSection({ total }: { readonly total: IntervalFigures }): JSX.Element | null {
  const { history } = useApp();
  const { m, f } = useText();
  const period = usePeriodText();
  const bandNames = useBandNames();
  const days = zoneDays(total, history.site.value);
  const table = useDwellTable(days);
  if (days.length === 0) return null;
  const rows = days.map(({ zone, figures }) => ({
    name: zone.name,
    note: figures?.dwellBands ? f.duration(figures.dwellMedianS ?? 0) : m.figures.few,
    shares: figures?.dwellBands ?? [],
  }));
  return (
    <ChartFrame
      chart="dwell"
      span={total}
      title={m.history.dwellTitle}
      period={period}
      table={table}
      picture={{ kind: 'shares', rows, bands: bandNames }}
    >
      <DwellBars days={days} />
    </ChartFrame>
  );
}

function DwellBars({ days }: { readonly days: readonly ZoneDay[] }): JSX.Element {
  const bandNames = useBandNames();
  return (
    <>
      <ul class={styles.zones}>
        {days.map((day) => (
          <ZoneRow key={day.zone.id} day={day} />
        ))}
      </ul>
      <ol class={styles.legend}>
        {bandNames.map((name, band) => (
          <li key={name}>
            <span class={styles.key} data-band={band} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ol>
    </>
  );
}

function ZoneRow({ day: { zone, figures, queue } }: { readonly day: ZoneDay }): JSX.Element {
  const { m, f } = useText();
  const bandNames = useBandNames();
  const bands = figures?.dwellBands ?? null;
  const seconds = (value: number | null | undefined): string =>
    value === null || value === undefined ? m.figures.none : f.duration(value);
  return (
    <li class={styles.zone}>
      <span class={styles.name}>{zone.name}</span>
      {bands === null || !figures ? (
        <span class={styles.few}>{m.figures.few}</span>
      ) : (
        <>
          <span class={styles.figures}>
            <Figure label={m.figures.visits} value={f.integer(figures.visits ?? 0)} />
            <Figure
              label={zone.kind === 'queue' ? m.figures.waitMedian : m.figures.dwellMedian}
              value={seconds(figures.dwellMedianS)}
            />
            <Figure label={m.figures.dwellP90} value={seconds(figures.dwellP90S)} />
            {queue && <QueueLength queue={queue} />}
          </span>
          <span class={styles.bar} role="img" aria-label={m.history.bandsLabel(zone.name)}>
            {bands.map((count, band) => (
              <span
                key={band}
                class={styles.band}
                data-band={band}
                style={{ flexGrow: count }}
                title={m.history.bandVisits(bandNames[band] ?? '', f.integer(count))}
              />
            ))}
          </span>
        </>
      )}
    </li>
  );
}

/** How many waited, over the time that was measured. */
function QueueLength({ queue }: { readonly queue: QueueFigures }): JSX.Element | null {
  const { m, f } = useText();
  const { lengthPersonSeconds, lengthMax, measuredS } = queue;
  if (lengthPersonSeconds === null || lengthMax === null || measuredS === 0) return null;
  return (
    <>
      <Figure
        label={m.queue.lengthAverage}
        value={m.queue.ofPeople(f.decimal(lengthPersonSeconds / measuredS))}
      />
      <Figure label={m.queue.lengthMost} value={m.queue.ofPeople(f.integer(lengthMax))} />
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }): JSX.Element {
  return (
    <span class={styles.figure}>
      <span class={styles.label}>{label}</span>
      {value}
    </span>
  );
}

/** The same figures, a zone in each row. */
function useDwellTable(days: readonly ZoneDay[]): TableData {
  const { m, f } = useText();
  const bandNames = useBandNames();
  const seconds = (value: number | null): string => (value === null ? m.figures.none : f.duration(value));
  const hasQueue = days.some(({ queue }) => queue);
  const lengths = hasQueue ? [m.queue.lengthAverage, m.queue.lengthMost] : [];
  const columns = [m.figures.visits, m.figures.dwellMedian, m.figures.dwellP90, ...lengths, ...bandNames];
  return {
    caption: m.history.dwellTitle,
    columns: [m.history.zone, ...columns],
    rows: days.map(({ zone, figures, queue }) => ({
      name: zone.name,
      cells:
        figures?.dwellBands && !figures.suppressed
          ? [
              f.integer(figures.visits ?? 0),
              seconds(figures.dwellMedianS),
              seconds(figures.dwellP90S),
              ...(hasQueue ? lengthsOf(queue, { m, f }) : []),
              ...figures.dwellBands.map((count) => f.integer(count)),
            ]
          : [m.figures.few, ...columns.slice(1).map(() => m.figures.none)],
    })),
  };
}

function lengthsOf(queue: QueueFigures | null, { m, f }: Text): readonly string[] {
  if (!queue || queue.lengthPersonSeconds === null || queue.lengthMax === null || queue.measuredS === 0) {
    return [m.figures.none, m.figures.none];
  }
  return [f.decimal(queue.lengthPersonSeconds / queue.measuredS), f.integer(queue.lengthMax)];
}

function useBandNames(): readonly string[] {
  const { m, f } = useText();
  return DWELL_BAND_EDGES_S.map((edgeS, band) => {
    const from = DWELL_BAND_EDGES_S[band - 1];
    if (from === undefined) return m.history.bandFirst(f.duration(edgeS));
    return edgeS === Infinity
      ? m.history.bandLast(f.duration(from))
      : m.history.band(f.duration(from), f.duration(edgeS));
  });
}
