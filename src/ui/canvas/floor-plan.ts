import type { DemoOutline } from '../../core/simulation/demo-camera.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';

/** An empty floor in picture fractions, as far as it is known. */
export interface FloorPlan {
  /** Width ÷ height of the picture. */
  readonly aspect: number;
  /** The part of the picture above this height (0–1) holds nobody's feet and is not shown. */
  readonly top: number;
  readonly floors: readonly (readonly ImagePoint[])[];
  /** Open polylines. */
  readonly walls: readonly (readonly ImagePoint[])[];
  /** Footprints of furniture. */
  readonly fixtures: readonly (readonly ImagePoint[])[];
  /** Open polylines, drawn thin: the lines of a plan. */
  readonly lines: readonly (readonly ImagePoint[])[];
}

/** A camera of which only the picture's shape is assumed. */
export const EMPTY_FLOOR: FloorPlan = {
  aspect: 16 / 9,
  top: 0,
  floors: [],
  walls: [],
  fixtures: [],
  lines: [],
};

/** The demo store's floor; `aspect` is that of its picture. */
export function demoFloorPlan(outline: DemoOutline, aspect: number): FloorPlan {
  const highest = Math.min(...[...outline.floor, ...outline.street].map(({ y }) => y));
  return {
    aspect,
    top: Math.max(0, highest - 0.06),
    floors: [outline.street, outline.floor],
    walls: outline.glass,
    fixtures: outline.fixtures,
    lines: [],
  };
}
