import { DEFAULT_ZONE_TIMING, type ZoneKind } from '../counting/scene.ts';
import { type FloorPoint, type ImagePoint, toImage } from '../geometry/point.ts';
import type { Camera, Line, LineKind, Zone } from '../site/site.ts';
import { demoMarks } from './demo-floor.ts';
import {
  BACK_SHELF,
  BACK_WALL_Y,
  COUNTER,
  DEMO_VIEW,
  DOOR,
  ENTRANCE_LINE,
  type Fixture,
  GLASS_X,
  RIGHT_WALL_X,
  SIDE_SHELF,
  STREET_LINE,
  ZONE_AREAS,
} from './floor-plan.ts';
import { project } from './pinhole.ts';

/** Names of the demo camera's parts, in the language of the operator. */
export interface DemoNames {
  readonly camera: string;
  readonly entrance: string;
  readonly street: string;
  readonly backShelf: string;
  readonly sideShelf: string;
  readonly queue: string;
  readonly staff: string;
}

/** How many ids `demoCamera` uses, from `firstId` on. */
export const DEMO_ID_COUNT = 7;

/** The demo store's camera as a site describes it: two lines, two shelf zones, the queue and the staff's place. */
export function demoCamera(options: {
  readonly firstId: number;
  readonly seed: number;
  readonly names: DemoNames;
}): Camera {
  const { firstId, seed, names } = options;
  const line = (id: number, name: string, kind: LineKind): Line => {
    const floor = kind === 'entrance' ? ENTRANCE_LINE : STREET_LINE;
    return { id: firstId + id, name, kind, points: floor.map(onPicture), inward: inwardOf(floor, kind) };
  };
  const zone = (id: number, kind: ZoneKind, part: keyof typeof ZONE_AREAS): Zone => ({
    id: firstId + id,
    name: names[part],
    kind,
    polygon: rectangle(ZONE_AREAS[part]),
    timing: DEFAULT_ZONE_TIMING,
  });
  return {
    id: firstId,
    name: names.camera,
    source: { kind: 'demo', seed },
    paused: false,
    lines: [line(1, names.entrance, 'entrance'), line(2, names.street, 'outside')],
    zones: [
      zone(3, 'area', 'backShelf'),
      zone(4, 'area', 'sideShelf'),
      zone(5, 'queue', 'queue'),
      zone(6, 'staff', 'staff'),
    ],
    masks: [],
    region: null,
    calibration: demoMarks(),
  };
}

/** The empty floor as the demo camera sees it, in picture fractions: all that a plan of it needs. */
export interface DemoOutline {
  readonly floor: readonly ImagePoint[];
  readonly street: readonly ImagePoint[];
  /** The glass front's lower edge on both sides of the door. */
  readonly glass: readonly (readonly ImagePoint[])[];
  /** Footprints of shelves and counter. */
  readonly fixtures: readonly (readonly ImagePoint[])[];
}

/** Outline of walls and furniture, cut at the picture's lower edge. */
export function demoOutline(): DemoOutline {
  const near = 2.4;
  return {
    floor: rectangle({ left: GLASS_X, near, right: RIGHT_WALL_X, far: BACK_WALL_Y }),
    street: rectangle({ left: -12, near, right: GLASS_X, far: BACK_WALL_Y + 1.6 }),
    glass: [
      [onPicture({ x: GLASS_X, y: near }), onPicture({ x: GLASS_X, y: DOOR.near })],
      [onPicture({ x: GLASS_X, y: DOOR.far }), onPicture({ x: GLASS_X, y: BACK_WALL_Y })],
    ],
    fixtures: [BACK_SHELF, SIDE_SHELF, COUNTER].map(rectangle),
  };
}

function inwardOf(floor: readonly [FloorPoint, FloorPoint], kind: LineKind): ImagePoint {
  const middle = { x: (floor[0].x + floor[1].x) / 2, y: (floor[0].y + floor[1].y) / 2 };
  const beyond =
    kind === 'entrance' ? { x: middle.x + 0.5, y: middle.y } : { x: middle.x, y: middle.y - 0.5 };
  const from = onPicture(middle);
  const to = onPicture(beyond);
  return { x: to.x - from.x, y: to.y - from.y };
}

function rectangle(area: Pick<Fixture, 'left' | 'right' | 'near' | 'far'>): ImagePoint[] {
  return [
    { x: area.left, y: area.near },
    { x: area.right, y: area.near },
    { x: area.right, y: area.far },
    { x: area.left, y: area.far },
  ].map(onPicture);
}

function onPicture(floor: FloorPoint): ImagePoint {
  return toImage(project(DEMO_VIEW, floor, 0), DEMO_VIEW.aspect);
}
