import type { ScenePoint } from './point.ts';

/** An axis-aligned rectangle in scene units (picture heights). `right` ≥ `left`, `bottom` ≥ `top`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Area in squared scene units; 0 for an inverted box. */
export function area(box: Box): number {
  return Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);
}

/** Intersection over union, 0–1; 0 when both boxes are empty. */
export function iou(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (area(a) + area(b) - common);
}

/** Bottom centre of a person's box: the one anchor for lines and zones (足元点). */
export function groundPoint(box: Box): ScenePoint {
  return { x: (box.left + box.right) / 2, y: box.bottom };
}

/** The middle of a box. */
export function middleOf(box: Box): ScenePoint {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
