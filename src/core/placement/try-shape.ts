import type { SceneLine, SceneZone } from '../counting/scene.ts';
import { contains } from '../geometry/polygon.ts';
import { PLACEMENT_LIMITS } from './placement-warnings.ts';
import type { Trail } from './trail.ts';
import { wayPastLine } from './way-past-line.ts';

/** What a line or zone that is only drawn would have made of the last people. */
export interface ShapeTrial {
  /** People whose ways are remembered: a few hundred at most. */
  readonly of: number;
  /** Null while too few have come to say anything: nobody's way is to be told from it. */
  readonly counts: { readonly in: number; readonly out: number; readonly inside: number } | null;
}

/** Crossings that the counting rules would have made at a line; nobody is inside of it. */
export function tryLine(line: SceneLine, trails: readonly Trail[]): ShapeTrial {
  return trial(trails, () => {
    const crossings = trails.flatMap((trail) => wayPastLine(line, trail).crossings);
    const inward = crossings.filter(({ direction }) => direction === 'in').length;
    return { in: inward, out: crossings.length - inward, inside: 0 };
  });
}

/** People who were inside a zone; nobody crosses it. */
export function tryZone({ polygon }: Pick<SceneZone, 'polygon'>, trails: readonly Trail[]): ShapeTrial {
  return trial(trails, () => {
    const inside = trails.filter((trail) => trail.some(({ ground }) => contains(polygon, ground)));
    return { in: 0, out: 0, inside: inside.length };
  });
}

function trial(trails: readonly Trail[], count: () => NonNullable<ShapeTrial['counts']>): ShapeTrial {
  return { of: trails.length, counts: trails.length < PLACEMENT_LIMITS.leastSeen ? null : count() };
}
