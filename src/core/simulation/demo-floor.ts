import type { FloorPair } from '../calibration/floor-calibration.ts';
import type { Box } from '../geometry/box.ts';
import { toImage, type FloorPoint } from '../geometry/point.ts';
import type { FloorPlan } from '../site/site.ts';
import {
  BACK_SHELF,
  BACK_WALL_Y,
  COUNTER,
  DEMO_VIEW,
  DOOR,
  type Fixture,
  GLASS_NEAR_Y,
  GLASS_X,
  RIGHT_WALL_X,
  SIDE_SHELF,
} from './floor-plan.ts';
import { project } from './pinhole.ts';

const WALL_M = 0.1;
/** The plan's upper left corner in the simulation's metres: out in the street, behind the back wall. */
const CORNER: FloorPoint = { x: -6.5, y: BACK_WALL_Y + WALL_M };

/** Places that would be easy to find and to measure: corners of walls, shelves and the counter. */
const MARKED: readonly FloorPoint[] = [
  { x: GLASS_X, y: BACK_WALL_Y },
  { x: RIGHT_WALL_X, y: BACK_WALL_Y },
  { x: GLASS_X, y: DOOR.near },
  { x: SIDE_SHELF.left, y: SIDE_SHELF.far },
  { x: COUNTER.left, y: COUNTER.near },
  { x: 0, y: 5 },
];

/** The demo store as a plan: walls, the glass front with its door, shelves and the counter. */
export function demoFloorPlan(): FloorPlan {
  const walls = [
    { left: GLASS_X, right: RIGHT_WALL_X, near: BACK_WALL_Y, far: BACK_WALL_Y + WALL_M },
    { left: RIGHT_WALL_X, right: RIGHT_WALL_X + WALL_M, near: GLASS_NEAR_Y, far: BACK_WALL_Y },
    { left: GLASS_X - WALL_M, right: GLASS_X, near: DOOR.far, far: BACK_WALL_Y + WALL_M },
    { left: GLASS_X - WALL_M, right: GLASS_X, near: GLASS_NEAR_Y, far: DOOR.near },
  ];
  return {
    widthM: roundedM(RIGHT_WALL_X + WALL_M - CORNER.x),
    depthM: roundedM(CORNER.y - GLASS_NEAR_Y),
    fixtures: [...walls, BACK_SHELF, SIDE_SHELF, COUNTER].map(onPlan),
    outlines: [],
  };
}

/** The exact floor marks of the demo camera. */
export function demoMarks(): readonly FloorPair[] {
  return MARKED.map((place) => ({
    image: toImage(project(DEMO_VIEW, place, 0), DEMO_VIEW.aspect),
    floor: toPlan(place),
  }));
}

/** A place of the simulation, in metres on the plan. */
export function toPlan({ x, y }: FloorPoint): FloorPoint {
  return { x: roundedM(x - CORNER.x), y: roundedM(CORNER.y - y) };
}

function onPlan({ left, right, near, far }: Omit<Fixture, 'heightM'>): Box {
  const [upperLeft, lowerRight] = [toPlan({ x: left, y: far }), toPlan({ x: right, y: near })];
  return { left: upperLeft.x, top: upperLeft.y, right: lowerRight.x, bottom: lowerRight.y };
}

/** The plan's figures have no more digits than somebody with a tape measure would write. */
function roundedM(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}
