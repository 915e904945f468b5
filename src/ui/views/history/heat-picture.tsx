import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { HeatFigures } from '../../../contracts/archive.ts';
import { cellOutlines, cellSquares } from '../../../core/counting/heat-cell.ts';
import type { ImagePoint } from '../../../core/geometry/point.ts';
import { heatBandEdges, heatBandOf } from '../../../core/measures/heat-bands.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import type { FloorPlan, Zone } from '../../../core/site/site.ts';
import { hottestPlaces } from '../../../state/heat-places.ts';
import { useApp, useText } from '../../app-context.ts';
import type { CellsPicture } from '../../canvas/chart-picture.ts';
import type { HeatCell } from '../../canvas/draw-heat.ts';
import type { FloorPlan as DrawnFloor } from '../../canvas/floor-plan.ts';
import { drawnFloor, floorInPicture, onPlan, zonesOnPlan } from '../../canvas/plan-on-stage.ts';
import { Stage } from '../../widgets/stage.tsx';
import styles from './heat-section.module.css';
import { useHeatText } from './heat-text.ts';

const NOBODY = signal<readonly ImagePoint[]>([]);

/** What a heat map is drawn on: the store from above, or the camera's picture. */
export type HeatGround = 'plan' | 'picture';

/** A heat map as it is drawn, on the stage and in an image. */
export interface HeatScene {
  readonly floor: DrawnFloor;
  readonly lines: CountedCamera['lines'];
  readonly zones: readonly Zone[];
  readonly region: CountedCamera['region'];
  readonly cells: readonly HeatCell[];
  /** Each band of the scale in words. */
  readonly bands: readonly string[];
  readonly picture: CellsPicture;
}

/** A camera's heat map on the plan, where the site has one, or in the camera's picture. */
export function useHeatScene(camera: CountedCamera, figures: HeatFigures, ground: HeatGround): HeatScene {
  const { demoFloor, heat, history } = useApp();
  const { m, f } = useText();
  const site = history.site.value;
  const plan = heat.plan.value;
  const edges = useMemo(() => heatBandEdges(Math.max(...figures.cells)), [figures]);
  const drawn = useMemo(
    () =>
      plan && ground === 'plan'
        ? {
            floor: drawnFloor(plan),
            lines: [],
            zones: zonesOnPlan(site, plan),
            region: null,
            cells: cellsOf(figures, edges, planOutlines(figures, plan)),
          }
        : {
            floor: floorInPicture(camera, { plan, demoFloor }),
            lines: camera.lines,
            zones: camera.zones,
            region: camera.region,
            cells: cellsOf(figures, edges, cellOutlines(figures, camera.calibration)),
          },
    [figures, camera, edges, site, plan, ground, demoFloor],
  );
  const bands = edges.map((edge, band) => {
    const name = m.heat.band(f.integer(edges[band - 1] ?? 0), f.integer(edge));
    if (band === 0) return m.heat.least(name);
    return band === edges.length - 1 ? m.heat.most(name) : name;
  });
  const places = drawn.zones.map(({ name, polygon }) => ({ name, outline: polygon }));
  const { aspect } = drawn.floor;
  return { ...drawn, bands, picture: { kind: 'cells', aspect, cells: drawn.cells, places, bands } };
}

/** The heat map over lines and zones, with its scale beside it. */
export function HeatPicture({
  camera,
  figures,
  scene: { floor, lines, zones, region, cells, bands },
}: {
  readonly camera: CountedCamera;
  readonly figures: HeatFigures;
  readonly scene: HeatScene;
}): JSX.Element {
  const { m } = useText();
  const { placeOf, minutesOf } = useHeatText(figures);
  const [hottest] = hottestPlaces(figures, camera, 1);
  return (
    <div class={styles.picture} style={{ '--aspect': floor.aspect / (1 - floor.top) }}>
      <Stage
        plan={floor}
        lines={lines}
        zones={zones}
        region={region}
        people={NOBODY}
        heat={cells}
        label={
          hottest
            ? m.heat.stageLabel(camera.name, placeOf(hottest), minutesOf(hottest.seconds))
            : m.heat.title
        }
      />
      <div class={styles.beside}>
        <Legend bands={bands} />
      </div>
    </div>
  );
}

function Legend({ bands }: { readonly bands: readonly string[] }): JSX.Element {
  const { m } = useText();
  return (
    <div>
      <p class={styles.legendTitle}>{m.heat.legend}</p>
      <ul class={styles.legend}>
        {bands.map((name, band) => (
          <li key={name} class={styles.item}>
            <span class={styles.key} data-band={band} aria-hidden="true" />
            {name}
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

function planOutlines(figures: HeatFigures, plan: FloorPlan): readonly (readonly ImagePoint[])[] {
  return cellSquares(figures).map((square) => square.map((corner) => onPlan(plan, corner)));
}

function cellsOf(
  figures: HeatFigures,
  edges: readonly number[],
  outlines: readonly (readonly ImagePoint[])[],
): readonly HeatCell[] {
  return outlines.map((outline, cell) => {
    const seconds = figures.cells[cell] ?? 0;
    return { outline, band: seconds > 0 ? heatBandOf(seconds, edges) : null };
  });
}
