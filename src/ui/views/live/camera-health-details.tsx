import type { JSX } from 'preact';
import type { NetworkStats, StreamStats } from '../../../contracts/stream-stats.ts';
import type { EngineTrial } from '../../../core/detection/engine-trials.ts';
import type { CameraStatus } from '../../../state/camera-status.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { paceText } from '../../widgets/pace-text.ts';
import styles from './camera-health-details.module.css';

/** What the cameras cost this PC, for those who want to know. */
export function CameraHealthDetails({ cameras }: { readonly cameras: readonly CameraStatus[] }): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const engine = counting.engine.value;
  const live = cameras.filter(({ phase }) => phase === 'live');
  return (
    <details>
      <summary class={styles.summary}>{m.live.technical}</summary>
      {engine && (
        <p class={styles.hint}>
          {m.live.engineFacts(m.live.backend[engine.backend], engine.threads, f.integer(engine.fullMs))}
        </p>
      )}
      {engine?.trials && engine.trials.length > 1 && (
        <p class={styles.hint}>
          {m.live.tried(
            engine.trials.map((trial) => trialText(trial, { m, f })).join(m.figures.listSeparator),
          )}
        </p>
      )}
      <ul class={styles.cameras}>
        {live.map((status) => (
          <CameraCost key={status.camera.id} status={status} />
        ))}
      </ul>
      <p class={styles.hint}>{m.live.technicalHint}</p>
    </details>
  );
}

function trialText(
  { engine, fullMs }: EngineTrial,
  { m, f }: { readonly m: Messages; readonly f: Format },
): string {
  return m.live.trial(m.live.engines[engine], fullMs === null ? null : f.integer(fullMs));
}

function CameraCost({ status }: { readonly status: CameraStatus }): JSX.Element {
  const { m, f } = useText();
  const { detectMs, otherMs, sparedShare, engineShare } = status.health.cost;
  const figures = [
    paceText(status, { m, f }),
    m.live.detectMs(f.integer(detectMs)),
    m.live.otherMs(f.integer(otherMs)),
    m.live.spared(f.percent(sparedShare)),
    m.live.engineShare(f.percent(engineShare)),
  ];
  return (
    <li>
      <span class={styles.name}>{status.camera.name}</span>
      <span class={styles.figures}>
        {[...streamFacts(status.stats, { m, f }), ...figures].map((figure) => (
          <span key={figure}>{figure}</span>
        ))}
      </span>
    </li>
  );
}

/** What the connection or the device has delivered; nothing where it does not tell. */
function streamFacts(
  stats: StreamStats | null,
  { m, f }: { readonly m: Messages; readonly f: Format },
): readonly string[] {
  if (!stats) return [];
  const { width, height, framesPerSecond, framesDropped, network } = stats;
  const text = m.cameraHealth;
  return [
    ...(width !== null && height !== null ? [text.size(String(width), String(height))] : []),
    ...(framesPerSecond === null ? [] : [text.arriving(f.integer(framesPerSecond))]),
    text.dropped(f.integer(framesDropped)),
    ...(network ? networkFacts(network, { m, f }) : []),
  ];
}

function networkFacts(
  { codec, packetsLost, packetsReceived, jitterMs, freezes }: NetworkStats,
  { m, f }: { readonly m: Messages; readonly f: Format },
): readonly string[] {
  const text = m.cameraHealth;
  const lost = Math.max(0, packetsLost);
  return [
    ...(codec === null ? [] : [codec]),
    text.lost(f.percent(lost / Math.max(1, lost + packetsReceived))),
    ...(jitterMs === null ? [] : [text.jitter(f.integer(jitterMs))]),
    text.freezes(f.integer(freezes)),
  ];
}
