import type { ScenePoint } from '../geometry/point.ts';
import { cutBy, distanceToPolyline, turn } from '../geometry/segment.ts';
import type { Direction } from './counting-event.ts';
import type { SceneLine } from './scene.ts';
import type { Sighting } from './sighting.ts';

/** What makes a side settled. Lengths are in heights of the person's box. */
export interface CrossingRules {
  /** Time beyond the band on each side. */
  readonly settleMs: number;
  /** Half-width of the band around the line in which nobody is on either side. */
  readonly band: number;
  /** Distance from the line that must be reached on each side, so that swaying beside the line counts nothing. */
  readonly reach: number;
  /**
   * Distance that stands in for `settleMs` where a person's visible path begins or ends: somebody fast who comes
   * into view, or leaves it, close to the line.
   */
  readonly stride: number;
}

/** measures.md "Crossing defaults"; `reach` and `stride` are ours. */
export const CROSSING_RULES: CrossingRules = { settleMs: 300, band: 0.02, reach: 0.08, stride: 0.2 };

/** A side is never settled by a single sighting, at whatever frame rate. */
const LEAST_SIGHTINGS = 2;

/** A confirmed crossing. */
export interface Crossing {
  readonly direction: Direction;
  /** The moment of crossing, interpolated. */
  readonly atMs: number;
  readonly at: ScenePoint;
  /** Width of the person's box, scene units. */
  readonly width: number;
}

/** A time beyond the band on one side, without a cut. */
interface Stay {
  readonly sinceMs: number;
  /** Farthest from the line, heights of the box. */
  farthest: number;
  sightings: number;
  /** The person came into view during it. */
  readonly isFirst: boolean;
}

/** One person's path as one line sees it: small, and of constant size. */
export interface LinePassage {
  readonly line: SceneLine;
  readonly rules: CrossingRules;
  before: Sighting;
  /** Distance of `before` from the line, heights of the box. */
  distance: number;
  /** Times the path cut the line towards `in`, less the times it cut it towards `out`. */
  net: number;
  /** `net` when the person was last settled; null until they were. */
  settledNet: number | null;
  /** Null inside the band. */
  stay: Stay | null;
  /** The newest cut: a crossing is dated by it. */
  cut: { readonly atMs: number; readonly at: ScenePoint } | null;
}

/** Begins to watch a person for a line. */
export function openPassage(line: SceneLine, rules: CrossingRules, first: Sighting): LinePassage {
  const distance = distanceInHeights(line, first);
  const stay =
    distance > rules.band ? { sinceMs: first.atMs, farthest: distance, sightings: 1, isFirst: true } : null;
  return { line, rules, before: first, distance, net: 0, settledNet: null, stay, cut: null };
}

/** Takes in the next sighting; returns the crossings that it settles. `isBelieved` lets a crossing be settled. */
export function movePassage(
  passage: LinePassage,
  sighting: Sighting,
  isBelieved: boolean,
): readonly Crossing[] {
  const { before, line } = passage;
  const spanMs = sighting.atMs - before.atMs;
  const crossings: (Crossing | null)[] = [];
  for (const { share, direction } of cutsOf(line, { from: before.ground, to: sighting.ground })) {
    const atMs = before.atMs + share * spanMs;
    crossings.push(endStay(passage, atMs, isBelieved));
    passage.net += direction === 'in' ? 1 : -1;
    passage.cut = { atMs, at: between(before.ground, sighting.ground, share) };
  }
  crossings.push(goOn(passage, sighting, isBelieved));
  if (isSettled(passage, sighting.atMs)) crossings.push(settle(passage, isBelieved));
  return crossings.filter((crossing) => crossing !== null);
}

/** Ends the watch when a believed person is gone for good; returns the crossing that their last steps amount to. */
export function closePassage(passage: LinePassage): Crossing | null {
  return isSettledByStride(passage) ? settle(passage, true) : null;
}

/** Leaves the side at `atMs`: by the line, or into the band. */
function endStay(passage: LinePassage, atMs: number, isBelieved: boolean): Crossing | null {
  const isFirst = passage.stay?.isFirst === true;
  const isEnough = isSettled(passage, atMs) || (isFirst && isSettledByStride(passage));
  const crossing = isEnough ? settle(passage, isBelieved) : null;
  passage.stay = null;
  return crossing;
}

/** Continues, begins or ends the stay that the sighting belongs to. */
function goOn(passage: LinePassage, sighting: Sighting, isBelieved: boolean): Crossing | null {
  const { before, rules, cut } = passage;
  const distance = distanceInHeights(passage.line, sighting);
  const edgeMs =
    before.atMs + shareAt(rules.band, passage.distance, distance) * (sighting.atMs - before.atMs);
  passage.before = sighting;
  passage.distance = distance;
  if (distance <= rules.band) return endStay(passage, edgeMs, isBelieved);
  if (passage.stay) {
    passage.stay.farthest = Math.max(passage.stay.farthest, distance);
    passage.stay.sightings += 1;
  } else {
    const sinceMs = cut && cut.atMs >= before.atMs ? cut.atMs : edgeMs;
    passage.stay = { sinceMs, farthest: distance, sightings: 1, isFirst: false };
  }
  return null;
}

function isSettled({ stay, rules }: LinePassage, atMs: number): boolean {
  return (
    stay !== null &&
    stay.sightings >= LEAST_SIGHTINGS &&
    stay.farthest >= rules.reach &&
    atMs - stay.sinceMs >= rules.settleMs
  );
}

function isSettledByStride({ stay, rules }: LinePassage): boolean {
  return stay !== null && stay.sightings >= LEAST_SIGHTINGS && stay.farthest >= rules.stride;
}

/** The side is settled: a crossing if another one was before. Of somebody not believed, the first side is noted. */
function settle(passage: LinePassage, isBelieved: boolean): Crossing | null {
  const { settledNet, net, cut } = passage;
  if (isBelieved || settledNet === null) passage.settledNet = net;
  if (!isBelieved || settledNet === null || settledNet === net || cut === null) return null;
  return { direction: net > settledNet ? 'in' : 'out', ...cut, width: passage.before.width };
}

interface LineCut {
  readonly share: number;
  readonly direction: Direction;
}

/** Cuts of one step in the order of time. */
function cutsOf(
  line: SceneLine,
  step: { readonly from: ScenePoint; readonly to: ScenePoint },
): readonly LineCut[] {
  const cuts: LineCut[] = [];
  line.points.forEach((b, index) => {
    const a = line.points[index - 1];
    const cut = a && cutBy(step, { a, b });
    if (!cut) return;
    const isInLeft = turn(a, b, { x: a.x + line.inward.x, y: a.y + line.inward.y }) > 0;
    cuts.push({ share: cut.share, direction: cut.toLeft === isInLeft ? 'in' : 'out' });
  });
  return cuts.sort((one, other) => one.share - other.share);
}

function distanceInHeights(line: SceneLine, { ground, height }: Sighting): number {
  return distanceToPolyline(ground, line.points) / height;
}

/** Share of the way from `from` to `to` at which `value` is passed, 0–1; 1 when it is not. */
function shareAt(value: number, from: number, to: number): number {
  return from === to ? 1 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function between(from: ScenePoint, to: ScenePoint, share: number): ScenePoint {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}
