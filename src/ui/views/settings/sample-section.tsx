import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { RemoveSample, SampleOffer, SampleProblem } from '../../widgets/sample-controls.tsx';
import styles from './settings-view.module.css';

/** 見本データ: makes it or takes it away. */
export function SampleSection(): JSX.Element {
  const { sample, router } = useApp();
  const { m } = useText();
  return (
    <section class={`${layout.section} ${styles.access}`} aria-label={m.sample.title}>
      <h2 class={layout.heading}>{m.sample.title}</h2>
      {sample.site.value ? (
        <>
          <p class={layout.prose}>{m.sample.there}</p>
          <div class={layout.row}>
            <RemoveSample />
            <a href={router.hrefOf('history')}>{m.sample.open}</a>
          </div>
          <SampleProblem />
        </>
      ) : (
        <SampleOffer />
      )}
    </section>
  );
}
