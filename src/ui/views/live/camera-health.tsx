import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { gapCauseOf } from '../../../core/camera-life/gap-of-phase.ts';
import type { CameraStatus } from '../../../state/camera-status.ts';
import { LEAST_SURE_FPS, shortfallOf, type Shortfall } from '../../../state/shortfall.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import layout from '../../styles/layout.module.css';
import { paceText } from '../../widgets/pace-text.ts';
import styles from './camera-health.module.css';
import { CameraHealthDetails } from './camera-health-details.tsx';

const CAUSES = ['engine', 'camera'] as const;
const LOOK_MS = 1000;

/** Each camera in one line: what it does, how fast, how fresh. */
export function CameraHealth(): JSX.Element {
  const { counting, clock } = useApp();
  const { m } = useText();
  const nowMs = useSignal(clock.nowMs());
  useSignalEffect(() => clock.every(LOOK_MS, () => (nowMs.value = clock.nowMs())));
  // Pace and age change with every frame, and nobody reads them so fast; what a camera does is said at once.
  const turns = useComputed(() => turnsOf(counting.cameras.value));
  const shown = useComputed(() => ({
    turns: turns.value,
    nowMs: nowMs.value,
    cameras: counting.cameras.peek(),
  }));
  const engine = counting.engine.value;
  const { cameras } = shown.value;
  const rows = cameras.map((status) => ({ status, shortfall: shortfallOf(status, cameras) }));
  return (
    <section aria-label={m.live.health}>
      <div class={styles.head}>
        <h2 class={layout.heading}>{m.live.health}</h2>
        {engine && <span class={styles.engine}>{m.live.backend[engine.backend]}</span>}
      </div>
      <ul class={styles.cameras}>
        {rows.map(({ status, shortfall }) => (
          <CameraLine
            key={status.camera.id}
            status={status}
            shortfall={shortfall}
            nowMs={shown.value.nowMs}
          />
        ))}
      </ul>
      {CAUSES.filter((cause) =>
        rows.some(({ shortfall }) => shortfall?.unsure && shortfall.cause === cause),
      ).map((cause) => (
        <p key={cause} class={styles.unsure}>
          {m.live.unsure[cause](LEAST_SURE_FPS)}
        </p>
      ))}
      <CameraHealthDetails cameras={cameras} />
    </section>
  );
}

/** Differs when a camera has come, gone, been renamed, or does something else than before. */
function turnsOf(cameras: readonly CameraStatus[]): string {
  return JSON.stringify(
    cameras.map(({ camera, phase, sinceMs, picture, problem, retryAtMs }) => [
      [camera.id, camera.name, phase, sinceMs],
      [picture, problem?.code ?? null, retryAtMs],
    ]),
  );
}

function CameraLine({
  status,
  shortfall,
  nowMs,
}: {
  readonly status: CameraStatus;
  readonly shortfall: Shortfall | null;
  readonly nowMs: number;
}): JSX.Element {
  const { m, f } = useText();
  const { camera, phase, sinceMs, health, picture } = status;
  const text = m.cameraHealth;
  const ageS = health.lastTallyMs === null ? null : Math.max(0, nowMs - health.lastTallyMs) / 1000;
  return (
    <li class={styles.camera} data-phase={phase}>
      <span class={styles.name}>{camera.name}</span>
      <span class={styles.phase}>
        {m.phases[phase]} <span class={styles.since}>{text.since(f.time(sinceMs))}</span>
      </span>
      <span class={styles.numbers}>
        {phase === 'live' && !shortfall && <span>{paceText(status, { m, f })}</span>}
        {phase !== 'stopped' && (
          <span>{ageS === null ? m.live.noFrame : m.live.newest(m.units.shortSeconds(f.decimal(ageS)))}</span>
        )}
      </span>
      {picture && <p class={styles.shortfall}>{text.findings[picture]}</p>}
      {phase !== 'live' && status.problem && <Lost status={status} nowMs={nowMs} />}
      {shortfall && <p class={styles.shortfall}>{shortfallText(status, shortfall, { m, f })}</p>}
    </li>
  );
}

/** Why nothing comes, what to do, and when it is tried again. */
function Lost({ status, nowMs }: { readonly status: CameraStatus; readonly nowMs: number }): JSX.Element {
  const { m, f } = useText();
  const { camera, phase, problem, retryAtMs } = status;
  const cause = gapCauseOf(phase, problem);
  const todo =
    problem && m.problems[problem.code]({ subject: camera.name, detail: problem.detail ?? {} }).todo;
  const leftS = retryAtMs === null ? null : Math.max(0, Math.ceil((retryAtMs - nowMs) / 1000));
  return (
    <p class={styles.lost}>
      {cause && <strong>{m.gaps[cause]}</strong>} {todo}{' '}
      {leftS !== null && <span class={styles.since}>{m.cameraHealth.retryIn(f.duration(leftS))}</span>}
    </p>
  );
}

function shortfallText(
  { health, wantedFps }: CameraStatus,
  { cause }: Shortfall,
  { m, f }: { readonly m: Messages; readonly f: Format },
): string {
  const say = cause === 'engine' ? m.live.shortEngine : m.live.shortCamera;
  return say(f.decimal(health.fps), f.integer(wantedFps ?? 0));
}
