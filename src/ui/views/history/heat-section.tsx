import type { JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HeatMap, HeatFigures, IntervalFigures } from '../../../contracts/archive.ts';
import { cameraCoverage } from '../../../core/measures/open-coverage.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { shownSeconds } from '../../../state/heat-places.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { HeatPicture, useHeatScene, type HeatGround } from './heat-picture.tsx';
import styles from './heat-section.module.css';
import { MOST_PLACES, useHeatTable } from './heat-table.ts';
import { usePeriodText } from './period-text.ts';

const GROUNDS = ['plan', 'picture'] as const;

/** Where in a camera's view people spent their time; read anew with the figures of the days shown. */
export function HeatSection({ total }: { readonly total: IntervalFigures }): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const camera = heat.camera.value;
  const state = heat.state.value;
  useEffect(() => void heat.refresh(), [heat, total]);
  if (camera && state.kind === 'ready' && state.map.heat && shownSeconds(state.map.heat) > 0) {
    return <HeatChart camera={camera} figures={state.map.heat} map={state.map} total={total} />;
  }
  return (
    <section class={layout.section} aria-label={m.heat.title}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.heat.title}</h2>
        <div class={styles.choices}>
          <CameraChoice />
        </div>
      </div>
      {camera ? <NoHeat total={total} /> : <p class={layout.prose}>{m.heat.noCamera}</p>}
    </section>
  );
}

function CameraChoice(): JSX.Element | null {
  const { heat } = useApp();
  const { m } = useText();
  if (heat.cameras.value.length < 2) return null;
  return (
    <Segmented
      legend={m.heat.chooseCamera}
      options={heat.cameras.value.map(({ id, name }) => ({ value: id, label: name }))}
      value={heat.camera.value?.id ?? 0}
      onChange={(id) => void heat.choose(id)}
    />
  );
}

/** Being read, not readable, or nothing to show yet. */
function NoHeat({ total }: { readonly total: IntervalFigures }): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const state = heat.state.value;
  if (state.kind === 'loading') return <p class={layout.prose}>{m.heat.loading}</p>;
  if (state.kind === 'failed') return <ProblemSentences problem={state.problem} />;
  return (
    <>
      <p>{m.heat.empty}</p>
      <p class={layout.prose}>{m.heat.emptyHint}</p>
      <Notes map={state.map} total={total} />
    </>
  );
}

function HeatChart({
  camera,
  figures,
  map,
  total,
}: {
  readonly camera: CountedCamera;
  readonly figures: HeatFigures;
  readonly map: HeatMap;
  readonly total: IntervalFigures;
}): JSX.Element {
  const { heat, history } = useApp();
  const { m } = useText();
  const period = usePeriodText();
  const chosen = useSignal<HeatGround>('plan');
  const canBeOnPlan = figures.floor !== null && heat.plan.value !== null;
  // The records keep the floor's cells; where they lie in the picture only a calibration tells.
  const canBeInPicture = !figures.floor || camera.calibration !== null;
  const ground = canBeOnPlan && (chosen.value === 'plan' || !canBeInPicture) ? 'plan' : 'picture';
  const scene = useHeatScene(camera, figures, ground);
  const isDrawn = canBeOnPlan || canBeInPicture;
  const notes = (
    <>
      <p class={layout.prose}>
        {m.heat.rule} {figures.floor ? m.heat.cellOnFloor(String(figures.floor.cellM)) : m.heat.cellInPicture}
      </p>
      <Notes map={map} total={total} />
    </>
  );
  return (
    <ChartFrame
      chart="heat"
      span={history.period.value}
      title={m.heat.title}
      period={[period, camera.name].join('  ')}
      table={useHeatTable(camera, figures, MOST_PLACES)}
      copied={useHeatTable(camera, figures, figures.cells.length)}
      picture={isDrawn ? scene.picture : null}
      controls={
        <>
          <CameraChoice />
          {canBeOnPlan && canBeInPicture && (
            <Segmented
              legend={m.heat.chooseGround}
              options={GROUNDS.map((value) => ({ value, label: m.heat.grounds[value] }))}
              value={ground}
              onChange={(value) => (chosen.value = value)}
            />
          )}
        </>
      }
      onlyTable={!isDrawn}
      above={!isDrawn && <p class={layout.prose}>{m.heat.notCalibrated}</p>}
      below={notes}
    >
      <HeatPicture camera={camera} figures={figures} scene={scene} />
    </ChartFrame>
  );
}

/** What the figures rest on, and what they leave out. */
function Notes({
  map,
  total,
}: {
  readonly map: HeatMap;
  readonly total: IntervalFigures;
}): JSX.Element | null {
  const { heat } = useApp();
  const { m, f } = useText();
  if (map.measuredS === 0) return null;
  const figures = total.cameras.find(({ camera }) => camera === heat.camera.value?.id);
  const rate = figures ? cameraCoverage(figures) : null;
  const measured = f.duration(map.measuredS);
  return (
    <>
      <p class={layout.prose}>
        {rate === null ? m.heat.measured(measured) : m.heat.measuredRate(measured, f.percent(rate))}
      </p>
      {map.partS > 0 && <p class={layout.prose}>{m.heat.part(f.duration(map.partS))}</p>}
      {/* Checkpoints tell of measured time to within some seconds. */}
      {map.lostS >= 60 && <p class={layout.prose}>{m.heat.lost(f.duration(map.lostS))}</p>}
      {map.isCut && <p class={layout.prose}>{m.heat.cut}</p>}
    </>
  );
}
