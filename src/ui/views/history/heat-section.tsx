import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { HeatMap, HeatFigures, IntervalFigures } from '../../../contracts/archive.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import type { Interval } from '../../../core/time/store-calendar.ts';
import type { HeatSpan } from '../../../state/heat-store.ts';
import { shownSeconds } from '../../../state/heat-places.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { HeatPicture, useHeatCells } from './heat-picture.tsx';
import styles from './heat-section.module.css';
import { MOST_PLACES, useHeatTable } from './heat-table.ts';

const DAY_MS = 86_400_000;
const SPANS: readonly HeatSpan[] = [1, 7, 28];

/** Where in a camera's view people spent their time; read anew with the figures of the day. */
export function HeatSection({ total }: { readonly total: IntervalFigures }): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const camera = heat.camera.value;
  const state = heat.state.value;
  useEffect(() => void heat.refresh(), [heat, total]);
  if (camera && state.kind === 'ready' && state.map.heat && shownSeconds(state.map.heat) > 0) {
    return <HeatChart camera={camera} figures={state.map.heat} map={state.map} day={total} />;
  }
  return (
    <section class={layout.section} aria-label={m.heat.title}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.heat.title}</h2>
        <div class={styles.choices}>
          <HeatChoices />
        </div>
      </div>
      {camera ? <NoHeat /> : <p class={layout.prose}>{m.heat.noCamera}</p>}
    </section>
  );
}

function HeatChoices(): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  return (
    <>
      {heat.cameras.value.length > 1 && (
        <Segmented
          legend={m.heat.chooseCamera}
          options={heat.cameras.value.map(({ id, name }) => ({ value: id, label: name }))}
          value={heat.camera.value?.id ?? 0}
          onChange={(id) => void heat.choose(id)}
        />
      )}
      <Segmented
        legend={m.heat.chooseSpan}
        options={SPANS.map((days) => ({ value: days, label: m.heat.spans[days] }))}
        value={heat.span.value}
        onChange={(days) => void heat.setSpan(days)}
      />
    </>
  );
}

/** Being read, not readable, or nothing to show yet. */
function NoHeat(): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const state = heat.state.value;
  if (state.kind === 'loading') return <p class={layout.prose}>{m.heat.loading}</p>;
  if (state.kind === 'failed') return <ProblemSentences problem={state.problem} />;
  return (
    <>
      <p>{m.heat.empty}</p>
      <p class={layout.prose}>{m.heat.emptyHint}</p>
      <Notes map={state.map} />
    </>
  );
}

function HeatChart({
  camera,
  figures,
  map,
  day,
}: {
  readonly camera: CountedCamera;
  readonly figures: HeatFigures;
  readonly map: HeatMap;
  readonly day: Interval;
}): JSX.Element {
  const { heat } = useApp();
  const { m, f } = useText();
  const { cells, edges, picture } = useHeatCells(camera, figures);
  // The records keep the floor's cells; where they lie in the picture only a calibration tells.
  const hasPlaceInPicture = !figures.floor || camera.calibration !== null;
  const notes = (
    <>
      <p class={layout.prose}>
        {m.heat.rule} {figures.floor ? m.heat.cellOnFloor(String(figures.floor.cellM)) : m.heat.cellInPicture}
      </p>
      <Notes map={map} />
    </>
  );
  return (
    <ChartFrame
      chart="heat"
      span={{ fromMs: day.toMs - heat.span.value * DAY_MS, toMs: day.toMs }}
      title={m.heat.title}
      period={[f.day(day.fromMs), m.heat.spans[heat.span.value], camera.name].join('  ')}
      table={useHeatTable(camera, figures, MOST_PLACES)}
      copied={useHeatTable(camera, figures, figures.cells.length)}
      picture={hasPlaceInPicture ? picture : null}
      controls={<HeatChoices />}
      onlyTable={!hasPlaceInPicture}
      above={!hasPlaceInPicture && <p class={layout.prose}>{m.heat.notCalibrated}</p>}
      below={notes}
    >
      <HeatPicture camera={camera} figures={figures} cells={cells} edges={edges} />
    </ChartFrame>
  );
}

/** What the figures rest on, and what they leave out. */
function Notes({ map }: { readonly map: HeatMap }): JSX.Element | null {
  const { m, f } = useText();
  // Checkpoints tell of measured time to within some seconds.
  const hasLost = map.lostS >= 60;
  if (map.measuredS === 0) return null;
  return (
    <p class={layout.prose}>
      {[
        m.heat.measured(f.duration(map.measuredS)),
        ...(hasLost ? [m.heat.lost(f.duration(map.lostS))] : []),
        ...(map.isCut ? [m.heat.cut] : []),
      ].join(' ')}
    </p>
  );
}
