import type { ImagePoint } from '../../core/geometry/point.ts';

/** Fewer people in view than these are never drawn: watching one person is not what this is for. */
export const LEAST_PEOPLE_FOR_DOTS = 5;

/** The people that the stage may draw: the demo store's always, a shop's only when switched on and enough. */
export function dotsOf({
  people,
  demo,
  switchedOn,
}: {
  readonly people: readonly ImagePoint[];
  readonly demo: boolean;
  readonly switchedOn: boolean;
}): readonly ImagePoint[] {
  if (demo) return people;
  return switchedOn && people.length >= LEAST_PEOPLE_FOR_DOTS ? people : [];
}
