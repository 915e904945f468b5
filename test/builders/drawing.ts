import fc from 'fast-check';
import type { DraftShape, Drawing, NewShape, ShapeForm } from '../../src/core/drawing/draft-shape.ts';
import type { DrawingCommand } from '../../src/core/drawing/drawing-command.ts';
import type { ImagePoint } from '../../src/core/geometry/point.ts';

/** A new shape with points given as pairs. */
export function aDraft<S extends string = 'image'>(
  form: ShapeForm,
  points: readonly (readonly [number, number])[],
  parts: Partial<NewShape<S>> = {},
): NewShape<S> {
  return {
    form,
    points: points.map(([x, y]) => ({ x, y })),
    inward: null,
    name: form,
    kind: form === 'line' ? 'entrance' : form === 'zone' ? 'area' : null,
    owner: null,
    from: null,
    isNewSeries: false,
    ...parts,
  };
}

/** A drawing of these shapes, with keys from 0. */
export function aDrawing<S extends string = 'image'>(...shapes: readonly NewShape<S>[]): Drawing<S> {
  return {
    shapes: shapes.map((shape, key): DraftShape<S> => ({ ...shape, key })),
    nextKey: shapes.length,
  };
}

const coordinate = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 22 }).map((n) => n / 20) },
  fc.double({ min: -0.2, max: 1.2, noNaN: true }),
);
/** Places on the picture and a little beyond it. */
export const anyPoint: fc.Arbitrary<ImagePoint> = fc.record({ x: coordinate, y: coordinate });

const anyForm = fc.constantFrom<ShapeForm>('line', 'zone', 'mask', 'region');
const key = fc.nat(7);
const index = fc.nat(6);

const anyShape = fc
  .record({
    form: anyForm,
    points: fc.array(anyPoint, { minLength: 1, maxLength: 5 }),
    name: fc.constantFrom('door', 'shelf', ''),
  })
  .map(({ form, points, name }): NewShape<'image'> => ({ ...aDraft(form, []), points, name }));

/** Everything that can be done to a drawing, sensible or not. */
export const anyCommand: fc.Arbitrary<DrawingCommand<'image'>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), shape: anyShape }) },
  fc.record({ kind: fc.constant('remove' as const), key }),
  fc.record({ kind: fc.constant('move-shape' as const), key, by: anyPoint }),
  fc.record({ kind: fc.constant('move-point' as const), key, index, to: anyPoint }),
  fc.record({ kind: fc.constant('insert-point' as const), key, index, at: anyPoint }),
  fc.record({ kind: fc.constant('remove-point' as const), key, index }),
  fc.record({ kind: fc.constant('set-points' as const), key, points: fc.array(anyPoint, { maxLength: 40 }) }),
  fc.record({ kind: fc.constant('set-inward' as const), key, inward: anyPoint }),
  fc.record({ kind: fc.constant('flip' as const), key }),
  fc.record({
    kind: fc.constant('describe' as const),
    key,
    as: fc.record({ name: fc.constantFrom('queue', '', 'x'.repeat(90)), isNewSeries: fc.boolean() }),
  }),
);
