import type { ZoneKind } from '../counting/scene.ts';
import type { Box } from '../geometry/box.ts';
import type { Point } from '../geometry/point.ts';
import { MAX_FIXTURES, MAX_OUTLINE_POINTS, MAX_OUTLINES } from '../site/floor-fields.ts';
import { MAX_CORNERS, MAX_ENTITIES, MAX_MASKS } from '../site/shape-fields.ts';
import type { LineKind } from '../site/site.ts';

/**
 * `region` and `fixture` are rectangles. On the plan `fixture` is a shelf or counter, `wall` an open line and `outline` a
 * closed one.
 */
export type ShapeForm = 'line' | 'zone' | 'mask' | 'region' | 'fixture' | 'wall' | 'outline';

/** Something that is drawn and not saved yet. */
export interface DraftShape<S extends string> {
  /** Names the shape while it is drawn; given once in a drawing. */
  readonly key: number;
  readonly form: ShapeForm;
  /** A rectangle has its four corners: upper left, upper right, lower right, lower left. */
  readonly points: readonly Point<S>[];
  /** Lines: a direction that points to the in side. Null for everything else. */
  readonly inward: Point<S> | null;
  readonly name: string;
  /** Null for what has no kind. */
  readonly kind: LineKind | ZoneKind | null;
  /** The camera that counts a zone on the plan; null for everything else. */
  readonly owner: number | null;
  /** The line or zone of the settings that it is; null: a new one. */
  readonly from: number | null;
  /** It ends the series of figures that it comes from, and begins one of its own. */
  readonly isNewSeries: boolean;
}

/** All that is drawn on one sheet, in the order of drawing. */
export interface Drawing<S extends string> {
  readonly shapes: readonly DraftShape<S>[];
  /** The next key to be given. */
  readonly nextKey: number;
}

/** A shape before the drawing gives it its key. */
export type NewShape<S extends string> = Omit<DraftShape<S>, 'key'>;

/** Fewest points with which a shape is one. */
export function leastPoints(form: ShapeForm): number {
  return isOpen(form) ? 2 : isBox(form) ? 4 : 3;
}

/** Fewest points that make a shape: a rectangle is told by two of its corners. */
export function leastToMake(form: ShapeForm): number {
  return isBox(form) ? 2 : leastPoints(form);
}

/** Most points that a shape may have. */
export function mostPoints(form: ShapeForm): number {
  if (isBox(form)) return 4;
  return isPlanLine(form) ? MAX_OUTLINE_POINTS : MAX_CORNERS;
}

/** True for rectangles, whose corners go together. */
export function isBox(form: ShapeForm): boolean {
  return form === 'region' || form === 'fixture';
}

/** True for what has a first and a last point. */
export function isOpen(form: ShapeForm): boolean {
  return form === 'line' || form === 'wall';
}

/** True for the lines of a plan, which may lie over each other and over themselves. */
export function isPlanLine(form: ShapeForm): boolean {
  return form === 'wall' || form === 'outline';
}

/** True where one more shape of the form would be too many. */
export function isFull(drawing: Drawing<string>, form: ShapeForm): boolean {
  const count = (...forms: readonly ShapeForm[]): number =>
    drawing.shapes.filter((shape) => forms.includes(shape.form)).length;
  switch (form) {
    case 'line':
    case 'zone':
      return count('line', 'zone') >= MAX_ENTITIES;
    case 'mask':
      return count('mask') >= MAX_MASKS;
    case 'region':
      return count('region') >= 1;
    case 'fixture':
      return count('fixture') >= MAX_FIXTURES;
    case 'wall':
    case 'outline':
      return count('wall', 'outline') >= MAX_OUTLINES;
  }
}

/** The shape of a key; undefined where there is none. */
export function shapeOf<S extends string>(
  drawing: Drawing<S>,
  key: number | null,
): DraftShape<S> | undefined {
  return drawing.shapes.find((shape) => shape.key === key);
}

/** Pairs of points that are joined, in order; a closed shape ends at its beginning. */
export function edgesOf<S extends string>({
  form,
  points,
}: Pick<DraftShape<S>, 'form' | 'points'>): readonly (readonly [Point<S>, Point<S>])[] {
  return points.flatMap((a, index) => {
    const b = points[index + 1] ?? (isOpen(form) || points.length < 3 ? undefined : points[0]);
    return b ? [[a, b] as const] : [];
  });
}

/** Corners of a rectangle, in the order of `DraftShape`. */
export function cornersOf<S extends string>({ left, top, right, bottom }: Box): readonly Point<S>[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The rectangle around points, of which there is at least one. */
export function boxAround(points: readonly Point<string>[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
