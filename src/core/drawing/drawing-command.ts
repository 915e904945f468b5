import type { Point } from '../geometry/point.ts';
import {
  boxAround,
  cornersOf,
  isBox,
  isFull,
  leastPoints,
  leastToMake,
  mostPoints,
  type DraftShape,
  type Drawing,
  type NewShape,
} from './draft-shape.ts';
import { firstInward, inwardFor, sideOf } from './in-side.ts';
import { boundsFor, movedWithin, within, type Sheet } from './sheet.ts';

/** One thing that is done to a drawing. */
export type DrawingCommand<S extends string> =
  | { readonly kind: 'add'; readonly shape: NewShape<S> }
  | { readonly kind: 'remove'; readonly key: number }
  | { readonly kind: 'move-shape'; readonly key: number; readonly by: Point<S> }
  | { readonly kind: 'move-point'; readonly key: number; readonly index: number; readonly to: Point<S> }
  /** The new point comes after the one of the index. */
  | { readonly kind: 'insert-point'; readonly key: number; readonly index: number; readonly at: Point<S> }
  | { readonly kind: 'remove-point'; readonly key: number; readonly index: number }
  | { readonly kind: 'set-points'; readonly key: number; readonly points: readonly Point<S>[] }
  | { readonly kind: 'set-inward'; readonly key: number; readonly inward: Point<S> }
  | { readonly kind: 'flip'; readonly key: number }
  | { readonly kind: 'describe'; readonly key: number; readonly as: Description };

/** What a shape is called and counts as. */
export type Description = Partial<Pick<DraftShape<string>, 'name' | 'kind' | 'owner' | 'isNewSeries'>>;

/**
 * The drawing after the command; the same one where it does nothing: no such shape or point, too few points left, or
 * one too many. Every point stays on the sheet, or within the bounds of its form.
 */
export function applyCommand<S extends string>(
  drawing: Drawing<S>,
  command: DrawingCommand<S>,
  sheet: Sheet,
): Drawing<S> {
  if (command.kind === 'add') return added(drawing, command.shape, sheet);
  const before = drawing.shapes.find(({ key }) => key === command.key);
  if (!before) return drawing;
  if (command.kind === 'remove') {
    return { ...drawing, shapes: drawing.shapes.filter((shape) => shape !== before) };
  }
  const after = changed(before, command, sheet);
  if (after === before) return drawing;
  return { ...drawing, shapes: drawing.shapes.map((shape) => (shape === before ? after : shape)) };
}

function added<S extends string>(drawing: Drawing<S>, shape: NewShape<S>, sheet: Sheet): Drawing<S> {
  if (isFull(drawing, shape.form) || shape.points.length < leastToMake(shape.form)) return drawing;
  const bounds = boundsFor(sheet, shape.form);
  const placed = shape.points.slice(0, mostPoints(shape.form)).map((point) => within(bounds, point));
  const points = isBox(shape.form) ? cornersOf<S>(boxAround(placed)) : placed;
  const inward = shape.form === 'line' ? (shape.inward ?? firstInward(sheet, points)) : null;
  const key = drawing.nextKey;
  return { shapes: [...drawing.shapes, { ...shape, points, inward, key }], nextKey: key + 1 };
}

function changed<S extends string>(
  shape: DraftShape<S>,
  command: Exclude<DrawingCommand<S>, { readonly kind: 'add' | 'remove' }>,
  sheet: Sheet,
): DraftShape<S> {
  const { points, inward } = shape;
  const bounds = boundsFor(sheet, shape.form);
  switch (command.kind) {
    case 'move-shape':
      return { ...shape, points: movedWithin(bounds, points, command.by) };
    case 'move-point':
      return pointMoved(shape, command, sheet);
    case 'insert-point':
      if (points.length >= mostPoints(shape.form) || !points[command.index]) return shape;
      return reshaped(shape, points.toSpliced(command.index + 1, 0, within(bounds, command.at)), sheet);
    case 'remove-point':
      if (points.length <= leastPoints(shape.form) || !points[command.index]) return shape;
      return reshaped(shape, points.toSpliced(command.index, 1), sheet);
    case 'set-points':
      return pointsSet(shape, command.points, sheet);
    case 'set-inward':
      return inward ? { ...shape, inward: command.inward } : shape;
    case 'flip':
      return inward ? { ...shape, inward: { x: 0 - inward.x, y: 0 - inward.y } } : shape;
    case 'describe':
      return { ...shape, ...command.as };
  }
}

function pointMoved<S extends string>(
  shape: DraftShape<S>,
  { index, to }: { readonly index: number; readonly to: Point<S> },
  sheet: Sheet,
): DraftShape<S> {
  const { points, form } = shape;
  if (!points[index]) return shape;
  const at = within(boundsFor(sheet, form), to);
  if (!isBox(form)) return reshaped(shape, points.with(index, at), sheet);
  const { left, top, right, bottom } = boxAround(points);
  const isLeft = index === 0 || index === 3;
  const isTop = index < 2;
  return {
    ...shape,
    points: cornersOf({
      left: isLeft ? Math.min(at.x, right) : left,
      right: isLeft ? right : Math.max(at.x, left),
      top: isTop ? Math.min(at.y, bottom) : top,
      bottom: isTop ? bottom : Math.max(at.y, top),
    }),
  };
}

/** Typed points: a direction that still says which side is in was meant, and stays. */
function pointsSet<S extends string>(
  shape: DraftShape<S>,
  typed: readonly Point<S>[],
  sheet: Sheet,
): DraftShape<S> {
  if (typed.length < leastPoints(shape.form) || typed.length > mostPoints(shape.form)) return shape;
  const bounds = boundsFor(sheet, shape.form);
  const points = typed.map((point) => within(bounds, point));
  if (isBox(shape.form)) return { ...shape, points: cornersOf(boxAround(points)) };
  if (shape.inward && sideOf(points, shape.inward) !== null) return { ...shape, points };
  return reshaped(shape, points, sheet);
}

/** With other points; the in side stays on its side of the line, square to it again. */
function reshaped<S extends string>(
  shape: DraftShape<S>,
  points: readonly Point<S>[],
  sheet: Sheet,
): DraftShape<S> {
  if (!shape.inward) return { ...shape, points };
  const side = sideOf(shape.points, shape.inward);
  // A line whose parts have their in sides on different sides was typed so: its direction is nobody's to change.
  return side === null ? { ...shape, points } : { ...shape, points, inward: inwardFor(sheet, points, side) };
}
