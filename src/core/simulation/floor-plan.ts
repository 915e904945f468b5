import type { FloorPoint } from '../geometry/point.ts';
import type { Pinhole } from './pinhole.ts';

/**
 * The demo store, in metres. x runs to the right of the picture, y away from the camera, which hangs
 * high under the ceiling and looking down steeply, as a camera that counts should: then people
 * hide one another least. The street lies on the left behind a glass front; people stand where nobody
 * who stands nearer to the camera hides them, so that what is counted can be seen.
 */
export const DEMO_VIEW: Pinhole = {
  position: { x: -0.3, y: 0 },
  heightM: 5,
  tiltRad: 0.45,
  focal: 1.15,
  aspect: 16 / 9,
};

/** An upright box on the floor: a shelf or the counter. */
export interface Fixture {
  readonly left: number;
  readonly right: number;
  readonly near: number;
  readonly far: number;
  readonly heightM: number;
}

export const GLASS_X = -2.8;
export const GLASS_NEAR_Y = 2.2;
export const DOOR = { near: 5.6, far: 7.7 } as const;
export const BACK_WALL_Y = 9.4;
export const RIGHT_WALL_X = 5;
export const WALL_HEIGHT_M = 5.4;
/** The house on the other side of the street's corner: the far end of the view. */
export const FACADE_Y = 11.6;

export const BACK_SHELF: Fixture = { left: -2.45, right: 1.7, near: 8.95, far: 9.4, heightM: 1.75 };
export const SIDE_SHELF: Fixture = { left: 4.55, right: 5, near: 4.2, far: 7.2, heightM: 1.6 };
export const COUNTER: Fixture = { left: 2.46, right: 2.86, near: 6, far: 7.1, heightM: 0.95 };

/** A place where one person stands, and the direction the person looks, radians from the x axis. */
export interface Spot {
  readonly at: FloorPoint;
  readonly facingRad: number;
}

const UP = Math.PI / 2;

export const BACK_SPOTS: readonly Spot[] = [-2.15, -1.37, -0.6].map((x) => ({
  at: { x, y: 8.5 },
  facingRad: UP,
}));
export const SIDE_SPOTS: readonly Spot[] = [5.05, 6.35].map((y) => ({
  at: { x: 4, y },
  facingRad: 0,
}));
export const STAFF_SPOT: Spot = { at: { x: 3.3, y: 6.65 }, facingRad: Math.PI };
/** The first is served; the others wait in a row across the view. */
export const QUEUE_SPOTS: readonly Spot[] = [2, 1.28, 0.56, -0.16, -0.88].map((x) => ({
  at: { x, y: 6.5 },
  facingRad: 0,
}));

/** Waypoints that keep walkers clear of the queue and the counter; both aisles have a lane for each direction. */
export const AISLE = {
  rightwards: { left: { x: -1.2, y: 5.3 }, right: { x: 2.4, y: 5.25 } },
  leftwards: { left: { x: -1.3, y: 4.75 }, right: { x: 2.4, y: 4.7 } },
  leaveRegister: { x: 1.6, y: 5.3 },
  besideQueue: { x: -1.7, y: 6.95 },
} as const;

/** The street's lanes around its corner; both ends lie out of the picture. People keep to the left. */
export const STREET = {
  awayFromCamera: { x: -5, y: 9.65 },
  towardsCamera: { x: -3.95, y: 10.45 },
  nearY: 2.3,
  farX: -10.2,
} as const;

/** Rectangles on the floor: left, near, right, far. */
export const ZONE_AREAS = {
  backShelf: { left: -2.6, near: 7.95, right: -0.1, far: 8.94 },
  sideShelf: { left: 3.58, near: 4.6, right: 4.54, far: 6.95 },
  queue: { left: -1.35, near: 6, right: 2.4, far: 7.1 },
  staff: { left: 2.9, near: 6.1, right: 3.56, far: 7.2 },
} as const;

export const ENTRANCE_LINE: readonly [FloorPoint, FloorPoint] = [
  { x: GLASS_X, y: DOOR.near - 0.15 },
  { x: GLASS_X, y: DOOR.far + 0.15 },
];
export const STREET_LINE: readonly [FloorPoint, FloorPoint] = [
  { x: -6.2, y: 8.6 },
  { x: GLASS_X - 0.1, y: 8.6 },
];
