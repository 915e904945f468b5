import type { ImagePoint, Point } from '../geometry/point.ts';
import { toScene } from '../geometry/point.ts';
import type { Line, Zone } from '../site/site.ts';
import type { Scene } from './scene.ts';

/** The part of a camera, or of its set-up for the worker, that says what is counted. */
export interface CountedPart {
  readonly lines: readonly Pick<Line, 'points' | 'inward'>[];
  readonly zones: readonly Pick<Zone, 'kind' | 'polygon' | 'timing'>[];
}

/** What a camera counts, in scene units; `aspect` is the picture's width ÷ height. Indices follow the camera's own order. */
export function sceneOf(camera: CountedPart, aspect: number): Scene {
  return {
    lines: camera.lines.map(({ points, inward }) => ({
      points: points.map((point) => toScene(point, aspect)),
      inward: { x: inward.x * aspect, y: inward.y },
    })),
    zones: camera.zones.map(({ kind, polygon, timing }) => ({
      kind,
      polygon: polygon.map((point) => toScene(point, aspect)),
      timing,
    })),
  };
}

/**
 * Indices of the segments of a line for which `inward` names no side: it is parallel to them (within about half a
 * degree), or one of the two has no length. Segment n joins points n and n + 1. Any space will do.
 */
export function segmentsWithoutSide(
  points: readonly ImagePoint[],
  inward: Point<'image'>,
): readonly number[] {
  const bad: number[] = [];
  points.forEach((b, index) => {
    const a = points[index - 1];
    if (!a) return;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const product = Math.hypot(dx, dy) * Math.hypot(inward.x, inward.y);
    if (product === 0 || Math.abs(dx * inward.y - dy * inward.x) <= LEAST_SINE * product) bad.push(index - 1);
  });
  return bad;
}

const LEAST_SINE = 0.01;
