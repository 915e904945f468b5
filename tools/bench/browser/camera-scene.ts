import type { CameraSetup } from '../../../src/contracts/vision.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';

/** A shop's usual scene: a line at the door, an aisle and a shelf. */
export const CAMERA_SCENE: Pick<CameraSetup, 'lines' | 'zones' | 'floor'> = {
  lines: [{ points: [at(0.5, 0.2), at(0.5, 0.9)], inward: at(1, 0) }],
  zones: [
    { kind: 'area', polygon: rectangle(0.1, 0.2, 0.45), timing: DEFAULT_ZONE_TIMING },
    { kind: 'area', polygon: rectangle(0.55, 0.3, 0.9), timing: DEFAULT_ZONE_TIMING },
  ],
  floor: null,
};

function rectangle(left: number, top: number, right: number): ImagePoint[] {
  return [at(left, top), at(right, top), at(right, 0.9), at(left, 0.9)];
}

function at(x: number, y: number): ImagePoint {
  return { x, y };
}
