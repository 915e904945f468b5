import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  doneSteps,
  nextStep,
  OPTIONAL_STEPS,
  SETUP_STEPS,
  type SetupStep,
} from '../../../core/site/setup-steps.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { OriginNotice } from '../../widgets/origin-notice.tsx';
import { SetupStepBody } from './setup-step-body.tsx';
import styles from './setup-view.module.css';

/** はじめての設定: step by step from the name of the store to the first figures. */
export function SetupView(): JSX.Element {
  const { accuracy, counting, router, site } = useApp();
  const { m } = useText();
  const state = counting.state.value.kind;
  const asked = router.parameters.value.get('step');
  const done = doneSteps(site.site.value, {
    isChecked: accuracy.lines.value.some(({ checks }) => checks > 0),
    isCounting: state === 'running' && counting.mode.value === 'store',
  });
  const step = SETUP_STEPS.find((name) => name === asked) ?? nextStep(done);
  useEffect(() => {
    // Written down as soon as the settings are read: what is done at a step must not carry one away from it.
    if (state === 'running' && asked === null) router.setParameters({ step });
  }, [state, asked, step, router]);
  if (state === 'elsewhere') {
    return (
      <>
        <h1 class={layout.title}>{m.setup.title}</h1>
        <p class={layout.empty}>{m.cameras.elsewhere}</p>
      </>
    );
  }
  const go = (to: SetupStep): void => router.setParameters({ step: to });
  return (
    <>
      <h1 class={layout.title}>{m.setup.title}</h1>
      <p class={layout.prose} role="status">
        {m.setup.progress(done.length, SETUP_STEPS.length)}
      </p>
      <OriginNotice />
      <div class={styles.setup}>
        <StepList step={step} done={done} go={go} />
        <section class={styles.step} aria-label={m.setup.steps[step].name}>
          <h2 class={styles.name}>{m.setup.steps[step].name}</h2>
          <p class={layout.prose}>{m.setup.steps[step].text}</p>
          <SetupStepBody key={step} step={step} go={go} />
          <StepButtons step={step} isDone={done.includes(step)} go={go} />
        </section>
      </div>
    </>
  );
}

function StepList({
  step,
  done,
  go,
}: {
  readonly step: SetupStep;
  readonly done: readonly SetupStep[];
  readonly go: (to: SetupStep) => void;
}): JSX.Element {
  const { m } = useText();
  return (
    <ol class={styles.steps} aria-label={m.setup.list}>
      {SETUP_STEPS.map((name, index) => {
        const isDone = done.includes(name);
        const state = isDone ? m.setup.states.done : m.setup.states.open;
        const isOptional = !isDone && OPTIONAL_STEPS.includes(name);
        return (
          <li key={name}>
            <button
              type="button"
              class={styles.choice}
              aria-current={name === step ? 'step' : undefined}
              onClick={() => go(name)}
            >
              <span class={styles.mark} data-done={isDone} aria-hidden="true">
                {isDone ? '✓' : index + 1}
              </span>
              <span>
                {m.setup.steps[name].name}
                <span class={styles.state}>{isOptional ? m.setup.optional : state}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function StepButtons({
  step,
  isDone,
  go,
}: {
  readonly step: SetupStep;
  readonly isDone: boolean;
  readonly go: (to: SetupStep) => void;
}): JSX.Element {
  const { m } = useText();
  const at = SETUP_STEPS.indexOf(step);
  const before = SETUP_STEPS[at - 1];
  const next = SETUP_STEPS[at + 1];
  return (
    <div class={`${layout.row} ${styles.ways}`}>
      {before && (
        <Button kind="quiet" onClick={() => go(before)}>
          {m.setup.back}
        </Button>
      )}
      {next && <Button onClick={() => go(next)}>{isDone ? m.setup.next : m.setup.skip}</Button>}
    </div>
  );
}
