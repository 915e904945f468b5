import type { JSX } from 'preact';
import { showMonthOfSample } from '../../state/sample-store.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import { ProblemSentences } from './problem-sentences.tsx';
import styles from './sample-controls.module.css';

/** Says above figures that they are the sample's, with the way out; nothing where they are the shop's. */
export function SampleBanner(): JSX.Element | null {
  const { sample } = useApp();
  const { m } = useText();
  if (!sample.site.value) return null;
  return (
    <section class={styles.banner} aria-label={m.sample.title}>
      <p class={styles.text}>{m.sample.banner}</p>
      <RemoveSample />
      <SampleProblem />
    </section>
  );
}

/** Offers the sample where there is nothing to look back at yet. Nothing while it is there. */
export function SampleOffer(): JSX.Element | null {
  const { sample } = useApp();
  const { m } = useText();
  if (sample.site.value) return null;
  return (
    <>
      <p class={layout.prose}>{m.sample.offer}</p>
      <FillSample />
      <SampleProblem />
    </>
  );
}

/** Makes the sample and shows the month before today of it. */
export function FillSample(): JSX.Element {
  const { sample, history } = useApp();
  const { m } = useText();
  const fill = async (): Promise<void> => {
    const filled = await sample.fill();
    if (!filled.ok || !sample.site.value) return;
    await showMonthOfSample(history);
  };
  return (
    <Button disabled={sample.isBusy.value} onClick={() => void fill()}>
      {sample.isBusy.value ? m.sample.filling : m.sample.fill}
    </Button>
  );
}

/** Deletes it; the history goes back to today's own figures. */
export function RemoveSample(): JSX.Element {
  const { sample, history } = useApp();
  const { m } = useText();
  const remove = async (): Promise<void> => {
    await sample.remove();
    if (sample.site.value) return;
    await history.setSpan('day');
    await history.today();
  };
  return (
    <Button disabled={sample.isBusy.value} onClick={() => void remove()}>
      {m.sample.remove}
    </Button>
  );
}

/** Why it could not be made or deleted. */
export function SampleProblem(): JSX.Element | null {
  const problem = useApp().sample.problem.value;
  return (
    problem && (
      <div role="alert">
        <ProblemSentences problem={problem} />
      </div>
    )
  );
}
