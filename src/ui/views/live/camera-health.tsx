import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import type { CameraStatus } from '../../../state/camera-status.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './camera-health.module.css';

/** Each camera in one line: what it does, how fast, how fresh. */
export function CameraHealth(): JSX.Element {
  const { counting, clock } = useApp();
  const { m } = useText();
  const nowMs = useSignal(clock.nowMs());
  useSignalEffect(() => clock.every(1000, () => (nowMs.value = clock.nowMs())));
  const engine = counting.engine.value;
  return (
    <section aria-label={m.live.health}>
      <div class={styles.head}>
        <h2 class={layout.heading}>{m.live.health}</h2>
        {engine && <span class={styles.engine}>{m.live.backend[engine.backend]}</span>}
      </div>
      <ul class={styles.cameras}>
        {counting.cameras.value.map((status) => (
          <CameraLine key={status.camera.id} status={status} nowMs={nowMs.value} />
        ))}
      </ul>
    </section>
  );
}

function CameraLine({
  status,
  nowMs,
}: {
  readonly status: CameraStatus;
  readonly nowMs: number;
}): JSX.Element {
  const { m, f } = useText();
  const { camera, phase, health } = status;
  const ageS = health.lastTallyMs === null ? null : Math.max(0, nowMs - health.lastTallyMs) / 1000;
  return (
    <li class={styles.camera} data-phase={phase}>
      <span class={styles.name}>{camera.name}</span>
      <span class={styles.phase}>{m.phases[phase]}</span>
      <span class={styles.numbers}>
        {phase === 'live' && (
          <>
            <span>
              {f.decimal(health.fps)} {m.units.framesPerSecond}
            </span>
            <span>{m.live.detect(f.integer(health.detectMs))}</span>
          </>
        )}
        {phase !== 'stopped' && (
          <span>{ageS === null ? m.live.noFrame : m.live.newest(m.units.shortSeconds(f.decimal(ageS)))}</span>
        )}
      </span>
    </li>
  );
}
