import { useComputed, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import { Button, ButtonLink } from '../../widgets/button.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import styles from './demo-banner.module.css';

/** Says that the shop on the screen is simulated, and offers its speed, the truth and the way out of it. */
export function DemoBanner({ comparing }: { readonly comparing: Signal<boolean> }): JSX.Element {
  const { counting, router } = useApp();
  const { m, f } = useText();
  const clock = useComputed(() => {
    const today = counting.state.value.kind === 'running' ? counting.live.today.value : null;
    return today ? m.demo.clock(f.time(today.nowMs)) : '';
  });
  return (
    <section class={styles.banner} aria-label={m.demo.title}>
      <p class={styles.text}>
        <strong>{m.demo.title}</strong>
        {m.demo.text} <span class={styles.end}>{m.demo.end}</span>
      </p>
      <div class={styles.controls}>
        <span class={styles.clock}>{clock}</span>
        <Segmented
          legend={m.demo.speed}
          options={[
            { value: 'real-time', label: m.demo.realTime },
            { value: 'fast-forward', label: m.demo.fastForward },
          ]}
          value={counting.speed.value}
          onChange={(speed) => void counting.setSpeed(speed)}
        />
        <Button onClick={() => (comparing.value = !comparing.value)}>
          {comparing.value ? m.demo.compareHide : m.demo.compare}
        </Button>
        <ButtonLink href={router.hrefOf('setup')}>{m.setup.begin}</ButtonLink>
      </div>
    </section>
  );
}
