import type { HeatStay } from '../counting/heat-counter.ts';
import { cameraHeatGrid } from '../counting/heat-grid.ts';
import type { HeatLayout } from '../counting/heat-layout.ts';
import { toScene, type ImagePoint } from '../geometry/point.ts';
import type { Site } from '../site/site.ts';
import type { Interval } from '../time/store-calendar.ts';
import { DEMO_VIEW } from './floor-plan.ts';
import type { Random } from './random.ts';
import type { SampleVisitor } from './sample-visitors.ts';

/** Where the sample's customers spend their time. */
export interface SampleHeat {
  readonly layout: HeatLayout;
  /** Time in cells of those who came in during the slot. */
  staysOf(visitors: readonly SampleVisitor[], slot: Interval, random: Random): readonly HeatStay[];
}

/** Time at the door and on the way to each stop, ms. */
const AT_DOOR_MS = 2500;
const ON_WAY_MS = 4000;

/** On the grid that the site's camera would have. */
export function createSampleHeat({ cameras }: Site): SampleHeat {
  const camera = cameras[0];
  const grid = cameraHeatGrid(DEMO_VIEW.aspect, camera?.calibration ?? null);
  const door = middleOf(camera?.lines[0]?.points ?? []);
  const zones = new Map((camera?.zones ?? []).map(({ id, polygon }) => [id, polygon]));
  const stay = (at: ImagePoint, ms: number): HeatStay[] => {
    const cell = grid.cellOf(toScene(at, DEMO_VIEW.aspect));
    return cell === null ? [] : [{ cell, ms, isNew: true }];
  };
  const walk = ({ stops }: SampleVisitor, random: Random): HeatStay[] => [
    ...stay(door, AT_DOOR_MS),
    ...stops.flatMap(({ zone, dwellMs }) => {
      const at = placeIn(zones.get(zone) ?? [], random);
      return [...stay(between(door, at, random.next()), ON_WAY_MS), ...stay(at, dwellMs)];
    }),
  ];
  return {
    layout: { columns: grid.columns, rows: grid.rows, floor: grid.floor },
    staysOf: (visitors, { fromMs, toMs }, random) =>
      visitors
        .filter(({ inMs }) => inMs >= fromMs && inMs < toMs)
        .flatMap((visitor) => walk(visitor, random)),
  };
}

function middleOf(points: readonly ImagePoint[]): ImagePoint {
  const first = points[0] ?? { x: 0.5, y: 0.5 };
  return between(first, points.at(-1) ?? first, 0.5);
}

/** A place in a four-cornered zone. */
function placeIn(corners: readonly ImagePoint[], random: Random): ImagePoint {
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return middleOf(corners);
  const across = random.next();
  return between(between(a, b, across), between(d, c, across), random.next());
}

function between(a: ImagePoint, b: ImagePoint, share: number): ImagePoint {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
