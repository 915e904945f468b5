import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { HeatMap, HeatFigures, IntervalFigures } from '../../../contracts/archive.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import type { HeatSpan } from '../../../state/heat-store.ts';
import { shownSeconds } from '../../../state/heat-places.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { HeatPicture } from './heat-picture.tsx';
import styles from './heat-section.module.css';
import { HeatTable } from './heat-table.tsx';

const SPANS: readonly HeatSpan[] = [1, 7, 28];

/** Where in a camera's view people spent their time; read anew with the figures of the day. */
export function HeatSection({
  total,
  asTable,
}: {
  readonly total: IntervalFigures;
  readonly asTable: boolean;
}): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const camera = heat.camera.value;
  useEffect(() => void heat.refresh(), [heat, total]);
  return (
    <section class={layout.section} aria-label={m.heat.title}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.heat.title}</h2>
        <div class={styles.choices}>
          {heat.cameras.value.length > 1 && (
            <Segmented
              legend={m.heat.chooseCamera}
              options={heat.cameras.value.map(({ id, name }) => ({ value: id, label: name }))}
              value={camera?.id ?? 0}
              onChange={(id) => void heat.choose(id)}
            />
          )}
          <Segmented
            legend={m.heat.chooseSpan}
            options={SPANS.map((days) => ({ value: days, label: m.heat.spans[days] }))}
            value={heat.span.value}
            onChange={(days) => void heat.setSpan(days)}
          />
        </div>
      </div>
      {camera ? <Answer camera={camera} asTable={asTable} /> : <p class={layout.prose}>{m.heat.noCamera}</p>}
    </section>
  );
}

function Answer({
  camera,
  asTable,
}: {
  readonly camera: CountedCamera;
  readonly asTable: boolean;
}): JSX.Element {
  const { heat } = useApp();
  const { m } = useText();
  const state = heat.state.value;
  if (state.kind === 'loading') return <p class={layout.prose}>{m.heat.loading}</p>;
  if (state.kind === 'failed') return <ProblemSentences problem={state.problem} />;
  const figures = state.map.heat;
  if (!figures || shownSeconds(figures) === 0) {
    return (
      <>
        <p>{m.heat.empty}</p>
        <p class={layout.prose}>{m.heat.emptyHint}</p>
        <Notes map={state.map} />
      </>
    );
  }
  return (
    <Figures camera={camera} figures={figures} asTable={asTable}>
      <p class={layout.prose}>
        {m.heat.rule} {figures.floor ? m.heat.cellOnFloor(String(figures.floor.cellM)) : m.heat.cellInPicture}
      </p>
      <Notes map={state.map} />
    </Figures>
  );
}

function Figures({
  camera,
  figures,
  asTable,
  children,
}: {
  readonly camera: CountedCamera;
  readonly figures: HeatFigures;
  readonly asTable: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { m } = useText();
  // The records keep the floor's cells; where they lie in the picture only a calibration tells.
  const hasPlaceInPicture = !figures.floor || camera.calibration;
  if (!asTable && hasPlaceInPicture) {
    return (
      <HeatPicture camera={camera} figures={figures}>
        {children}
      </HeatPicture>
    );
  }
  return (
    <>
      {!hasPlaceInPicture && <p class={layout.prose}>{m.heat.notCalibrated}</p>}
      <HeatTable camera={camera} figures={figures} />
      {children}
    </>
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
