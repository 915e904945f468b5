import type { JSX } from 'preact';
import type { StartingStep } from '../../../state/counting-status.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import styles from './counting-panel.module.css';

const STEPS: readonly StartingStep[] = ['storage', 'engine', 'cameras'];

/** Why nothing is counted in this tab at present, and the next step. */
export function CountingPanel(): JSX.Element | null {
  const { counting } = useApp();
  const { m } = useText();
  const state = counting.state.value;
  switch (state.kind) {
    case 'starting':
      return <Steps now={state.step} />;
    case 'elsewhere':
      return <p class={styles.panel}>{m.live.elsewhere}</p>;
    case 'stopped':
    case 'failed':
      return (
        <section class={styles.panel}>
          <h2 class={layout.title}>{m.live.stoppedTitle}</h2>
          <p class={layout.prose}>{m.live.stoppedText}</p>
          <Button kind="primary" onClick={() => void counting.start()}>
            {state.kind === 'failed' ? m.live.restart : m.live.start}
          </Button>
        </section>
      );
    case 'running':
      return null;
  }
}

function Steps({ now }: { readonly now: StartingStep }): JSX.Element {
  const { m } = useText();
  const current = STEPS.indexOf(now);
  return (
    <section class={styles.panel}>
      <h2 class={layout.title}>{m.live.startingTitle}</h2>
      <ol class={styles.steps}>
        {STEPS.map((step, index) => {
          const stage = index < current ? 'done' : index === current ? 'now' : 'next';
          const word = { done: m.live.stepDone, now: m.live.stepNow, next: m.live.stepNext }[stage];
          return (
            <li key={step} class={styles.step} data-stage={stage}>
              <span>{m.steps[step]}</span>
              <span class={styles.word}>{word}</span>
            </li>
          );
        })}
      </ol>
      <p class={layout.prose}>{m.live.startingHint}</p>
    </section>
  );
}
