import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { CameraHealth } from './camera-health.tsx';
import { CountingPanel } from './counting-panel.tsx';
import { DemoBanner } from './demo-banner.tsx';
import styles from './live-view.module.css';
import { StagePanel } from './stage-panel.tsx';
import { TodayTiles } from './today-tiles.tsx';
import { TruthTable } from './truth-table.tsx';
import { ZonesNow } from './zones-now.tsx';

/** いま: what happens in the shop at this moment, and whether the figures can be trusted. */
export function LiveView(): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const comparing = useSignal(false);
  const state = counting.state.value.kind;
  const demo = counting.mode.value === 'demo';
  const counted = state === 'running';
  return (
    <>
      <h1 class={layout.hidden}>{m.live.title}</h1>
      {demo && state !== 'elsewhere' && <DemoBanner comparing={comparing} />}
      {demo && comparing.value && <TruthTable />}
      <TodayTiles />
      {counted ? (
        <div class={styles.floor}>
          <StagePanel />
          <div class={styles.beside}>
            <ZonesNow />
            <CameraHealth />
          </div>
        </div>
      ) : (
        <CountingPanel />
      )}
    </>
  );
}
