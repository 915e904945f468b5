import type { Box } from '../geometry/box.ts';
import { boxOf } from './box-motion.ts';
import type { BoxMotion } from './box-motion.ts';

/** A box this close to the picture's edge (picture heights) may be cut off by it. */
const EDGE = 0.02;

/** True when a box may be cut off by the edge of the picture; `aspect` is width ÷ height. */
export function touchesEdge(box: Box, aspect: number): boolean {
  return box.left < EDGE || box.right > aspect - EDGE || box.top < EDGE || box.bottom > 1 - EDGE;
}

/** True when the middle of somebody is outside the picture: they cannot be seen any more. */
export function isOutside({ x, y }: BoxMotion, aspect: number): boolean {
  return x.value < 0 || x.value > aspect || y.value < 0 || y.value > 1;
}

/** True when somebody is at an edge of the picture and on the way out. */
export function isLeaving(motion: BoxMotion, aspect: number): boolean {
  const { left, right, top, bottom } = boxOf(motion);
  const { x, y } = motion;
  return (
    (left < EDGE && x.rate < 0) ||
    (right > aspect - EDGE && x.rate > 0) ||
    (top < EDGE && y.rate < 0) ||
    (bottom > 1 - EDGE && y.rate > 0)
  );
}
