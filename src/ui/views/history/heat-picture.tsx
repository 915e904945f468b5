import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { HeatFigures } from '../../../contracts/archive.ts';
import { cellOutlines } from '../../../core/counting/heat-cell.ts';
import type { ImagePoint } from '../../../core/geometry/point.ts';
import { heatBandEdges, heatBandOf } from '../../../core/measures/heat-bands.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { hottestPlaces } from '../../../state/heat-places.ts';
import { useApp, useText } from '../../app-context.ts';
import type { CellsPicture } from '../../canvas/chart-picture.ts';
import type { HeatCell } from '../../canvas/draw-heat.ts';
import { EMPTY_FLOOR } from '../../canvas/floor-plan.ts';
import { floorInPicture } from '../../canvas/plan-on-stage.ts';
import { Stage } from '../../widgets/stage.tsx';
import styles from './heat-section.module.css';
import { useHeatText } from './heat-text.ts';

const NOBODY = signal<readonly ImagePoint[]>([]);

/** The cells of a heat map as they lie in the picture, for the stage and for an image. */
export function useHeatCells(
  camera: CountedCamera,
  figures: HeatFigures,
): {
  readonly cells: readonly HeatCell[];
  readonly edges: readonly number[];
  readonly picture: CellsPicture;
} {
  const { demoFloor } = useApp();
  const { m, f } = useText();
  const edges = useMemo(() => heatBandEdges(Math.max(...figures.cells)), [figures]);
  const cells = useMemo(() => cellsOf(figures, camera, edges), [figures, camera, edges]);
  const { aspect } = camera.source.kind === 'demo' ? demoFloor : EMPTY_FLOOR;
  const places = camera.zones.map(({ name, polygon }) => ({ name, outline: polygon }));
  const bands = edges.map((edge, band) => m.heat.band(f.integer(edges[band - 1] ?? 0), f.integer(edge)));
  return { cells, edges, picture: { kind: 'cells', aspect, cells, places, bands } };
}

/** The heat map over lines and zones, as they lie in the camera's picture, with what is to be read beside it. */
export function HeatPicture({
  camera,
  figures,
  cells,
  edges,
}: {
  readonly camera: CountedCamera;
  readonly figures: HeatFigures;
  readonly cells: readonly HeatCell[];
  readonly edges: readonly number[];
}): JSX.Element {
  const { demoFloor, heat } = useApp();
  const { m } = useText();
  const plan = heat.plan.value;
  const floor = useMemo(() => floorInPicture(camera, { plan, demoFloor }), [camera, plan, demoFloor]);
  const { placeOf, minutesOf } = useHeatText(figures);
  const [hottest] = hottestPlaces(figures, camera, 1);
  return (
    <div class={styles.picture}>
      <Stage
        plan={floor}
        lines={camera.lines}
        zones={camera.zones}
        region={camera.region}
        people={NOBODY}
        heat={cells}
        label={
          hottest
            ? m.heat.stageLabel(camera.name, placeOf(hottest), minutesOf(hottest.seconds))
            : m.heat.title
        }
      />
      <div class={styles.beside}>
        <Legend edges={edges} />
      </div>
    </div>
  );
}

function Legend({ edges }: { readonly edges: readonly number[] }): JSX.Element {
  const { m, f } = useText();
  return (
    <div>
      <p class={styles.legendTitle}>{m.heat.legend}</p>
      <ul class={styles.legend}>
        {edges.map((edge, band) => (
          <li key={edge} class={styles.item}>
            <span class={styles.key} data-band={band} aria-hidden="true" />
            {m.heat.band(f.integer(edges[band - 1] ?? 0), f.integer(edge))}
          </li>
        ))}
        <li class={styles.item}>
          <span class={styles.key} data-band="few" aria-hidden="true" />
          {m.heat.few}
        </li>
      </ul>
    </div>
  );
}

function cellsOf(
  figures: HeatFigures,
  { calibration }: CountedCamera,
  edges: readonly number[],
): readonly HeatCell[] {
  return cellOutlines(figures, calibration).map((outline, cell) => {
    const seconds = figures.cells[cell] ?? 0;
    return { outline, band: seconds > 0 ? heatBandOf(seconds, edges) : null };
  });
}
