import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { cameraUptimes, type CameraUptime, type UptimeSlot } from '../../../state/camera-uptime.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './uptime-section.module.css';

/** What each camera measured of the day, and why not the rest. */
export function UptimeSection({
  total,
  slots,
}: {
  readonly total: IntervalFigures;
  readonly slots: readonly IntervalFigures[];
}): JSX.Element | null {
  const { counting } = useApp();
  const { m, f } = useText();
  const cameras = cameraUptimes(total, slots, counting.site.value);
  if (cameras.length === 0) return null;
  const [first] = slots;
  const last = slots.at(-1);
  const text = m.cameraHealth.uptime;
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{text.title}</h2>
      <p class={layout.prose}>{text.intro}</p>
      <div class={styles.scroller}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.camera}</th>
              <th scope="col">
                <span class={styles.hours}>
                  <span>{first && f.time(first.fromMs)}</span>
                  <span>{last && f.time(last.toMs)}</span>
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
    </section>
  );
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
    <span class={styles.slot}>
      <span class={styles.missed} style={{ height: `${slot.missed * 100}%` }} />
      <span class={styles.measured} style={{ height: `${slot.measured * 100}%` }} />
    </span>
  );
}
