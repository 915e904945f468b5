import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { StreamStats } from '../../contracts/stream-stats.ts';
import type { Finding, StepResult, StepState } from '../../core/camera-check/diagnose.ts';
import { kindOf } from '../../core/camera-check/gateway-address.ts';
import { gatewaySetting, streamNameOf } from '../../core/camera-check/gateway-setting.ts';
import type { CameraCheck, CameraToCheck, CheckState } from '../../state/camera-check.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import styles from './add-camera-check.module.css';
import { GATEWAY_NAMES } from './add-camera-gateways.ts';

const MARKS: Readonly<Record<StepState, string>> = { passed: '✓', failed: '✗', open: '·' };
/** Below this rate people are lost between two pictures. */
const ENOUGH_FPS = 5;

/** Tries a camera out and shows how far it comes; ends with the element. */
export function CameraCheckPanel({
  camera,
  close,
}: {
  /** Read when the check begins: what is typed meanwhile counts for the next one. */
  readonly camera: CameraToCheck;
  readonly close: () => void;
}): JSX.Element {
  const { cameraSetup } = useApp();
  const { m } = useText();
  const check = useSignal<CameraCheck | null>(null);
  const begin = (): void => {
    check.value?.stop();
    check.value = cameraSetup.check(camera);
  };
  useEffect(() => {
    begin();
    return () => check.peek()?.stop();
  }, []);
  const state = check.value?.state.value;
  return (
    <section class={styles.check} aria-label={m.addCamera.title}>
      <h4 class={layout.heading}>{m.addCamera.title}</h4>
      <ol class={styles.steps}>
        {state?.steps.map((result) => (
          <Step key={result.step} result={result} camera={camera} />
        ))}
      </ol>
      {state?.stats && <Picture stats={state.stats} />}
      <p role="status">{state ? outcomeText(state, m.addCamera) : ''}</p>
      <div class={layout.row}>
        <Button onClick={begin} disabled={state?.isRunning ?? true}>
          {m.addCamera.again}
        </Button>
        <Button kind="quiet" onClick={close}>
          {m.addCamera.close}
        </Button>
      </div>
    </section>
  );
}

function outcomeText(
  { isRunning, steps }: CheckState,
  words: { readonly running: string; readonly good: string },
): string {
  if (isRunning) return words.running;
  return steps.every(({ state }) => state === 'passed') ? words.good : '';
}

function Step({
  result: { step, state, finding },
  camera,
}: {
  readonly result: StepResult;
  readonly camera: CameraToCheck;
}): JSX.Element {
  const { m } = useText();
  return (
    <li class={styles.step} data-state={state}>
      <span class={styles.mark} aria-hidden="true">
        {MARKS[state]}
      </span>
      <span class={styles.name}>
        {m.addCamera.steps[step]}
        <span class={layout.hidden}> {m.addCamera.states[state]}</span>
      </span>
      {finding && (
        <div class={styles.finding}>
          <p>{m.addCamera.findings[finding]}</p>
          {camera.source?.kind === 'whep' && <Setting finding={finding} url={camera.source.url} />}
        </div>
      )}
    </li>
  );
}

/** What to paste into the gateway's settings, where there is something. */
function Setting({ finding, url }: { readonly finding: Finding; readonly url: string }): JSX.Element | null {
  const { m } = useText();
  const copied = useSignal(false);
  const kind = kindOf(url);
  const place = { kind, pageOrigin: location.origin, host: new URL(url).hostname, stream: streamNameOf(url) };
  const lines = gatewaySetting(finding, place);
  if (lines === null) return null;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(lines);
      copied.value = true;
    } catch {
      copied.value = false; // the browser refuses; the lines can still be marked by hand
    }
  };
  const isNamed = kind === 'mediamtx' || kind === 'go2rtc';
  return (
    <div class={styles.setting}>
      <p class={layout.prose}>
        {isNamed ? m.addCamera.setting(GATEWAY_NAMES[kind]) : m.addCamera.settingAny}
      </p>
      <pre class={styles.lines}>{lines}</pre>
      <div class={layout.row}>
        <Button onClick={() => void copy()}>{m.addCamera.copy}</Button>
        <span role="status">{copied.value ? m.addCamera.copied : ''}</span>
      </div>
    </div>
  );
}

function Picture({
  stats: { width, height, framesPerSecond },
}: {
  readonly stats: StreamStats;
}): JSX.Element | null {
  const { m, f } = useText();
  if (width === null || height === null) return null;
  const fps = framesPerSecond === null ? null : f.integer(framesPerSecond);
  return (
    <p>
      {m.addCamera.picture(String(width), String(height), fps)}
      {framesPerSecond !== null && framesPerSecond < ENOUGH_FPS && <> {m.addCamera.slow}</>}
    </p>
  );
}
