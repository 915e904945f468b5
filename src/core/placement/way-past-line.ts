import { CROSSING_RULES, closePassage, movePassage, openPassage } from '../counting/line-crossing.ts';
import type { Crossing } from '../counting/line-crossing.ts';
import type { SceneLine } from '../counting/scene.ts';
import { distance } from '../geometry/point.ts';
import { distanceToPolyline, distanceToSegment } from '../geometry/segment.ts';
import { sightingsOf, type Trail, type TrailStep } from './trail.ts';

/** Who comes so close to a line has to do with it, heights of the person. */
export const NEAR = 1;
/** Who is within this of a line is on it … */
const ON_LINE = 0.5;
/** … and stops there who stands for longer than this. */
const STOP_MS = 3000;
/** Slower than this is standing, heights per second; a box that shakes adds to it. */
const STANDING = 0.35;
const SHAKE = 0.03;
/** The direction of a crossing is that of the way from so long before it to so long after it. */
const CHORD_MS = 400;

/** One trail as a line sees it. */
export interface WayPastLine {
  readonly trail: Trail;
  /** Steps within `NEAR` of the line; without any the person has nothing to do with it. */
  readonly near: Trail;
  readonly crossings: readonly Crossing[];
  /** Crossings in, less crossings out. */
  readonly net: number;
  /** The same of the bare path, whether or not the counting rules take it for crossings. */
  readonly bareNet: number;
  readonly stops: boolean;
  /** The trail begins or ends within `NEAR` of the line. */
  readonly endsBeside: boolean;
}

/** What the counting rules and the placement criteria make of a trail at a line. */
export function wayPastLine(line: SceneLine, trail: Trail): WayPastLine {
  const isWithin = (step: TrailStep, heights: number): boolean =>
    distanceToPolyline(step.ground, line.points) <= heights * step.height;
  const seen = sightingsOf(trail);
  const ends = [seen[0], seen.at(-1)].filter((step) => step !== undefined);
  const { crossings, bareNet } = crossingsOf(line, seen);
  return {
    trail,
    near: trail.filter((step) => isWithin(step, NEAR)),
    crossings,
    net: crossings.reduce((sum, { direction }) => sum + (direction === 'in' ? 1 : -1), 0),
    bareNet,
    stops: standsWhere(seen, (step) => isWithin(step, ON_LINE)),
    endsBeside: ends.some((step) => isWithin(step, NEAR)),
  };
}

/** True when the person stands for more than 3 s at places that meet the condition. */
export function standsWhere(seen: Trail, isMet: (step: TrailStep) => boolean): boolean {
  const standingMs = seen.reduce((sum, step, index) => {
    const before = seen[index - 1];
    if (!before || !isMet(before) || !isMet(step)) return sum;
    const spanMs = step.atMs - before.atMs;
    const least = (STANDING * spanMs) / 1000 + SHAKE;
    return distance(step.ground, before.ground) < least * step.height ? sum + spanMs : sum;
  }, 0);
  return standingMs > STOP_MS;
}

/** Acute angle between the way of a crossing and the line there, degrees: 90 is straight across. */
export function angleOf(line: SceneLine, { trail }: WayPastLine, { at, atMs }: Crossing): number {
  const seen = sightingsOf(trail);
  const from = seen.findLast((step) => step.atMs <= atMs - CHORD_MS) ?? seen[0];
  const to = seen.find((step) => step.atMs >= atMs + CHORD_MS) ?? seen.at(-1);
  const segments = line.points.flatMap((b, index) => {
    const a = line.points[index - 1];
    return a ? [{ a, b, away: distanceToSegment(at, a, b) }] : [];
  });
  const [nearest] = segments.toSorted((one, other) => one.away - other.away);
  if (!from || !to || !nearest) return 90;
  const [dx, dy] = [to.ground.x - from.ground.x, to.ground.y - from.ground.y];
  const [lx, ly] = [nearest.b.x - nearest.a.x, nearest.b.y - nearest.a.y];
  return (Math.atan2(Math.abs(lx * dy - ly * dx), Math.abs(lx * dx + ly * dy)) * 180) / Math.PI;
}

function crossingsOf(line: SceneLine, [first, ...rest]: Trail): Pick<WayPastLine, 'crossings' | 'bareNet'> {
  if (!first) return { crossings: [], bareNet: 0 };
  const passage = openPassage(line, CROSSING_RULES, first);
  const crossings = rest.flatMap((step) => movePassage(passage, step, true));
  const last = closePassage(passage);
  return { crossings: last ? [...crossings, last] : crossings, bareNet: passage.net };
}
