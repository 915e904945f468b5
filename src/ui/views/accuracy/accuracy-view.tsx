import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Line } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { LineAdvice } from '../../widgets/placement-advice.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { CheckResults } from './check-results.tsx';
import { RunningPanel } from './running-panel.tsx';
import styles from './accuracy-view.module.css';

/** 実測照合: somebody counts with two keys, and sees how well the system counted beside. */
export function AccuracyView(): JSX.Element {
  const { accuracy, counting } = useApp();
  const { m } = useText();
  const isRunning = counting.state.value.kind === 'running';
  useEffect(() => {
    if (isRunning) void accuracy.load();
  }, [accuracy, isRunning]);
  const running = accuracy.running.value;
  const problem = accuracy.problem.value;
  if (counting.state.value.kind === 'elsewhere') {
    return (
      <>
        <h1 class={layout.title}>{m.accuracy.title}</h1>
        <p class={layout.empty}>{m.cameras.elsewhere}</p>
      </>
    );
  }
  return (
    <>
      <h1 class={layout.title}>{m.accuracy.title}</h1>
      <p class={layout.prose}>{m.accuracy.intro}</p>
      {counting.mode.value === 'demo' && <p class={layout.prose}>{m.accuracy.demo}</p>}
      {problem && (
        <div role="alert">
          <ProblemSentences problem={problem} />
        </div>
      )}
      {running ? <RunningPanel running={running} /> : accuracy.isUnsaved.value ? <UnsavedCheck /> : <Lines />}
    </>
  );
}

/** What somebody counted is not lost because no PIN was given or the disk was full. */
function UnsavedCheck(): JSX.Element {
  const { accuracy } = useApp();
  const { m } = useText();
  return (
    <section class={styles.running} aria-label={m.accuracy.unsaved}>
      <p class={layout.prose}>{m.accuracy.unsaved}</p>
      <div class={layout.row}>
        <Button kind="primary" onClick={() => void accuracy.keep()}>
          {m.accuracy.keep}
        </Button>
        <Button kind="quiet" onClick={() => accuracy.discard()}>
          {m.accuracy.discard}
        </Button>
      </div>
    </section>
  );
}

function Lines(): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const lines = counting.site.value.cameras.flatMap((camera) =>
    camera.lines.map((line) => ({ line, camera: camera.id })),
  );
  if (lines.length === 0) return <p class={layout.empty}>{m.accuracy.noLine}</p>;
  return (
    <section class={styles.lines} aria-label={m.accuracy.byLine}>
      {lines.map(({ line, camera }) => (
        <LineSection key={line.id} line={line} camera={camera} />
      ))}
      <p class={styles.method}>{m.accuracy.method}</p>
    </section>
  );
}

function LineSection({ line, camera }: { readonly line: Line; readonly camera: number }): JSX.Element {
  const { accuracy, counting } = useApp();
  const { m } = useText();
  const isLive = counting.cameras.value.some(
    (status) => status.camera.id === camera && status.phase === 'live',
  );
  const isFast = counting.mode.value === 'demo' && counting.speed.value === 'fast-forward';
  return (
    <section class={layout.section}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{line.name}</h2>
        <Button
          disabled={!isLive || isFast}
          label={m.accuracy.startLine(line.name)}
          onClick={() => void accuracy.start(line.id)}
        >
          {m.accuracy.start}
        </Button>
      </div>
      {isFast && <p class={layout.prose}>{m.accuracy.demoFast}</p>}
      {!isLive && <p class={layout.prose}>{m.accuracy.notMeasured}</p>}
      <CheckResults line={line} />
      {isLive && <LineAdvice line={line} />}
    </section>
  );
}
