import type { ImagePoint } from '../geometry/point.ts';
import type { PictureLayout, Plane } from './picture-layout.ts';

/** Runs of samples to overwrite in one plane: row, first sample, sample after the last. */
interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Overwrites the masked parts of a picture, in place. */
export type MaskPainter = (bytes: Uint8Array) => void;

/** Mid grey in every colour space: luma, chroma, red, green and blue alike. */
const GREY = 128;

/**
 * Prepares privacy masks for pictures of one layout. Every sample that a mask touches is overwritten, in every
 * plane, so nothing of what is behind it reaches the detector.
 */
export function createMaskPainter(
  masks: readonly (readonly ImagePoint[])[],
  layout: Pick<PictureLayout, 'planes'>,
): MaskPainter {
  const work = layout.planes.map((plane) => ({ plane, runs: masks.flatMap((mask) => runsOf(mask, plane)) }));
  return (bytes) => {
    for (const { plane, runs } of work) {
      for (const { row, from, to } of runs) {
        const start = plane.offset + row * plane.stride;
        bytes.fill(GREY, start + from * plane.channels, start + to * plane.channels);
      }
    }
  };
}

/** The samples of a plane that a polygon touches: those its edges pass through and those between them. */
function runsOf(mask: readonly ImagePoint[], plane: Plane): Run[] {
  const points = mask.map(({ x, y }) => ({ x: x * plane.width, y: y * plane.height }));
  const [start] = points;
  if (!start) return [];
  const edges = points.map((a, index) => ({ a, b: points[index + 1] ?? start }));
  const top = Math.max(0, Math.floor(Math.min(...points.map(({ y }) => y))));
  const bottom = Math.min(plane.height, Math.max(top + 1, Math.ceil(Math.max(...points.map(({ y }) => y)))));
  const runs: Run[] = [];
  for (let row = top; row < bottom; row++) {
    for (const span of [...boundarySpans(edges, row), ...insideSpans(edges, row + 0.5)]) {
      const from = Math.max(0, Math.floor(span.from));
      const to = Math.min(plane.width, Math.max(from + 1, Math.ceil(span.to)));
      if (to > from && span.to >= 0) runs.push({ row, from, to });
    }
  }
  return runs;
}

interface Edge {
  readonly a: { readonly x: number; readonly y: number };
  readonly b: { readonly x: number; readonly y: number };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The stretch of each edge that lies in the strip of one row. */
function boundarySpans(edges: readonly Edge[], row: number): Span[] {
  return edges.flatMap(({ a, b }) => {
    const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
    if (lower.y < row || upper.y > row + 1) return [];
    const slope = lower.y > upper.y ? (lower.x - upper.x) / (lower.y - upper.y) : null;
    const at = (y: number) => upper.x + (slope ?? 0) * (y - upper.y);
    const ends = slope === null ? [a.x, b.x] : [at(Math.max(row, upper.y)), at(Math.min(row + 1, lower.y))];
    return [{ from: Math.min(...ends), to: Math.max(...ends) }];
  });
}

/** Even-odd rule along the middle of a row. */
function insideSpans(edges: readonly Edge[], y: number): Span[] {
  const crossings = edges
    .filter(({ a, b }) => a.y <= y !== b.y <= y)
    .map(({ a, b }) => a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    .sort((left, right) => left - right);
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
}
