import fc from 'fast-check';
import type { FloorPair } from '../../src/core/calibration/floor-calibration.ts';
import { type FloorPoint, type ScenePoint, toImage } from '../../src/core/geometry/point.ts';
import { type Pinhole, project } from '../../src/core/simulation/pinhole.ts';

/** A true camera, and the operator's axes on the floor: turned, moved and perhaps mirrored. */
export interface FloorView {
  readonly camera: Pinhole;
  readonly turnRad: number;
  readonly origin: FloorPoint;
  readonly isMirrored: boolean;
}

/** A camera at the ceiling that looks into the room. */
export function aView(parts: Partial<FloorView> = {}): FloorView {
  const camera = { position: { x: 0, y: 0 }, heightM: 3, tiltRad: 0.5, focal: 1.1, aspect: 16 / 9 };
  return { camera, turnRad: 0, origin: { x: 0, y: 0 }, isMirrored: false, ...parts };
}

/** Cameras as they hang in stores, with axes of any kind. */
export const views: fc.Arbitrary<FloorView> = fc.record({
  camera: fc.record({
    position: fc.constant({ x: 0, y: 0 }),
    heightM: fc.double({ min: 2.2, max: 6, noNaN: true }),
    tiltRad: fc.double({ min: 0.15, max: 1.2, noNaN: true }),
    focal: fc.double({ min: 0.6, max: 2, noNaN: true }),
    aspect: fc.constantFrom(4 / 3, 16 / 9),
  }),
  turnRad: fc.double({ min: -3, max: 3, noNaN: true }),
  origin: fc.record({
    x: fc.double({ min: -30, max: 30, noNaN: true }),
    y: fc.double({ min: -30, max: 30, noNaN: true }),
  }),
  isMirrored: fc.boolean(),
});

/** A place before the camera, metres to the right and ahead, in the operator's axes. */
export function onAxes({ turnRad, origin, isMirrored }: FloorView, right: number, ahead: number): FloorPoint {
  const x = right * Math.cos(turnRad) - ahead * Math.sin(turnRad);
  const y = right * Math.sin(turnRad) + ahead * Math.cos(turnRad);
  return { x: origin.x + x, y: origin.y + (isMirrored ? -y : y) };
}

/** Where the camera sees that place. */
export function seen({ camera }: FloorView, right: number, ahead: number): ScenePoint {
  return project(camera, { x: right, y: ahead }, 0);
}

/** Where the optical axis meets the floor, metres ahead; no farther than ten times the camera's height. */
export function aimOf({ camera }: FloorView): number {
  return camera.heightM / Math.tan(Math.max(0.1, camera.tiltRad));
}

/** Corners, middles of sides and centre of a rectangle around the aim, as true pairs. */
export function pairsOf(view: FloorView, count = 4): FloorPair[] {
  const aim = aimOf(view);
  const half = 0.35 * Math.hypot(aim, view.camera.heightM);
  const places: readonly (readonly [number, number])[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [0, 0],
    [0.2, -1],
    [1, 0.3],
    [-0.4, 1],
    [-1, 0.1],
    [0.5, 0.5],
  ];
  return places.slice(0, count).map(([x, y]) => {
    const [right, ahead] = [x * half, aim + y * half];
    return {
      image: toImage(seen(view, right, ahead), view.camera.aspect),
      floor: onAxes(view, right, ahead),
    };
  });
}

/** Six exact marks of a camera with the axes of a plan. */
export function someMarks(parts: Partial<FloorView> = {}): FloorPair[] {
  return pairsOf(aView({ isMirrored: true, origin: { x: 5, y: 9 }, ...parts }), 6);
}
