import { segmentsWithoutSide } from '../core/counting/scene-from-site.ts';
import type { ImagePoint, Point } from '../core/geometry/point.ts';

/** Size of the picture in pixels, or 1 × 1 where points are given from 0 to 1. */
export interface InputSize {
  readonly width: number;
  readonly height: number;
}

/** What is wrong with typed points; `row` counts from 1. */
export type ShapeError =
  | { readonly kind: 'row-invalid'; readonly row: number }
  | { readonly kind: 'row-outside'; readonly row: number }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'size-invalid' };

/** Points in picture fractions, or the first thing that is wrong. */
export type PointsInput =
  | { readonly ok: true; readonly points: readonly ImagePoint[] }
  | { readonly ok: false; readonly error: ShapeError };

/**
 * Reads one point a row, `x, y`, separated by comma, space or the full-width signs of a Japanese keyboard.
 * Empty rows are skipped; fewer than `least` points are too few.
 */
export function parsePoints(
  text: string,
  { size, least }: { readonly size: InputSize; readonly least: number },
): PointsInput {
  if (!(size.width > 0 && size.height > 0)) return { ok: false, error: { kind: 'size-invalid' } };
  const points: ImagePoint[] = [];
  for (const [index, row] of text.normalize('NFKC').split('\n').entries()) {
    const cells = row.split(/[\s,、]+/).filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const [x = Number.NaN, y = Number.NaN] = cells.map(Number);
    if (cells.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y)) {
      return { ok: false, error: { kind: 'row-invalid', row: index + 1 } };
    }
    const point = { x: x / size.width, y: y / size.height };
    if (point.x < 0 || point.x > 1 || point.y < 0 || point.y > 1) {
      return { ok: false, error: { kind: 'row-outside', row: index + 1 } };
    }
    points.push(point);
  }
  return points.length < least ? { ok: false, error: { kind: 'too-few' } } : { ok: true, points };
}

/** The same points as text, to be edited. */
export function formatPoints(points: readonly ImagePoint[]): string {
  const number = (value: number): string => String(Math.round(value * 10_000) / 10_000);
  return points.map(({ x, y }) => `${number(x)}, ${number(y)}`).join('\n');
}

/** Points moved together, no farther than the picture goes. */
export function movedBy(
  points: readonly ImagePoint[],
  by: { readonly x: number; readonly y: number },
): ImagePoint[] {
  // To a millionth: a sum of fractions has digits that nobody meant.
  const inside = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6;
  return points.map(({ x, y }) => ({ x: inside(x + by.x), y: inside(y + by.y) }));
}

/** The ways in which one can enter, seen in the picture. */
export const DIRECTIONS = ['right', 'left', 'down', 'up'] as const;
export type ScreenDirection = (typeof DIRECTIONS)[number];

const VECTORS: Readonly<Record<ScreenDirection, Point<'image'>>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  down: { x: 0, y: 1 },
  up: { x: 0, y: -1 },
};

/** The direction as a vector in picture fractions. */
export function inwardOf(direction: ScreenDirection): Point<'image'> {
  return VECTORS[direction];
}

/** True where the direction says for each segment which side is in. */
export function crossesEverySegment(points: readonly ImagePoint[], inward: Point<'image'>): boolean {
  return segmentsWithoutSide(points, inward).length === 0;
}
