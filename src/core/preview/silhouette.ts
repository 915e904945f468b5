import type { Box } from '../geometry/box.ts';

/** An ellipse in fractions of the picture. */
export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** A person as two flat ellipses, head and body, of proportions that are the same for everybody: nothing but the box is known of them. */
export function silhouetteOf({ left, right, top, bottom }: Box): readonly Ellipse[] {
  const width = right - left;
  const height = bottom - top;
  const x = (left + right) / 2;
  return [
    { x, y: top + 0.1 * height, radiusX: 0.2 * width, radiusY: 0.1 * height },
    { x, y: top + 0.6 * height, radiusX: 0.42 * width, radiusY: 0.4 * height },
  ];
}
