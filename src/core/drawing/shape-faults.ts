import { segmentsWithoutSide } from '../counting/scene-from-site.ts';
import { signedArea } from '../geometry/polygon.ts';
import { turn } from '../geometry/segment.ts';
import type { Point } from '../geometry/point.ts';
import { LEAST_FIXTURE_M } from '../site/floor-fields.ts';
import { LEAST_REGION, MAX_NAME_LENGTH } from '../site/shape-fields.ts';
import {
  boxAround,
  edgesOf,
  isBox,
  isOpen,
  isPlanLine,
  leastPoints,
  mostPoints,
  type DraftShape,
  type Drawing,
} from './draft-shape.ts';
import { boundsFor, seenDistance, within, type Sheet } from './sheet.ts';

/** Why a shape cannot be saved as it is. */
export type ShapeFault =
  | 'too-few-points'
  | 'too-many-points'
  /** Two neighbouring points are the same. */
  | 'same-point'
  /** It reaches beyond the sheet, which was made smaller. */
  | 'off-sheet'
  | 'crosses-itself'
  /** Nobody could stand in it, or cross it. */
  | 'too-small'
  /** The in side runs along a part of the line. */
  | 'no-side'
  | 'no-name'
  | 'name-long';

/** Shortest line, as it is seen: picture heights, or metres. */
const LEAST_LENGTH = 0.02;

/** The first thing that is wrong with a shape; null: the settings take it. */
export function faultOf<S extends string>(shape: DraftShape<S>, sheet: Sheet): ShapeFault | null {
  return geometryFaultOf(shape, sheet) ?? nameFaultOf(shape);
}

/** Shapes of the drawing that cannot be saved. What is as it was before, and on the sheet, is left alone, whatever it is like. */
export function faultsIn<S extends string>(
  drawing: Drawing<S>,
  { sheet, before }: { readonly sheet: Sheet; readonly before: Drawing<S> },
): readonly { readonly key: number; readonly fault: ShapeFault }[] {
  return drawing.shapes
    .filter((shape) => !before.shapes.includes(shape) || isOffSheet(shape, sheet))
    .flatMap((shape) => {
      const fault = faultOf(shape, sheet);
      return fault ? [{ key: shape.key, fault }] : [];
    });
}

function geometryFaultOf<S extends string>(shape: DraftShape<S>, sheet: Sheet): ShapeFault | null {
  const { form, points, inward } = shape;
  if (points.length < leastPoints(form)) return 'too-few-points';
  if (points.length > mostPoints(form)) return 'too-many-points';
  if (isOffSheet(shape, sheet)) return 'off-sheet';
  if (isBox(form)) return isTooSmallBox(shape) ? 'too-small' : null;
  if (isPlanLine(form)) return isTooShort(shape, sheet) ? 'too-small' : null;
  if (edgesOf(shape).some(([a, b]) => a.x === b.x && a.y === b.y)) return 'same-point';
  if (crossesItself(shape)) return 'crosses-itself';
  if (!isOpen(form)) return Math.abs(signedArea(points)) < sheet.leastArea ? 'too-small' : null;
  if (isTooShort(shape, sheet)) return 'too-small';
  return !inward || segmentsWithoutSide(points, inward).length > 0 ? 'no-side' : null;
}

function isOffSheet<S extends string>({ form, points }: DraftShape<S>, sheet: Sheet): boolean {
  const bounds = boundsFor(sheet, form);
  return points.some((point) => seenDistance(sheet, point, within(bounds, point)) > 1e-9);
}

function isTooShort<S extends string>(shape: DraftShape<S>, sheet: Sheet): boolean {
  return edgesOf(shape).reduce((sum, [a, b]) => sum + seenDistance(sheet, a, b), 0) < LEAST_LENGTH;
}

function isTooSmallBox({ form, points }: Pick<DraftShape<string>, 'form' | 'points'>): boolean {
  const { left, top, right, bottom } = boxAround(points);
  const least = form === 'region' ? LEAST_REGION : LEAST_FIXTURE_M;
  return Math.min(right - left, bottom - top) < least - 1e-9;
}

function nameFaultOf({ form, name }: Pick<DraftShape<string>, 'form' | 'name'>): ShapeFault | null {
  if (form !== 'line' && form !== 'zone') return null;
  if (name.trim() === '') return 'no-name';
  return name.length > MAX_NAME_LENGTH ? 'name-long' : null;
}

/** True where two edges that do not follow each other meet, or one turns back over the other. */
export function crossesItself<S extends string>(shape: Pick<DraftShape<S>, 'form' | 'points'>): boolean {
  const edges = edgesOf(shape);
  return edges.some(([a, b], one) =>
    edges.some(([c, d], other) => {
      if (other <= one) return false;
      if (b === c) return isBackOver(a, b, d);
      if (d === a) return isBackOver(c, d, b);
      return meet([a, b], [c, d]);
    }),
  );
}

/** From a to b and straight back. */
function isBackOver<S extends string>(a: Point<S>, b: Point<S>, c: Point<S>): boolean {
  return turn(a, b, c) === 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

function meet<S extends string>(
  [a, b]: readonly [Point<S>, Point<S>],
  [c, d]: readonly [Point<S>, Point<S>],
): boolean {
  const sides = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)].map(Math.sign);
  const [ofC = 0, ofD = 0, ofA = 0, ofB = 0] = sides;
  if (ofC !== ofD && ofA !== ofB) return true;
  const isOn = (side: number, [from, to]: readonly [Point<S>, Point<S>], p: Point<S>): boolean =>
    side === 0 &&
    p.x >= Math.min(from.x, to.x) &&
    p.x <= Math.max(from.x, to.x) &&
    p.y >= Math.min(from.y, to.y) &&
    p.y <= Math.max(from.y, to.y);
  return isOn(ofC, [a, b], c) || isOn(ofD, [a, b], d) || isOn(ofA, [c, d], a) || isOn(ofB, [c, d], b);
}
