import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { cameraUptimes, type CameraUptime, type UptimeSlot } from '../../../state/camera-uptime.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import type { TableData } from '../../widgets/data-table.tsx';
import { isDay, usePeriodText } from './period-text.ts';
import styles from './uptime-section.module.css';

/** What each camera measured of the day, and why not the rest. */
export function UptimeSection({
  total,
  slots,
}: {
  readonly total: IntervalFigures;
  readonly slots: readonly IntervalFigures[];
}): JSX.Element | null {
  const { history } = useApp();
  const { m, f } = useText();
  const period = usePeriodText();
  const startOf = ({ fromMs }: IntervalFigures): string =>
    history.span.value === 'day' ? f.time(fromMs) : f.day(fromMs);
  const cameras = cameraUptimes(total, slots, history.site.value);
  const table = useUptimeTable(cameras, slots);
  if (cameras.length === 0) return null;
  const [first] = slots;
  const last = slots.at(-1);
  const text = m.cameraHealth.uptime;
  const [from, to] =
    first && last
      ? [startOf(first), history.span.value === 'day' ? f.time(last.toMs) : f.day(last.fromMs)]
      : ['', ''];
  const rows = cameras.map((camera) => ({
    name: camera.name ?? text.deleted(camera.camera),
    note: camera.rate === null ? m.figures.none : f.percent(camera.rate),
    slots: camera.slots.map(({ measured, missed }) => ({ measured, missed })),
  }));
  return (
    <ChartFrame
      chart="uptime"
      span={total}
      title={text.title}
      period={period}
      table={table}
      picture={{ kind: 'strips', from, to, rows }}
      above={<p class={layout.prose}>{total.openTime ? text.introOpen : text.intro}</p>}
    >
      <UptimeBars cameras={cameras} from={from} to={to} />
    </ChartFrame>
  );
}

function UptimeBars({
  cameras,
  from,
  to,
}: {
  readonly cameras: readonly CameraUptime[];
  readonly from: string;
  readonly to: string;
}): JSX.Element {
  const { m } = useText();
  const text = m.cameraHealth.uptime;
  return (
    <div class={styles.scroller} tabIndex={0} role="group" aria-label={text.title}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.camera}</th>
            <th scope="col">
              <span class={styles.hours}>
                <span>{from}</span>
                <span>{to}</span>
              </span>
            </th>
            <th scope="col">{text.measured}</th>
            <th scope="col">{text.gaps}</th>
          </tr>
        </thead>
        <tbody>
          {cameras.map((camera) => (
            <CameraRow key={camera.camera} camera={camera} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How much of each interval each camera measured; below, the day and what was missed. */
function useUptimeTable(cameras: readonly CameraUptime[], slots: readonly IntervalFigures[]): TableData {
  const { m, f } = useText();
  const text = m.cameraHealth.uptime;
  const share = ({ measured, missed, closed }: UptimeSlot): string => {
    if (closed) return m.intervals.closed;
    return measured + missed === 0 ? m.figures.none : f.percent(measured / (measured + missed));
  };
  return {
    caption: text.title,
    columns: [m.history.time, ...cameras.map(({ camera, name }) => name ?? text.deleted(camera))],
    rows: [
      ...slots.map(({ fromMs, toMs }, index) => ({
        name: isDay({ fromMs, toMs }) ? f.day(fromMs) : m.history.range(f.time(fromMs), f.time(toMs)),
        cells: cameras.map(({ slots: own }) => {
          const slot = own[index];
          return slot ? share(slot) : m.figures.none;
        }),
      })),
      {
        name: text.gaps,
        cells: cameras.map(({ gaps }) =>
          gaps.length === 0
            ? text.none
            : gaps
                .map(({ cause, seconds }) => `${m.gaps[cause]} ${f.duration(seconds)}`)
                .join(m.figures.separator),
        ),
      },
    ],
    total: {
      name: slots.some(isDay) ? m.ranges.total : m.history.total,
      cells: cameras.map(({ rate }) => (rate === null ? m.figures.none : f.percent(rate))),
    },
  };
}

function CameraRow({ camera }: { readonly camera: CameraUptime }): JSX.Element {
  const { m, f } = useText();
  const text = m.cameraHealth.uptime;
  const name = camera.name ?? text.deleted(camera.camera);
  const measured = camera.rate === null ? m.figures.none : f.percent(camera.rate);
  const gaps = camera.gaps.map(({ cause, seconds }) => `${m.gaps[cause]} ${f.duration(seconds)}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <div class={styles.bar} role="img" aria-label={text.bar(name, measured)}>
          {camera.slots.map((slot) => (
            <Slot key={slot.fromMs} slot={slot} />
          ))}
        </div>
      </td>
      <td class={styles.number}>{measured}</td>
      <td class={styles.gaps}>{gaps.length > 0 ? gaps.join(m.figures.separator) : text.none}</td>
    </tr>
  );
}

/** From the bottom: measured, then hatched what was missed. */
function Slot({ slot }: { readonly slot: UptimeSlot }): JSX.Element {
  return (
    <span class={styles.slot} data-closed={slot.closed}>
      <span class={styles.missed} style={{ height: `${slot.missed * 100}%` }} />
      <span class={styles.measured} style={{ height: `${slot.measured * 100}%` }} />
    </span>
  );
}
