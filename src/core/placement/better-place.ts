import type { SceneLine } from '../counting/scene.ts';
import type { ScenePoint } from '../geometry/point.ts';
import { viewLine, type LineFindings, type LineView } from './line-findings.ts';
import { PLACEMENT_LIMITS } from './placement-warnings.ts';
import type { Trail } from './trail.ts';
import type { WayPastLine } from './way-past-line.ts';

/** A line moved along its normal, with what the same trails say of both places. */
export interface BetterPlace {
  readonly line: SceneLine;
  /** Heights of the people there; positive towards the in side. */
  readonly shift: number;
  readonly now: LineFindings;
  readonly then: LineFindings;
}

/** Shifts that are tried: so many to each side, each so many heights of the people at the line further. */
const STEPS = 6;
const STEP_HEIGHTS = 0.25;
/** A place must be so much better to be worth moving the line, which breaks its series and its accuracy check. */
const LEAST_GAIN = 0.15;
/** Share of those counted at one place who are counted at the other as well: it is the same flow. */
const LEAST_SAME = 0.8;

/**
 * The best shift of a line along its normal, judged by the trails at hand; null where too few were seen or no shift is
 * clearly better. `aspect` is the picture's width ÷ height: a line stays inside of it.
 */
export function findBetterPlace(
  line: SceneLine,
  trails: readonly Trail[],
  aspect: number,
): BetterPlace | null {
  const now = viewLine(line, trails);
  const normal = inwardNormal(line);
  const { height, people } = now.findings;
  if (!normal || height === null || people < PLACEMENT_LIMITS.leastSeen) return null;
  const places = shifts()
    .map((shift) => ({ shift, line: moved(line, normal, shift * height) }))
    .filter((place) => place.line.points.every((point) => isInPicture(point, aspect)))
    .map(({ shift, line: there }) => ({ shift, view: viewLine(there, trails) }))
    .filter(({ view }) => view.findings.crossings >= PLACEMENT_LIMITS.leastSeen && isSameFlow(now, view))
    .map((place) => ({ ...place, fault: faultOf(place.view.findings) }))
    .toSorted((one, other) => one.fault - other.fault || Math.abs(one.shift) - Math.abs(other.shift));
  const [best] = places;
  if (!best || best.fault > faultOf(now.findings) - LEAST_GAIN) return null;
  return { line: best.view.line, shift: best.shift, now: now.findings, then: best.view.findings };
}

/** How much is wrong with a place: the shares that are warned of, and how far the angle is below what it should be. */
function faultOf({ stops, ends, hidden, angleDegrees }: LineFindings): number {
  const slant = Math.max(0, 1 - (angleDegrees ?? 0) / PLACEMENT_LIMITS.leastDegrees);
  const fault = (stops ?? 0) + (ends ?? 0) + (hidden ?? 0) + slant;
  // What differs by rounding alone is the same.
  return Math.round(fault * 1e6) / 1e6;
}

/**
 * Those counted now are counted there too, in the same directions; and who is counted there only goes over the line
 * now as well, but begins or ends too close to it to be counted.
 */
function isSameFlow(now: LineView, there: LineView): boolean {
  const pairs = now.ways.flatMap((way, index) => {
    const other = there.ways[index];
    return other ? [{ way, other, isSame: isSameCount(way, other) }] : [];
  });
  const counted = pairs.filter(({ way }) => way.crossings.length > 0);
  const countedThere = pairs.filter(({ other }) => other.crossings.length > 0);
  const kept = counted.filter(({ isSame }) => isSame);
  const known = countedThere.filter(
    ({ way, other, isSame }) =>
      isSame || (way.endsBeside && other.crossings.length === 1 && way.bareNet === other.net),
  );
  return kept.length >= LEAST_SAME * counted.length && known.length >= LEAST_SAME * countedThere.length;
}

function isSameCount(one: WayPastLine, other: WayPastLine): boolean {
  return one.crossings.length === other.crossings.length && one.net === other.net;
}

function shifts(): readonly number[] {
  return Array.from({ length: STEPS }, (_, step) => (step + 1) * STEP_HEIGHTS).flatMap((shift) => [
    shift,
    -shift,
  ]);
}

/** Unit normal of the way from the first to the last point, towards the in side. */
function inwardNormal({ points, inward }: SceneLine): ScenePoint | null {
  const [a, b] = [points[0], points.at(-1)];
  const length = a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0;
  if (!a || !b || length === 0) return null;
  const [x, y] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  const isInward = x * inward.x + y * inward.y > 0;
  return isInward ? { x, y } : { x: -x, y: -y };
}

function moved(line: SceneLine, normal: ScenePoint, by: number): SceneLine {
  return {
    ...line,
    points: line.points.map(({ x, y }) => ({ x: x + by * normal.x, y: y + by * normal.y })),
  };
}

function isInPicture({ x, y }: ScenePoint, aspect: number): boolean {
  return x >= 0 && x <= aspect && y >= 0 && y <= 1;
}
