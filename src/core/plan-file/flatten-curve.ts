import type { FilePoint } from './svg-transform.ts';

/** Straight pieces of one curve, and of a whole turn of an arc. */
const PIECES = 16;
const PIECES_OF_TURN = 48;

/** Points along a cubic curve from a, which is left out, to d. */
export function alongCubic(
  a: FilePoint,
  [b, c, d]: readonly [FilePoint, FilePoint, FilePoint],
): readonly FilePoint[] {
  return pieces((t) => {
    const [wa, wb, wc, wd] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
  });
}

/** The same of a quadratic curve. */
export function alongQuadratic(a: FilePoint, [b, c]: readonly [FilePoint, FilePoint]): readonly FilePoint[] {
  return pieces((t) => {
    const [wa, wb, wc] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return { x: wa * a.x + wb * b.x + wc * c.x, y: wa * a.y + wb * b.y + wc * c.y };
  });
}

/** The whole of an ellipse, from its right end on. */
export function aroundEllipse(centre: FilePoint, radii: FilePoint): readonly FilePoint[] {
  return Array.from({ length: PIECES_OF_TURN }, (_, n) => {
    const angle = (2 * Math.PI * n) / PIECES_OF_TURN;
    return { x: centre.x + radii.x * Math.cos(angle), y: centre.y + radii.y * Math.sin(angle) };
  });
}

/** An arc as a path describes it. */
export interface Arc {
  readonly radii: FilePoint;
  readonly turnedDeg: number;
  readonly isLarge: boolean;
  readonly isSweep: boolean;
}

/** Points along an arc from a, which is left out, to b (SVG 2, appendix B.2.4); a straight line where it has no radius. */
export function alongArc(a: FilePoint, b: FilePoint, arc: Arc): readonly FilePoint[] {
  const turned = (arc.turnedDeg / 180) * Math.PI;
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
  const half = { x: (a.x - b.x) / 2, y: (a.y - b.y) / 2 };
  const from = { x: cos * half.x + sin * half.y, y: cos * half.y - sin * half.x };
  const given = { x: Math.abs(arc.radii.x), y: Math.abs(arc.radii.y) };
  if (given.x === 0 || given.y === 0 || (half.x === 0 && half.y === 0)) return [b];
  const grown = Math.max(1, Math.hypot(from.x / given.x, from.y / given.y));
  const r = { x: given.x * grown, y: given.y * grown };
  const reach = (r.x * from.y) ** 2 + (r.y * from.x) ** 2;
  const away = Math.sqrt(Math.max(0, ((r.x * r.y) ** 2 - reach) / reach));
  const side = arc.isLarge === arc.isSweep ? -away : away;
  const centre = { x: (side * r.x * from.y) / r.y, y: (-side * r.y * from.x) / r.x };
  const begin = Math.atan2((from.y - centre.y) / r.y, (from.x - centre.x) / r.x);
  const end = Math.atan2((-from.y - centre.y) / r.y, (-from.x - centre.x) / r.x);
  const swept = sweepOf(end - begin, arc.isSweep);
  const count = Math.max(1, Math.ceil((Math.abs(swept) / (2 * Math.PI)) * PIECES_OF_TURN));
  return Array.from({ length: count }, (_, n) => {
    if (n === count - 1) return b;
    const angle = begin + (swept * (n + 1)) / count;
    const p = { x: centre.x + r.x * Math.cos(angle), y: centre.y + r.y * Math.sin(angle) };
    return { x: cos * p.x - sin * p.y + (a.x + b.x) / 2, y: sin * p.x + cos * p.y + (a.y + b.y) / 2 };
  });
}

function sweepOf(angle: number, isSweep: boolean): number {
  if (isSweep && angle < 0) return angle + 2 * Math.PI;
  return !isSweep && angle > 0 ? angle - 2 * Math.PI : angle;
}

function pieces(at: (share: number) => FilePoint): readonly FilePoint[] {
  return Array.from({ length: PIECES }, (_, n) => at((n + 1) / PIECES));
}
